package org.oncall.rota.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.oncall.rota.assess.Assessment.Bottleneck;
import org.oncall.rota.assess.Assessment.Loads;
import org.oncall.rota.assess.Assessment.MemberFloor;
import org.oncall.rota.assess.Assessment.OneFewer;
import org.oncall.rota.assess.Assessment.OneMore;
import org.oncall.rota.assess.Assessment.RotationCapacity;
import org.oncall.rota.assess.Assessment.SinglePoint;
import org.oncall.rota.assess.Assessment.Statement;
import org.oncall.rota.assess.Assessment.TierCapacity;
import org.oncall.rota.assess.Assessment.Week;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/** Counts. */
final class Assessor {
    /** The share of time that nobody should be above. */
    static final double TARGET = 0.3;

    private static final double ROUNDING = 1e-9;

    private final RuleFacts facts;
    private final List<Supply> supplies = new ArrayList<>();
    private final List<Staffing> staffings = new ArrayList<>();

    Assessor(RuleFacts facts) {
        this.facts = facts;
        for (int r = 0; r < facts.rotationCount(); r++) {
            Supply supply = Supply.of(facts, r);
            supplies.add(supply);
            staffings.add(new Staffing(supply));
        }
    }

    Assessment whole() {
        return assess(true);
    }

    /** The same without what would be if the team were another. */
    Assessment plain() {
        return assess(false);
    }

    private Assessment assess(boolean changes) {
        List<RotationCapacity> rotations = new ArrayList<>();
        List<SinglePoint> points = new ArrayList<>();
        for (int r = 0; r < supplies.size(); r++) {
            RotationCapacity capacity = capacity(r, changes);
            rotations.add(capacity);
            points(r, capacity, points);
        }
        List<MemberFloor> members = members(supplies);
        List<OneFewer> fewer = changes ? oneFewer() : List.of();
        List<Statement> statements = new Sentences(facts).of(rotations, members, fewer, points, changes);
        return new Assessment(facts.problem(), rotations, members, fewer, points, statements);
    }

    private RotationCapacity capacity(int r, boolean changes) {
        Supply supply = supplies.get(r);
        Staffing staffing = staffings.get(r);
        Rotation rotation = supply.rotation.rotation();
        List<CertainGap> gaps = new ArrayList<>();
        int slots = supply.days * rotation.tiers().size();
        Loads loads = loads(supply, staffing, gaps);
        OneMore more = new OneMore(loads, 0, 0);
        List<Week> weeks = weeks(supply, staffing);
        if (changes) {
            Supply larger = supply.withOneMore();
            Staffing staffed = new Staffing(larger);
            List<Week> then = weeks(larger, staffed);
            more = new OneMore(
                    loads(larger, staffed, new ArrayList<>()),
                    (int) then.stream().filter(week -> week.missing() > 0).count(),
                    (int) then.stream().filter(Week::isJustEnough).count());
        }
        List<TierCapacity> tiers = new ArrayList<>();
        for (int t = 0; t < rotation.tiers().size(); t++) {
            tiers.add(tier(supply, t));
        }
        return new RotationCapacity(
                rotation.id(),
                supply.rotation.isOnCall(),
                supply.days,
                slots,
                supply.holders(supply.allGroups()),
                neededForTarget(supply, rotation.tiers().size()),
                neededForRest(rotation),
                loads,
                tiers,
                bottlenecks(supply),
                gaps,
                weeks,
                more);
    }

    private static int neededForTarget(Supply supply, int tiers) {
        // Days to fill against 30 % of the days of each: exact in whole numbers.
        int period = 3 * supply.periodDays;
        return (10 * tiers * supply.days + period - 1) / period;
    }

    private static int neededForRest(Rotation rotation) {
        int stint = rotation.longestDays();
        return (rotation.tiers().size() * (stint + rotation.restDays()) + stint - 1) / stint;
    }

    private static TierCapacity tier(Supply supply, int tier) {
        Tier own = supply.rotation.rotation().tiers().get(tier);
        int group = supply.groupOf[tier];
        int mask = group == Supply.NO_GROUP ? 0 : 1 << group;
        return new TierCapacity(own.id(), supply.holders(mask), average(supply, mask, 1), neededForTarget(supply, 1));
    }

