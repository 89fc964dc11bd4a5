package org.oncall.rota.assess;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.oncall.rota.assess.Assessment.Bottleneck;
import org.oncall.rota.assess.Assessment.Loads;
import org.oncall.rota.assess.Assessment.MemberFloor;
import org.oncall.rota.assess.Assessment.OneFewer;
import org.oncall.rota.assess.Assessment.OneMore;
import org.oncall.rota.assess.Assessment.RotationCapacity;
import org.oncall.rota.assess.Assessment.SinglePoint;
import org.oncall.rota.assess.Assessment.Statement;
import org.oncall.rota.assess.Assessment.Subject;
import org.oncall.rota.assess.Assessment.TierCapacity;
import org.oncall.rota.assess.Assessment.Week;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.rules.RuleFacts;

/** What the numbers mean, in words. "There will be gaps" and "stay empty" are said only of what counting proves. */
final class Sentences {
    /** The guidance asks for at least six people on a rota of two tiers, ideally eight. */
    private static final int LEAST_PEOPLE = 6;

    private static final int IDEAL_PEOPLE = 8;

    /** More weeks than these are counted, not listed. */
    private static final int MOST_WEEKS = 5;

    /** How many members it is said of what their absence would do. */
    private static final int MOST_MEMBERS = 3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.UK);

    private final RuleFacts facts;
    private final List<Statement> result = new ArrayList<>();

    Sentences(RuleFacts facts) {
        this.facts = facts;
    }

    List<Statement> of(
            List<RotationCapacity> rotations,
            List<MemberFloor> members,
            List<OneFewer> fewer,
            List<SinglePoint> points,
            boolean changes) {
        if (facts.problem().team().holidays() == null) {
            say(
                    Subject.HOLIDAYS,
                    "No bank holidays are taken into account for this team; where there are some, name their region in /team/holidays, for instance GB-ENG.");
        }
        for (int r = 0; r < rotations.size(); r++) {
            RotationCapacity rotation = rotations.get(r);
            if (rotation.days() == 0) {
                certain(
                        Subject.HOLIDAYS,
                        name(rotation) + " needs nobody in this period: its coverage falls on none of its days.");
                continue;
            }
            Rotation own = facts.rotation(r).rotation();
            if (rotation.onCall() && rotation.people() > 0) {
                load(rotation);
                rest(rotation, own);
                guidance(rotation);
            }
            tiers(rotation, own);
            rotation.gaps().forEach(gap -> gap(rotation, gap));
            bottlenecks(rotation);
            skills(rotation, points);
            weeks(rotation);
            total(rotation);
            half(rotation);
            if (changes) {
                oneMore(rotation);
            }
        }
        overTarget(rotations, members);
        if (changes) {
            oneFewer(rotations, fewer);
        }
        return result;
    }

    private void say(Subject subject, String sentence, Object... values) {
        result.add(new Statement(
                subject, false, values.length == 0 ? sentence : String.format(Locale.UK, sentence, values)));
    }

    private void certain(Subject subject, String sentence, Object... values) {
        result.add(new Statement(
                subject, true, values.length == 0 ? sentence : String.format(Locale.UK, sentence, values)));
    }

    private void load(RotationCapacity rotation) {
        if (rotation.people() < rotation.peopleForTarget()) {
            certain(
                    Subject.LOAD,
                    "%s: with %s and %s the average time on call is %s; 30 %% needs %s.",
                    name(rotation),
                    people(rotation.people()),
                    count(rotation.tiers().size(), "tier"),
                    percent(rotation.loads().average()),
                    people(rotation.peopleForTarget()));
        }
    }

    private void rest(RotationCapacity rotation, Rotation own) {
        int people = rotation.people();
        String tiers = count(rotation.tiers().size(), "tier");
        boolean proven = isProven(rotation, CertainGap.Reason.PEOPLE)
                || isProven(rotation, CertainGap.Reason.REST)
                || isProven(rotation, CertainGap.Reason.HALF_THE_TIME);
        if (people < rotation.peopleForRest()) {
            result.add(new Statement(
                    Subject.REST,
                    proven,
                    String.format(
                            Locale.UK,
                            "%s: resting %s after each %s needs at least %s for %s; there %s, so there %s be gaps.",
                            name(rotation),
                            stretch(own.restDays(), "a week"),
                            own.longestDays() == 7 ? "week" : stretch(own.longestDays(), "week"),
                            people(rotation.peopleForRest()),
                            tiers,
                            thereAre(people),
                            proven ? "will" : "may")));
        } else if (isProven(rotation, CertainGap.Reason.HALF_THE_TIME)) {
            certain(
                    Subject.REST,
                    "%s: nobody may be on call half of the time or more, and %s for %s average %s; there will be gaps.",
                    name(rotation),
                    people(people),
                    tiers,
                    percent(rotation.loads().average()));
        }
    }

    private static boolean isProven(RotationCapacity rotation, CertainGap.Reason reason) {
        return rotation.gaps().stream().anyMatch(gap -> gap.reason() == reason);
    }

    private static String stretch(int days, String week) {
        return days == 7 ? week : count(days, "day");
    }

    private void guidance(RotationCapacity rotation) {
        int people = rotation.people();
        if (people < LEAST_PEOPLE) {
            say(
                    Subject.GUIDANCE,
                    "%s: the guidance asks for at least %d people to run a rota sustainably, ideally %d; there %s.",
                    name(rotation),
                    LEAST_PEOPLE,
                    IDEAL_PEOPLE,
                    thereAre(people));
        } else if (people < IDEAL_PEOPLE) {
            say(
                    Subject.GUIDANCE,
                    "%s: %d people are enough by the guidance; ideally there are %d.",
                    name(rotation),
                    people,
                    IDEAL_PEOPLE);
        }
    }

    private void tiers(RotationCapacity rotation, Rotation own) {
        int r = facts.problem().team().rotations().indexOf(own);
        for (int t = 0; t < rotation.tiers().size(); t++) {
            TierCapacity tier = rotation.tiers().get(t);
            String place = "Tier " + tier.tier() + " of rotation " + rotation.rotation();
            if (tier.holders() == 0) {
                certain(Subject.HOLDERS, place + " can be held by nobody: it stays empty.");
            } else if (tier.holders() == 1) {
                say(Subject.HOLDERS, place + " can be held by " + onlyHolder(r, t) + " alone: every absence is a gap.");
            }
        }
        boolean novices = facts.problem().team().members().stream().anyMatch(Member::novice);
        if (novices && rotation.tiers().size() == 1 && own.supervisedStints() > 0) {
            certain(
                    Subject.HOLDERS,
                    name(rotation)
                            + " has one tier, so a novice's first stints cannot be supervised and novices stay off it.");
        }
    }

    private String onlyHolder(int rotation, int tier) {
        for (int m = 0; m < facts.memberCount(); m++) {
            if (facts.rotation(rotation).mayHold(m, tier) && facts.daysOnRota(m) > 0) {
                return facts.member(m).name();
            }
        }
        throw new IllegalStateException("Nobody holds the tier.");
    }

    private void gap(RotationCapacity rotation, CertainGap gap) {
        String where = name(rotation) + ", " + span(gap.first(), gap.last()) + ": ";
        String empty = "at least " + count(gap.slots(), "slot") + " will stay empty.";
        switch (gap.reason()) {
            case NOBODY -> {} // said of the tier
            case PEOPLE ->
                certain(
                        Subject.GAP,
                        "%s%s for %s %s; %s",
                        where,
                        gap.people() == 0 ? "nobody is there" : "only " + people(gap.people()) + isOrAre(gap.people()),
                        gap.tiers().size() == 1 ? "tier" : "tiers",
                        names(gap.tiers()),
                        empty);
            // Where it is a matter of heads, it was said of the whole rotation.
            case REST ->
                certain(
                        rotation.people() < rotation.peopleForRest() ? Subject.TOTAL : Subject.GAP,
                        "%sthere are too few people for all to rest between stints; %s",
                        where,
                        empty);
            case FESTIVE ->
                certain(
                        Subject.GAP,
                        "%snobody bears two festive days, and there are too few people to share them; %s",
                        where,
                        empty);
            case HALF_THE_TIME ->
                certain(
                        Subject.TOTAL,
                        "%snobody may be on call half of the time or more; of %s at least %d will stay empty.",
                        where,
                        count(rotation.slots(), "slot"),
                        gap.slots());
        }
    }

    private static String isOrAre(int people) {
        return people == 1 ? " is there" : " are there";
    }

    private void bottlenecks(RotationCapacity rotation) {
        for (Bottleneck bottleneck : rotation.bottlenecks()) {
            if (bottleneck.tiers().size() == rotation.tiers().size()) {
                continue; // said of the rotation
            }
            certain(
                    Subject.BOTTLENECK,
                    "%s: %s can hold %s %s, %s on average; 30 %% needs %s who can.",
                    name(rotation),
                    people(bottleneck.people()),
                    bottleneck.tiers().size() == 1 ? "tier" : "any of the tiers",
                    names(bottleneck.tiers()),
                    percent(bottleneck.load()),
                    people(bottleneck.needed()));
        }
    }

    private void skills(RotationCapacity rotation, List<SinglePoint> points) {
        for (SinglePoint point : points) {
            if (point.kind() == SinglePoint.Kind.SKILL && point.rotation().equals(rotation.rotation())) {
                say(
                        Subject.SKILL,
                        "%s: %s alone has the skill %s, which %s %s %s.",
                        name(rotation),
                        Objects.requireNonNull(point.member()).name(),
                        Objects.requireNonNull(point.skill()),
                        point.tiers().size() == 1 ? "tier" : "tiers",
                        names(point.tiers()),
                        point.tiers().size() == 1 ? "needs" : "need");
            }
        }
    }

    private void weeks(RotationCapacity rotation) {
        List<Week> exact = rotation.weeks().stream().filter(Week::isJustEnough).toList();
        String of = " of " + count(rotation.weeks().size(), "week");
        if (!exact.isEmpty()) {
            say(
                    Subject.WEEK,
                    "%s: in %d%s there are exactly enough people on some day, so one absence more may leave a gap: %s.",
                    name(rotation),
                    exact.size(),
                    of,
                    list(exact));
        }
        rotation.weeks().stream()
                .filter(week -> week.missing() == 0)
                .min(Comparator.comparing(Week::absences))
                .filter(week -> week.absences() > 0)
                .ifPresent(week -> say(
                        Subject.WEEK,
                        "%s: every %sweek can bear %d more %s, whoever is absent, by heads and skills; the tightest begins on %s.",
                        name(rotation),
                        rotation.weeksTooFew() > 0 ? "other " : "",
                        week.absences(),
                        week.absences() == 1 ? "absence" : "absences",
                        DAY.format(week.first())));
    }

    private static String list(List<Week> weeks) {
        String first = weeks.stream()
                .limit(MOST_WEEKS)
                .map(week -> DAY.format(week.first()))
                .collect(Collectors.joining(", "));
        return weeks.size() > MOST_WEEKS
                ? "from " + first + " and " + (weeks.size() - MOST_WEEKS) + " more"
                : "from " + first;
    }

    private void total(RotationCapacity rotation) {
        if (rotation.leastGaps() > 0) {
            certain(
                    Subject.TOTAL,
                    "%s: whatever rota is made, at least %d of its %s will stay empty.",
                    name(rotation),
                    rotation.leastGaps(),
                    count(rotation.slots(), "slot"));
        }
    }

    /** Where gaps are proven by it, the gaps are told of. */
    private void half(RotationCapacity rotation) {
        if (!rotation.loads().halfCanBeKept() && !isProven(rotation, CertainGap.Reason.HALF_THE_TIME)) {
            certain(
                    Subject.TOTAL,
                    "%s: nobody may be on call half of the time or more, and with every slot held somebody would be.",
                    name(rotation));
        }
    }

    private void oneMore(RotationCapacity rotation) {
        Loads now = rotation.loads();
        OneMore more = rotation.oneMore();
        List<String> parts = new ArrayList<>();
        if (rotation.onCall()) {
            parts.add("the average load is " + percent(more.loads().average())
                    + (rotation.people() == 0 ? "" : " instead of " + percent(now.average()))
                    + " and the highest " + percent(more.loads().highest())
                    + (rotation.people() == 0 ? "" : " instead of " + percent(now.highest())));
        }
        if (rotation.weeksTooFew() > 0) {
            parts.add(count(more.weeksTooFew(), "week") + " instead of " + rotation.weeksTooFew()
                    + (more.weeksTooFew() == 1 ? " has" : " have") + " too few people");
        }
        if (rotation.leastGaps() > 0) {
            int left = more.loads().leastGaps();
            parts.add(
                    left == 0
                            ? "nothing certain stands against a complete rota"
                            : "at least " + count(left, "slot") + " instead of " + rotation.leastGaps()
                                    + (left == 1 ? " stays" : " stay") + " empty");
        }
        if (!parts.isEmpty()) {
            say(
                    Subject.CHANGE,
                    "%s: with one more person who can hold every tier, %s.",
                    name(rotation),
                    String.join("; ", parts));
        }
    }

    /** Only where no rotation alone says so already. */
    private void overTarget(List<RotationCapacity> rotations, List<MemberFloor> members) {
        long over = members.stream()
                .filter(member -> member.load() > Assessor.TARGET + 1e-9)
                .count();
        boolean said = rotations.stream()
                .anyMatch(rotation ->
                        rotation.onCall() && rotation.days() > 0 && rotation.people() < rotation.peopleForTarget());
        if (over > 0 && !said) {
            MemberFloor most = members.stream()
                    .max(Comparator.comparing(MemberFloor::load))
                    .orElseThrow();
            say(
                    Subject.TOTAL,
                    "By fair share %s %s above 30 %%, %s most with %s.",
                    people((int) over),
                    over == 1 ? "is" : "are",
                    most.member().name(),
                    percent(most.load()));
        }
    }

    private void oneFewer(List<RotationCapacity> rotations, List<OneFewer> fewer) {
        boolean onCall = rotations.stream().anyMatch(rotation -> rotation.onCall() && rotation.days() > 0);
        fewer.stream()
                .limit(fewer.stream().anyMatch(one -> one.weeksTooFew() > 0) ? MOST_MEMBERS : 1)
                .filter(one -> onCall || one.weeksTooFew() > 0)
                .forEach(one -> say(
                        Subject.CHANGE,
                        "Without %s%s %s.",
                        one.member().name(),
                        onCall
                                ? " the average load is " + percent(one.average()) + " and the highest "
                                        + percent(one.highest()) + ", and"
                                : "",
                        one.weeksTooFew() == 0
                                ? "no further week is short of people"
                                : count(one.weeksTooFew(), "week") + (one.weeksTooFew() == 1 ? " lacks" : " lack")
                                        + " a person more"));
    }

    private static String name(RotationCapacity rotation) {
        return "Rotation " + rotation.rotation();
    }

    private static String names(List<TierId> tiers) {
        int last = tiers.size() - 1;
        String before = tiers.stream().limit(last).map(TierId::value).collect(Collectors.joining(", "));
        return before.isEmpty()
                ? tiers.get(last).value()
                : before + " and " + tiers.get(last).value();
    }

    private static String span(LocalDate first, LocalDate last) {
        return first.equals(last) ? DAY.format(first) : DAY.format(first) + " to " + DAY.format(last);
    }

    private static String percent(double share) {
        return String.format(Locale.UK, "%.1f %%", 100 * share);
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private static String thereAre(int people) {
        return people == 1 ? "is 1" : "are " + people;
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
