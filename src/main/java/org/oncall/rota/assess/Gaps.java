package org.oncall.rota.assess;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.rules.Flow;
import org.oncall.rota.rules.RotationFacts;

/**
 * Gaps that counting proves: in no rota that breaks no hard rule are there fewer. Each bound looks at a part of the rules
 * only, so there may be more gaps than it says, never fewer.
 */
final class Gaps {
    /** Edges of all networks for one rotation together, so that a large team is answered in time; beyond, bounds are left out. */
    private static final long MOST_EDGES = 1_500_000;

    private final Supply supply;
    private final Staffing staffing;
    private final RotationFacts rotation;
    private final int tiers;
    private long edgesLeft = MOST_EDGES;

    /** Slots that stay empty, at least, of the groups' tiers from one planned day to another. */
    record Bound(CertainGap.Reason reason, int first, int last, int groups, int missing) {}

    /**
     * What is proven.
     *
     * @param bounds first days that lack people; then longer stretches that prove more than their days; then half the time
     *     where that proves more still. They overlap, so they do not add up
     * @param slots that stay empty at least, of tiers that somebody may hold
     * @param rest nothing proves that people rest too little where every slot is held that somebody is there for
     * @param half nothing proves that somebody is then on call half of the time or more
     */
    record Proven(List<Bound> bounds, int slots, boolean rest, boolean half) {}

    Gaps(Supply supply, Staffing staffing) {
        this.supply = supply;
        this.staffing = staffing;
        this.rotation = supply.rotation;
        this.tiers = supply.tiers(supply.allGroups());
    }

    Proven prove() {
        List<Bound> bounds = new ArrayList<>();
        for (int p = 0; p < supply.days; p++) {
            Staffing.Day day = staffing.day(p);
            if (day.missing() > 0) {
                bounds.add(new Bound(CertainGap.Reason.PEOPLE, p, p, day.tight(), day.missing()));
            }
        }
        List<Bound> rests = new ArrayList<>();
        rest(rests);
        List<Bound> best = bestOfDays(rests);
        best.stream().filter(bound -> bound.reason != CertainGap.Reason.PEOPLE).forEach(bounds::add);
        int slots = best.stream().mapToInt(Bound::missing).sum();
        int half = rotation.isOnCall() ? half() : 0;
        if (half > slots) {
            bounds.add(new Bound(CertainGap.Reason.HALF_THE_TIME, 0, supply.days - 1, supply.allGroups(), half));
        }
        boolean halfKept = half <= missingByDay(0, supply.days - 1);
        return new Proven(bounds, Math.max(half, slots), rests.isEmpty(), halfKept);
    }

    /** The bounds on stretches that do not overlap which prove most together. */
    private List<Bound> bestOfDays(List<Bound> rests) {
        List<Bound> stretches = new ArrayList<>(rests);
        festive(stretches);
        Map<Integer, List<Bound>> byLast = new HashMap<>();
        stretches.forEach(bound ->
                byLast.computeIfAbsent(bound.last, last -> new ArrayList<>()).add(bound));
        int[] most = new int[supply.days + 1];
        Bound[] taken = new Bound[supply.days + 1];
        for (int p = 0; p < supply.days; p++) {
            Staffing.Day day = staffing.day(p);
            most[p + 1] = most[p] + day.missing();
            taken[p + 1] = new Bound(CertainGap.Reason.PEOPLE, p, p, day.tight(), day.missing());
            for (Bound bound : byLast.getOrDefault(p, List.of())) {
                if (most[bound.first] + bound.missing > most[p + 1]) {
                    most[p + 1] = most[bound.first] + bound.missing;
                    taken[p + 1] = bound;
                }
            }
        }
        List<Bound> result = new ArrayList<>();
        for (int p = supply.days; p > 0; p = taken[p].first) {
            if (taken[p].missing > 0) {
                result.addFirst(taken[p]);
            }
        }
        return result;
    }

    private int missingByDay(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .map(p -> staffing.day(p).missing())
                .sum();
    }

    private int schedule(int plannedDay) {
        return rotation.firstPlanned() + plannedDay;
    }

    private long epoch(int plannedDay) {
        return rotation.day(schedule(plannedDay)).date().toEpochDay();
    }

    /** In so many days as a stint and a rest have together, nobody is on call for more than a stint. */
    private void rest(List<Bound> result) {
        int rest = rotation.rotation().restDays();
        int festiveRest = rotation.rotation().festive().restDays();
        for (int first = 0; first < supply.days; first++) {
            boolean festive = rotation.isFestive(schedule(first));
            int longest = festive
                    ? rotation.rotation().festive().longestDays()
                    : rotation.rotation().longestDays();
            // Between two stints there is a day at least, or they were one.
            int length = longest + Math.max(1, festive ? Math.min(rest, festiveRest) : rest);
            int last = first;
            int moved = rotation.handover(schedule(first) + 1).movedDays();
            while (last + 1 < supply.days
                    && epoch(last + 1) < epoch(first) + length
                    && rotation.isFestive(schedule(last + 1)) == festive) {
                last++;
                moved = Math.max(moved, rotation.handover(schedule(last) + 1).movedDays());
            }
            int most = festive ? longest : longest + moved;
            if (last - first + 1 <= most || isEasy(first, last, most)) {
                continue;
            }
            int missing = missing(first, last, most);
            if (missing > missingByDay(first, last)) {
                result.add(new Bound(CertainGap.Reason.REST, first, last, supply.allGroups(), missing));
            }
        }
    }