    private static double average(Supply supply, int groups, int tiers) {
        double onRota = 0;
        for (Supply.Person person : supply.people) {
            onRota += (person.mask() & groups) != 0 ? person.onRota() : 0;
        }
        return onRota == 0 ? 0 : (double) supply.days * tiers / onRota;
    }

    private static Loads loads(Supply supply, Staffing staffing, List<CertainGap> gaps) {
        double[] fair = supply.split(true);
        double[] equal = supply.split(false);
        double highest = 0;
        double floor = 0;
        for (int i = 0; i < fair.length; i++) {
            int onRota = supply.people[i].onRota();
            highest = Math.max(highest, onRota == 0 ? 0 : fair[i] / onRota);
            floor = Math.max(floor, onRota == 0 ? 0 : equal[i] / onRota);
        }
        int all = supply.allGroups();
        Gaps.Proven proven = new Gaps(supply, staffing).prove();
        return new Loads(
                average(supply, all, supply.tiers(all)),
                highest,
                floor,
                gaps(supply, staffing, proven, gaps),
                proven.half(),
                proven.rest());
    }

    private static int gaps(Supply supply, Staffing staffing, Gaps.Proven proven, List<CertainGap> result) {
        int slots = 0;
        if (supply.days == 0) {
            return 0;
        }
        for (int t = 0; t < supply.groupOf.length; t++) {
            if (supply.groupOf[t] == Supply.NO_GROUP) {
                slots += supply.days;
                result.add(new CertainGap(
                        CertainGap.Reason.NOBODY,
                        date(supply, 0),
                        date(supply, supply.days - 1),
                        List.of(supply.rotation.rotation().tiers().get(t).id()),
                        0,
                        supply.days));
            }
        }
        List<Gaps.Bound> bounds = proven.bounds();
        for (int start = 0; start < bounds.size(); ) {
            Gaps.Bound bound = bounds.get(start);
            int people = people(supply, staffing, bound);
            int end = start + 1;
            int missing = bound.missing();
            int last = bound.last();
            while (end < bounds.size()
                    && continues(bound, bounds.get(end), last)
                    && people(supply, staffing, bounds.get(end)) == people) {
                missing += bounds.get(end).missing();
                last = bounds.get(end).last();
                end++;
            }
            result.add(new CertainGap(
                    bound.reason(),
                    date(supply, bound.first()),
                    date(supply, last),
                    ids(supply, bound.groups()),
                    people,
                    missing));
            start = end;
        }
        return slots + proven.slots();
    }

    private static boolean continues(Gaps.Bound bound, Gaps.Bound next, int last) {
        return next.reason() == bound.reason() && next.groups() == bound.groups() && next.first() == last + 1;
    }

    /** The fewest people there on any of its days; for days that lack people, the same on all. */
    private static int people(Supply supply, Staffing staffing, Gaps.Bound bound) {
        return bound.reason() == CertainGap.Reason.PEOPLE
                ? staffing.day(bound.first()).people(bound.groups())
                : supply.holders(bound.groups());
    }

    private static LocalDate date(Supply supply, int plannedDay) {
        RotationFacts rotation = supply.rotation;
        return rotation.day(rotation.firstPlanned() + plannedDay).date();
    }

    private static List<TierId> ids(Supply supply, int groups) {
        List<Tier> tiers = supply.rotation.rotation().tiers();
        return supply.tiersOf(groups).stream().map(t -> tiers.get(t).id()).toList();
    }

