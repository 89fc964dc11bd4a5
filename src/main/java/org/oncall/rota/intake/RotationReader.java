package org.oncall.rota.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Coverage;
import org.oncall.rota.domain.FestivePolicy;
import org.oncall.rota.domain.Handover;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.wire.HandoverJson;
import org.oncall.rota.wire.RotationJson;
import org.oncall.rota.wire.TierJson;

/** Reads the rotations of a team. */
final class RotationReader {
    private static final int MOST_TIERS = 20;
    private static final int LONGEST_STINT = 60;
    private static final int LONGEST_REST = 365;
    private static final int MOST_SUPERVISED = 20;

    private final Values values;
    private final Issues issues;
    private final @Nullable Set<String> skills;
    private final CoverageReader coverage;
    private final FestiveReader festive;
    private final KnownIds ids;

    /** @param skills what at least one member can do; null where that is not known */
    RotationReader(Values values, @Nullable Set<String> skills) {
        this.values = values;
        this.issues = values.issues();
        this.skills = skills;
        this.coverage = new CoverageReader(values);
        this.festive = new FestiveReader(values, LONGEST_STINT, LONGEST_REST);
        this.ids = new KnownIds(issues, IssueCode.UNKNOWN_ROTATION, "rotation", "");
    }

    /**
     * A rotation as far as it could be read.
     *
     * @param id as shifts refer to it
     * @param rotation null where anything in it has an issue
     */
    record ReadRotation(
            String id,
            Place place,
            KnownIds tiers,
            @Nullable Rotation rotation) {}

    /** The rotations whose ids could be read. */
    record Rotations(List<ReadRotation> list, KnownIds ids) {
        @Nullable
        ReadRotation find(String id) {
            return list.stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
        }
    }

    /** What is known of rotations where none could be read. */
    static Rotations none(Issues issues) {
        KnownIds ids = new KnownIds(issues, IssueCode.UNKNOWN_ROTATION, "rotation", "");
        ids.markIncomplete();
        return new Rotations(List.of(), ids);
    }

    Rotations read(List<RotationJson> given, Field field) {
        if (issues.isUnread(field.place())) {
            return none(issues);
        }
        refuseWrongCounts(given, field);
        List<ReadRotation> result = new ArrayList<>();
        for (int i = 0; i < Math.min(given.size(), MOST_TIERS); i++) {
            Place place = field.place().at(i);
            RotationJson rotation = given.get(i);
            if (rotation != null) {
                result.add(read(rotation, place));
            }
            if (rotation == null || issues.isUnread(place.at("id"))) {
                ids.markIncomplete();
            }
        }
        if (given.size() > MOST_TIERS) {
            ids.markIncomplete();
        }
        return new Rotations(result, ids);
    }

    private void refuseWrongCounts(List<RotationJson> given, Field field) {
        if (given.isEmpty()) {
            issues.add(
                    IssueCode.TOO_FEW,
                    field.place(),
                    field.says(0, "must be at least one. Maybe leave them out to have one around the clock."));
        }
        long tiers = given.stream()
                .mapToLong(r -> r == null || r.tiers() == null ? 0 : r.tiers().size())
                .sum();
        if (Math.max(tiers, given.size()) > MOST_TIERS) {
            issues.add(
                    IssueCode.TOO_MANY,
                    field.place(),
                    field.says(
                            given.size(),
                            "have " + tiers + " tiers and must together have at most " + MOST_TIERS
                                    + ". Maybe plan some of them in a request of their own."));
        }
    }