    /** Whether the people who are there on all days can fill them by turns. */
    private boolean isEasy(int first, int last, int most) {
        Map<Integer, Integer> throughout = new TreeMap<>();
        for (Supply.Person person : supply.people) {
            if (IntStream.rangeClosed(first, last).allMatch(p -> person.there()[p])) {
                throughout.merge(person.mask(), 1, Integer::sum);
            }
        }
        int turns = (last - first + most) / most;
        return most > 0 && Staffing.filled(supply, throughout, turns) == turns * tiers;
    }

    /** Nobody bears two festive days of one festive period, so each of them needs people of its own. */
    private void festive(List<Bound> result) {
        Map<Integer, Map<FestiveDay, Integer>> years = new TreeMap<>();
        for (int p = 0; p < supply.days; p++) {
            for (FestiveDay day : rotation.day(schedule(p)).festiveDays()) {
                years.computeIfAbsent(day.year(), year -> new LinkedHashMap<>())
                        .merge(day, p, (one, other) -> there(other) < there(one) ? other : one);
            }
        }
        for (Map<FestiveDay, Integer> year : years.values()) {
            List<Integer> days = year.values().stream().distinct().sorted().toList();
            if (days.size() > 1) {
                int missing = days.size() * tiers - filledByDistinct(days);
                int first = days.getFirst();
                int last = days.getLast();
                int byDay =
                        days.stream().mapToInt(p -> staffing.day(p).missing()).sum();
                if (missing > byDay) {
                    int others = missingByDay(first, last) - byDay;
                    result.add(new Bound(CertainGap.Reason.FESTIVE, first, last, supply.allGroups(), missing + others));
                }
            }
        }
    }

    private int there(int plannedDay) {
        return staffing.day(plannedDay).people(supply.allGroups());
    }

    /** Slots of these days that can be filled where nobody fills two. */
    private int filledByDistinct(List<Integer> days) {
        int groups = supply.tiersIn.length;
        int firstPerson = 1 + days.size() * groups;
        int sink = firstPerson + supply.people.length;
        Flow flow = new Flow(sink + 1, 0, sink);
        for (int d = 0; d < days.size(); d++) {
            for (int g = 0; g < groups; g++) {
                flow.edge(0, 1 + d * groups + g, supply.tiersIn[g]);
            }
        }
        for (int i = 0; i < supply.people.length; i++) {
            Supply.Person person = supply.people[i];
            flow.edge(firstPerson + i, sink, 1);
            for (int d = 0; d < days.size(); d++) {
                for (int g = 0; g < groups; g++) {
                    if (person.there()[days.get(d)] && (person.mask() >> g & 1) == 1) {
                        flow.edge(1 + d * groups + g, firstPerson + i, 1);
                    }
                }
            }
        }
        return (int) Math.round(flow.run());
    }

    private int half() {
        boolean limits = false;
        for (Supply.Person person : supply.people) {
            limits |= person.most() < supply.days;
        }
        return limits ? missing(0, supply.days - 1, Integer.MAX_VALUE) : 0;
    }

    /** People who are alike: in what they may hold, when they are there, and for how many days. */
    private record Kind(int mask, BitSet there, int most) {}

    /**
     * Slots that stay empty where nobody holds two tiers on a day, nor more than so many days, nor more than their own
     * most. Days on which the same people are there are alike: whoever owes each person and each tier no more than there
     * are days can spread that over the days.
     */
    private int missing(int first, int last, int most) {
        int length = last - first + 1;
        Map<Kind, Integer> kinds = new LinkedHashMap<>();
        for (Supply.Person person : supply.people) {
            BitSet there = new BitSet(length);
            for (int p = first; p <= last; p++) {
                there.set(p - first, person.there()[p]);
            }
            int own = Math.min(Math.min(most, person.most()), there.cardinality());
            if (own > 0 && person.mask() != 0) {
                kinds.merge(new Kind(person.mask(), there, own), 1, Integer::sum);
            }
        }
        List<Map.Entry<Kind, Integer>> people = List.copyOf(kinds.entrySet());
        Map<BitSet, Integer> patterns = new LinkedHashMap<>();
        for (int p = 0; p < length; p++) {
            BitSet there = new BitSet(people.size());
            for (int i = 0; i < people.size(); i++) {
                there.set(i, people.get(i).getKey().there.get(p));
            }
            patterns.merge(there, 1, Integer::sum);
        }
        int groups = supply.tiersIn.length;
        edgesLeft -= (long) people.size() * patterns.size() * (1 + groups);
        if (edgesLeft < 0) {
            return 0;
        }
        int nodes = 2 + people.size() + patterns.size() * (groups + people.size());
        Flow flow = new Flow(nodes, 0, 1);
        for (int i = 0; i < people.size(); i++) {
            flow.edge(
                    0,
                    2 + i,
                    (double) people.get(i).getKey().most * people.get(i).getValue());
        }
        int node = 2 + people.size();
        for (Map.Entry<BitSet, Integer> pattern : patterns.entrySet()) {
            int days = pattern.getValue();
            int firstGroup = node;
            for (int g = 0; g < groups; g++) {
                flow.edge(node++, 1, (double) days * supply.tiersIn[g]);
            }
            for (int i = 0; i < people.size(); i++) {
                if (!pattern.getKey().get(i)) {
                    continue;
                }
                double capacity = (double) days * people.get(i).getValue();
                flow.edge(2 + i, node, capacity);
                for (int g = 0; g < groups; g++) {
                    if ((people.get(i).getKey().mask >> g & 1) == 1) {
                        flow.edge(node, firstGroup + g, capacity);
                    }
                }
                node++;
            }
        }
        return length * tiers - (int) Math.round(flow.run());
    }
}
