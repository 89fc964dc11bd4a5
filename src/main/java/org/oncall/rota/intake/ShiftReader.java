package org.oncall.rota.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.wire.CreditJson;
import org.oncall.rota.wire.ShiftJson;

/** Reads shifts as answers give them: history, a published rota, and a rota to audit. */
final class ShiftReader {
    private static final String STAY_KNOWN =
            "Maybe keep a member who has left among /team/members, with \"until\" their last day.";

    private final Values values;
    private final Issues issues;
    private final KnownIds members;
    private final RotationReader.Rotations rotations;

    ShiftReader(Values values, KnownIds members, RotationReader.Rotations rotations) {
        this.values = values;
        this.issues = values.issues();
        this.members = members;
        this.rotations = rotations;
    }

    /** A shift of a known rotation, tier and member. */
    record ReadShift(RotationReader.ReadRotation rotation, TierId tier, MemberId member, Interval span, Place place) {}

    /** The shifts that could be read; two of one tier that overlap are an issue. */
    List<ReadShift> read(@Nullable List<ShiftJson> given, Field field) {
        List<ReadShift> result = readOverlapping(given, field);
        refuseOverlaps(result);
        return result;
    }

    /** The shifts that could be read, which may overlap. */
    List<ReadShift> readOverlapping(@Nullable List<ShiftJson> given, Field field) {
        List<ReadShift> result = new ArrayList<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            Place place = field.place().at(i);
            ReadShift shift =
                    given.get(i) == null ? null : read(given.get(i), new Field.Owner("the shift in " + place, place));
            if (shift != null) {
                result.add(shift);
            }
        }
        return result;
    }

    /** Days that count for somebody else. */
    record ReadCredit(ReadShift shift, MemberId credited) {}

    /** The credits that could be read; two of one tier that overlap are an issue. */
    List<ReadCredit> readCredits(@Nullable List<CreditJson> given, Field field) {
        List<ReadCredit> result = new ArrayList<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            Place place = field.place().at(i);
            ReadCredit credit =
                    given.get(i) == null ? null : read(given.get(i), new Field.Owner("the credit in " + place, place));
            if (credit != null) {
                result.add(credit);
            }
        }
        refuseOverlaps(result.stream().map(ReadCredit::shift).toList());
        return result;
    }

    private @Nullable ReadCredit read(CreditJson given, Field.Owner owner) {
        ReadShift shift = read(
                new ShiftJson(null, given.rotation(), given.tier(), given.member(), given.from(), given.to()), owner);
        String credited = members.find(
                required(given.credited(), owner.field("credited"), "bo"),
                owner.place().at("credited"),
                STAY_KNOWN);
        return shift == null || credited == null || credited.isBlank()
                ? null
                : new ReadCredit(shift, new MemberId(credited));
    }

    private @Nullable ReadShift read(ShiftJson given, Field.Owner owner) {
        Place place = owner.place();
        String rotationId = rotations
                .ids()
                .find(required(given.rotation(), owner.field("rotation"), "on-call"), place.at("rotation"), "");
        RotationReader.ReadRotation rotation = rotationId == null ? null : rotations.find(rotationId);
        String tier = required(given.tier(), owner.field("tier"), "primary");
        if (rotation != null) {
            tier = rotation.tiers().find(tier, place.at("tier"), "");
        }
        String member =
                members.find(required(given.member(), owner.field("member"), "ana"), place.at("member"), STAY_KNOWN);
        Instant from = values.instant(given.from(), owner.field("from"));
        Instant to = values.instant(given.to(), owner.field("to"));
        if (from != null && to != null && !from.isBefore(to)) {
            issues.add(
                    IssueCode.WRONG_ORDER,
                    place.at("to"),
                    owner.field("to")
                            .says(given.to(), "must be after the from (" + given.from() + "). Maybe swap the two."));
            return null;
        }
        if (rotation == null || tier == null || member == null || from == null || to == null) {
            return null;
        }
        return tier.isBlank() || member.isBlank()
                ? null
                : new ReadShift(rotation, new TierId(tier), new MemberId(member), new Interval(from, to), place);
    }

    private @Nullable String required(@Nullable String id, Field field, String example) {
        return values.required(id, field, field.example(example));
    }

    private void refuseOverlaps(List<ReadShift> shifts) {
        Map<List<String>, List<ReadShift>> byTier = new LinkedHashMap<>();
        for (ReadShift shift : shifts) {
            List<String> key = List.of(shift.rotation().id(), shift.tier().value());
            byTier.computeIfAbsent(key, k -> new ArrayList<>()).add(shift);
        }
        for (List<ReadShift> tier : byTier.values()) {
            tier.sort(Comparator.comparing(shift -> shift.span().start()));
            ReadShift longest = tier.getFirst();
            for (ReadShift shift : tier.subList(1, tier.size())) {
                if (shift.span().overlaps(longest.span())) {
                    refuseOverlap(shift, longest);
                }
                longest = shift.span().end().isAfter(longest.span().end()) ? shift : longest;
            }
        }
    }

    private void refuseOverlap(ReadShift shift, ReadShift other) {
        issues.add(
                IssueCode.OVERLAPPING_SHIFTS,
                shift.place(),
                "The shift in " + shift.place() + " (" + shift.member() + " from "
                        + shift.span().start() + ") in tier ("
                        + shift.tier() + ") of rotation (" + shift.rotation().id() + ") overlaps the one in "
                        + other.place() + " (" + other.member() + " until "
                        + other.span().end() + "), and one tier is held by one member at a time."
                        + " Maybe end the one where the other begins.");
    }
}