    /** Sets of tiers from the tightest on, each with those who may hold any of it but nothing tighter. */
    private static List<Bottleneck> bottlenecks(Supply supply) {
        List<Bottleneck> result = new ArrayList<>();
        if (!supply.rotation.isOnCall() || supply.days == 0) {
            return result;
        }
        double[] equal = supply.split(false);
        // People of one level carry just the tiers of that level.
        Map<Long, Integer> groupsAt = new HashMap<>();
        List<Long> levels = new ArrayList<>();
        for (int g = 0; g < supply.tiersIn.length; g++) {
            double level = Double.MAX_VALUE;
            for (int i = 0; i < equal.length; i++) {
                Supply.Person person = supply.people[i];
                if ((person.mask() >> g & 1) == 1 && person.plannedOnRota() > 0) {
                    level = Math.min(level, equal[i] / person.plannedOnRota());
                }
            }
            long rounded = Math.round(level * 1e9);
            if (level < Double.MAX_VALUE && groupsAt.merge(rounded, 1 << g, (a, b) -> a | b) == 1 << g) {
                levels.add(rounded);
            }
        }
        levels.sort(Comparator.reverseOrder());
        int groups = 0;
        for (long level : levels) {
            groups |= groupsAt.getOrDefault(level, 0);
            int tiers = supply.tiers(groups);
            double load = average(supply, groups, tiers);
            if (load > TARGET + ROUNDING) {
                result.add(new Bottleneck(
                        ids(supply, groups), supply.holders(groups), neededForTarget(supply, tiers), load));
            }
        }
        return result;
    }

    private static List<Week> weeks(Supply supply, Staffing staffing) {
        List<Week> result = new ArrayList<>();
        RotationFacts rotation = supply.rotation;
        for (int first = 0; first < supply.days; ) {
            int last = first;
            while (last + 1 < supply.days
                    && !rotation.handover(rotation.firstPlanned() + last + 1).isPreferred()) {
                last++;
            }
            result.add(week(supply, staffing, first, last));
            first = last + 1;
        }
        return result;
    }

    private static Week week(Supply supply, Staffing staffing, int first, int last) {
        List<Integer> available = new ArrayList<>();
        int[] throughout = new int[supply.tiersIn.length];
        for (Supply.Person person : supply.people) {
            boolean there = IntStream.rangeClosed(first, last).allMatch(p -> person.there()[p]);
            for (int g = 0; g < throughout.length; g++) {
                throughout[g] += there && (person.mask() >> g & 1) == 1 ? 1 : 0;
            }
        }
        int nobodys = 0;
        for (int group : supply.groupOf) {
            available.add(group == Supply.NO_GROUP ? 0 : throughout[group]);
            nobodys += group == Supply.NO_GROUP ? 1 : 0;
        }
        int absences = Integer.MAX_VALUE;
        int missing = 0;
        int tight = 0;
        int spare = Integer.MAX_VALUE;
        for (int p = first; p <= last; p++) {
            Staffing.Day day = staffing.day(p);
            missing += day.missing() + nobodys;
            absences = Math.min(absences, day.absences());
            int left = day.missing() > 0 ? -day.missing() : day.absences();
            if (left < spare) {
                spare = left;
                tight = 0;
            }
            tight |= left == spare ? day.tight() : 0;
        }
        return new Week(
                date(supply, first),
                date(supply, last),
                available,
                missing > 0 ? 0 : absences,
                missing,
                ids(supply, tight));
    }

    private List<MemberFloor> members(List<Supply> team) {
        double[] owed = owed(team);
        List<MemberFloor> result = new ArrayList<>();
        for (int m = 0; m < owed.length; m++) {
            result.add(new MemberFloor(facts.member(m), owed[m], facts.daysOnRota(m)));
        }
        return result;
    }

    private double[] owed(List<Supply> team) {
        double[] owed = new double[facts.memberCount()];
        for (Supply supply : team) {
            double[] fair = supply.rotation.isOnCall() ? supply.split(true) : new double[supply.people.length];
            for (int i = 0; i < fair.length; i++) {
                owed[supply.people[i].member()] += fair[i];
            }
        }
        return owed;
    }

