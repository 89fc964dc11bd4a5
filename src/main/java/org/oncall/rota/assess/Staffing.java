package org.oncall.rota.assess;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.oncall.rota.rules.Flow;

/**
 * Whether each day can be staffed: distinct people for all tiers. People who may hold the same groups are alike on a day,
 * so days are told apart by how many of each kind are there.
 */
final class Staffing {
    private static final int UNLIMITED = 1_000_000;

    private final Supply supply;
    private final Day[] days;
    private final Map<Day, Map<Integer, Boolean>> shortWithout = new IdentityHashMap<>();

    /**
     * How one day stands.
     *
     * @param there how many people are there, by the groups they may hold
     * @param missing slots that nobody can fill, at least
     * @param absences how many people may be absent, whoever they are, before a slot cannot be filled; 0 where some cannot
     * @param tight groups that are missing people, or would with one absence more
     */
    record Day(Map<Integer, Integer> there, int missing, int absences, int tight) {
        /** People there who may hold any of the groups. */
        int people(int groups) {
            return there.entrySet().stream()
                    .filter(kind -> (kind.getKey() & groups) != 0)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    Staffing(Supply supply) {
        this.supply = supply;
        this.days = new Day[supply.days];
        Map<Map<Integer, Integer>, Day> known = new HashMap<>();
        for (int p = 0; p < days.length; p++) {
            Map<Integer, Integer> there = new TreeMap<>();
            for (Supply.Person person : supply.people) {
                if (person.there()[p]) {
                    there.merge(person.mask(), 1, Integer::sum);
                }
            }
            days[p] = known.computeIfAbsent(there, this::day);
        }
    }

    Day day(int plannedDay) {
        return days[plannedDay];
    }

    private Day day(Map<Integer, Integer> there) {
        int groups = supply.tiersIn.length;
        int wanted = supply.tiers(supply.allGroups());
        Network all = new Network(supply, there, 1);
        int filled = (int) Math.round(all.flow.run());
        if (filled < wanted) {
            return new Day(there, wanted - filled, 0, all.reached());
        }
        int least = UNLIMITED;
        int tight = 0;
        // A tier that asks for as many people as it can get, the others sated, shows how many can be spared.
        for (int g = 0; g < groups; g++) {
            Network network = new Network(supply, there, 1);
            network.flow.run();
            network.flow.widen(network.tierEdges[g], UNLIMITED);
            int spare = (int) Math.round(network.flow.run());
            if (spare < least) {
                least = spare;
                tight = network.reached();
            }
        }
        return new Day(there, 0, groups == 0 ? 0 : least, tight);
    }

    /** Whether somebody's absence leaves a slot of the day empty that could be filled with them. */
    boolean isShortWithout(int plannedDay, Supply.Person person) {
        Day day = days[plannedDay];
        if (!person.there()[plannedDay] || day.absences > 0) {
            return false;
        }
        return shortWithout.computeIfAbsent(day, known -> new HashMap<>()).computeIfAbsent(person.mask(), mask -> {
            Map<Integer, Integer> rest = new TreeMap<>(day.there);
            rest.computeIfPresent(mask, (kind, count) -> count - 1);
            return filled(supply, rest, 1) < supply.tiers(supply.allGroups()) - day.missing;
        });
    }

    /** Slots that can be filled where each tier wants so many people at once. */
    static int filled(Supply supply, Map<Integer, Integer> there, int copies) {
        return (int) Math.round(new Network(supply, there, copies).flow.run());
    }

    /** From tiers to kinds of people. */
    private static final class Network {
        private final Flow flow;
        private final int[] tierEdges;
        private final int groups;

        Network(Supply supply, Map<Integer, Integer> there, int copies) {
            groups = supply.tiersIn.length;
            int sink = 1 + groups + there.size();
            flow = new Flow(sink + 1, 0, sink);
            tierEdges = new int[groups];
            for (int g = 0; g < groups; g++) {
                tierEdges[g] = flow.edge(0, 1 + g, (double) copies * supply.tiersIn[g]);
            }
            int node = 1 + groups;
            for (Map.Entry<Integer, Integer> kind : there.entrySet()) {
                for (int g = 0; g < groups; g++) {
                    if ((kind.getKey() >> g & 1) == 1) {
                        flow.edge(1 + g, node, UNLIMITED);
                    }
                }
                flow.edge(node++, sink, kind.getValue());
            }
        }

        int reached() {
            int result = 0;
            for (int g = 0; g < groups; g++) {
                result |= flow.isReached(1 + g) ? 1 << g : 0;
            }
            return result;
        }
    }
}