    private ReadRotation read(RotationJson given, Place place) {
        int before = issues.count();
        boolean hasId = given.id() != null && !issues.isUnread(place.at("id"));
        String id = given.id() == null || !hasId ? place.pointer() : given.id();
        Field.Owner owner = new Field.Owner("rotation (" + Quotes.shorten(id) + ")", place);
        if (hasId) {
            if (values.slotIdPart(id, owner.field("id")) == null) {
                ids.markIncomplete();
            }
            boolean isDefault = !values.isGiven(place.at("id"));
            ids.add(
                    id,
                    isDefault ? place : place.at("id"),
                    isDefault
                            ? "The id of a rotation is on-call unless it is given: maybe add \"id\": \"on-call-2\"."
                            : "Maybe give one of them another id.");
        }
        RotationKind kind = values.choice(
                given.kind(), owner.field("kind"), RotationKind.values(), IssueCode.UNKNOWN_KIND, "a kind of rotation");
        KnownIds tierIds = new KnownIds(issues, IssueCode.UNKNOWN_TIER, "tier", owner.name());
        List<Tier> tiers = tiers(given.tiers(), owner, tierIds);
        Handover handover = handover(given.handover(), place, owner.name());
        Coverage hours = coverage.read(given.coverage(), new Field("coverage", owner.name(), place.at("coverage")));
        Integer longest = values.days(given.longest(), owner.field("longest"), 1, LONGEST_STINT);
        Integer rest = values.days(given.rest(), owner.field("rest"), 0, LONGEST_REST);
        Integer supervised = values.number(given.supervised(), owner.field("supervised"), 0, MOST_SUPERVISED);
        FestivePolicy policy = festive.read(
                given.festive(), new Field.Owner("the festive period of " + owner.name(), place.at("festive")));
        boolean whole = issues.count() == before && !issues.hasUnread(place);
        @Nullable Rotation rotation = null;
        if (whole
                && kind != null
                && handover != null
                && hours != null
                && longest != null
                && rest != null
                && supervised != null
                && policy != null) {
            rotation =
                    new Rotation(new RotationId(id), kind, tiers, handover, hours, longest, rest, supervised, policy);
        }
        return new ReadRotation(id, place, tierIds, rotation);
    }

    private @Nullable Handover handover(@Nullable HandoverJson given, Place rotation, String name) {
        if (given == null) {
            return null;
        }
        Field.Owner owner = new Field.Owner("the handover of " + name, rotation.at("handover"));
        var day = values.dayOfWeek(given.day(), owner.field("day"));
        var time = values.time(given.time(), owner.field("time"));
        return day == null || time == null ? null : new Handover(day, time);
    }

    private List<Tier> tiers(@Nullable List<TierJson> given, Field.Owner owner, KnownIds tierIds) {
        Field field = owner.field("tiers");
        if (given == null || issues.isUnread(field.place())) {
            tierIds.markIncomplete();
            return List.of();
        }
        if (given.isEmpty()) {
            issues.add(
                    IssueCode.TOO_FEW,
                    field.place(),
                    field.says(0, "must be at least one. Maybe write \"tiers\": [{\"id\": \"primary\"}]."));
        }
        List<Tier> result = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Place place = field.place().at(i);
            TierJson tier = given.get(i);
            if (tier == null) {
                tierIds.markIncomplete();
                continue;
            }
            Field idField = new Field("id", "the tier in " + place, place.at("id"));
            String id = values.required(tier.id(), idField, "\"id\": \"primary\"");
            String shown = id == null ? place.toString() : Quotes.shorten(id);
            Field.Owner tierOwner = new Field.Owner("tier (" + shown + ") of " + owner.name(), place);
            Set<String> wanted = skills(tier.skills(), tierOwner);
            if (id == null) {
                tierIds.markIncomplete();
            } else {
                tierIds.add(id, place.at("id"), "Maybe give one of them another id.");
                if (values.slotIdPart(id, tierOwner.field("id")) != null) {
                    result.add(new Tier(new TierId(id), wanted));
                } else {
                    tierIds.markIncomplete();
                }
            }
        }
        return result;
    }

    private Set<String> skills(@Nullable List<String> given, Field.Owner tier) {
        Set<String> result = new HashSet<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            Place place = tier.place().at("skills").at(i);
            String skill = values.text(given.get(i), new Field("skill", tier.name(), place), Values.LONGEST_ID);
            if (skill != null) {
                result.add(skill);
            }
            Set<String> had = skills;
            if (skill != null && had != null && !had.contains(skill)) {
                issues.add(
                        IssueCode.NOBODY_HAS_SKILL,
                        place,
                        () -> "The skill (" + Quotes.shorten(skill) + ") of " + tier.name()
                                + " is one that no member has, so nobody could ever hold it."
                                + Quotes.maybe(Near.of(skill, had)) + " Maybe add it to the skills of a member,"
                                + " or remove it here. Known skills are " + Quotes.list(had) + ".");
            }
        }
        return result;
    }
}