    private List<OneFewer> oneFewer() {
        // People who are alike in what they may hold and owe leave the others with the same.
        Map<List<Object>, double[]> known = new HashMap<>();
        List<OneFewer> result = new ArrayList<>();
        for (int m = 0; m < facts.memberCount(); m++) {
            int member = m;
            if (supplies.stream().allMatch(supply -> supply.people[member].mask() == 0)) {
                continue;
            }
            List<Object> alike = new ArrayList<>();
            for (Supply supply : supplies) {
                Supply.Person person = supply.people[m];
                alike.addAll(List.of(person.mask(), person.share(), person.onRota(), person.plannedOnRota()));
            }
            double[] loads = known.computeIfAbsent(alike, key -> loadsWithout(member));
            int weeks = 0;
            for (int r = 0; r < supplies.size(); r++) {
                weeks += weeksShort(r, m);
            }
            result.add(new OneFewer(facts.member(m), loads[0], loads[1], weeks));
        }
        result.sort(Comparator.comparing(OneFewer::weeksTooFew)
                .thenComparing(fewer -> Math.round(fewer.highest() * 1e9))
                .thenComparing(fewer -> Math.round(fewer.average() * 1e9))
                .reversed());
        return result;
    }

    /** Average and highest load over the rotations of kind ON_CALL together. */
    private double[] loadsWithout(int member) {
        List<Supply> team =
                supplies.stream().map(supply -> supply.without(member)).toList();
        double[] owed = owed(team);
        TreeSet<Integer> holders = new TreeSet<>();
        double slots = 0;
        for (Supply supply : team) {
            if (supply.rotation.isOnCall()) {
                slots += (double) supply.days * supply.tiers(supply.allGroups());
                for (Supply.Person person : supply.people) {
                    if (person.mask() != 0) {
                        holders.add(person.member());
                    }
                }
            }
        }
        double onRota = holders.stream().mapToInt(facts::daysOnRota).sum();
        double highest = 0;
        for (int m = 0; m < owed.length; m++) {
            highest = Math.max(highest, facts.daysOnRota(m) == 0 ? 0 : owed[m] / facts.daysOnRota(m));
        }
        return new double[] {onRota == 0 ? 0 : slots / onRota, highest};
    }

    /** Weeks of the rotation with a day that cannot be staffed without the member. */
    private int weeksShort(int r, int member) {
        Supply supply = supplies.get(r);
        Staffing staffing = staffings.get(r);
        Supply.Person person = supply.people[member];
        RotationFacts rotation = supply.rotation;
        int result = 0;
        boolean counted = false;
        for (int p = 0; p < supply.days; p++) {
            counted &= !rotation.handover(rotation.firstPlanned() + p).isPreferred();
            if (!counted && staffing.isShortWithout(p, person)) {
                result++;
                counted = true;
            }
        }
        return result;
    }

    private void points(int r, RotationCapacity capacity, List<SinglePoint> result) {
        Supply supply = supplies.get(r);
        List<Tier> tiers = supply.rotation.rotation().tiers();
        if (supply.days == 0) {
            return;
        }
        TreeSet<String> skills = new TreeSet<>();
        for (int t = 0; t < tiers.size(); t++) {
            skills.addAll(tiers.get(t).skills());
            if (capacity.tiers().get(t).holders() == 1) {
                int mask = 1 << supply.groupOf[t];
                for (Supply.Person person : supply.people) {
                    if ((person.mask() & mask) != 0) {
                        result.add(new SinglePoint(
                                SinglePoint.Kind.TIER,
                                capacity.rotation(),
                                List.of(tiers.get(t).id()),
                                null,
                                facts.member(person.member()),
                                null,
                                null));
                    }
                }
            }
        }
        for (String skill : skills) {
            List<Integer> holders = IntStream.range(0, facts.memberCount())
                    .filter(m -> facts.daysOnRota(m) > 0
                            && (!supply.rotation.isOnCall() || facts.member(m).onCall())
                            && facts.member(m).skills().contains(skill))
                    .boxed()
                    .toList();
            if (holders.size() == 1) {
                result.add(new SinglePoint(
                        SinglePoint.Kind.SKILL,
                        capacity.rotation(),
                        tiers.stream()
                                .filter(tier -> tier.skills().contains(skill))
                                .map(Tier::id)
                                .toList(),
                        skill,
                        facts.member(holders.getFirst()),
                        null,
                        null));
            }
        }
        for (Week week : capacity.weeks()) {
            if (week.isJustEnough()) {
                result.add(new SinglePoint(
                        SinglePoint.Kind.WEEK,
                        capacity.rotation(),
                        week.tight(),
                        null,
                        null,
                        week.first(),
                        week.last()));
            }
        }
    }
}
