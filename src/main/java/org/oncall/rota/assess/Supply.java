package org.oncall.rota.assess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oncall.rota.rules.FairShares;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/**
 * Who could hold what of one rotation, day by day. Tiers that the same people may hold are one group; a tier that nobody
 * may hold is in none. People may be added or left out, to ask what that would do.
 */
final class Supply {
    /** The group of a tier that nobody may hold. */
    static final int NO_GROUP = -1;

    final RotationFacts rotation;
    final int periodDays;
    final int days;
    final int[] groupOf;
    final int[] tiersIn;
    final Person[] people;

    /**
     * One person.
     *
     * @param member index of the member; below 0 for one who is only supposed
     * @param mask the groups they may hold, as bits
     * @param there by planned day, whether they could hold a slot on it
     * @param onRota days of the period on the rota
     * @param plannedOnRota the same, of the planned days alone
     * @param most the most days they may be on call in the period
     */
    record Person(int member, int mask, boolean[] there, double share, int onRota, int plannedOnRota, int most) {}

    private Supply(RotationFacts rotation, int periodDays, int[] groupOf, int[] tiersIn, Person[] people) {
        this.rotation = rotation;
        this.periodDays = periodDays;
        this.days = rotation.plannedDays();
        this.groupOf = groupOf;
        this.tiersIn = tiersIn;
        this.people = people;
    }

    static Supply of(RuleFacts facts, int index) {
        RotationFacts rotation = facts.rotation(index);
        int[] groupOf = new int[rotation.tierCount()];
        List<boolean[]> groups = new ArrayList<>();
        int[] sizes = new int[groupOf.length];
        for (int t = 0; t < groupOf.length; t++) {
            boolean[] holders = holders(facts, rotation, t);
            int group = 0;
            while (group < groups.size() && !Arrays.equals(groups.get(group), holders)) {
                group++;
            }
            if (Arrays.equals(holders, new boolean[holders.length])) {
                group = NO_GROUP;
            } else {
                if (group == groups.size()) {
                    groups.add(holders);
                }
                sizes[group]++;
            }
            groupOf[t] = group;
        }
        Person[] people = new Person[facts.memberCount()];
        for (int m = 0; m < people.length; m++) {
            people[m] = person(facts, rotation, groups, m);
        }
        return new Supply(rotation, facts.periodDays(), groupOf, Arrays.copyOf(sizes, groups.size()), people);
    }

    private static boolean[] holders(RuleFacts facts, RotationFacts rotation, int tier) {
        boolean[] result = new boolean[facts.memberCount()];
        for (int m = 0; m < result.length; m++) {
            result[m] = rotation.mayHold(m, tier) && facts.daysOnRota(m) > 0;
        }
        return result;
    }

    private static Person person(RuleFacts facts, RotationFacts rotation, List<boolean[]> groups, int m) {
        int mask = 0;
        for (int g = 0; g < groups.size(); g++) {
            mask |= groups.get(g)[m] ? 1 << g : 0;
        }
        boolean[] there = new boolean[rotation.plannedDays()];
        int planned = 0;
        for (int p = 0; p < there.length; p++) {
            there[p] = mask != 0 && rotation.couldHold(m, p);
            planned += facts.member(m)
                            .isOnRota(rotation.day(rotation.firstPlanned() + p).date())
                    ? 1
                    : 0;
        }
        int most = rotation.isOnCall() ? facts.mostOnCallDays(m) : facts.periodDays();
        return new Person(m, mask, there, facts.member(m).share(), facts.daysOnRota(m), planned, most);
    }

    /** With one more person, full-time and always there, who may hold every tier that somebody may hold. */
    Supply withOneMore() {
        boolean[] there = new boolean[days];
        Arrays.fill(there, true);
        int half =
                periodDays >= RuleFacts.SHORTEST_JUDGED_DAYS && rotation.isOnCall() ? (periodDays - 1) / 2 : periodDays;
        Person[] more = Arrays.copyOf(people, people.length + 1);
        more[people.length] = new Person(-1, (1 << tiersIn.length) - 1, there, 1, periodDays, days, half);
        return new Supply(rotation, periodDays, groupOf, tiersIn, more);
    }

    Supply without(int member) {
        return new Supply(
                rotation,
                periodDays,
                groupOf,
                tiersIn,
                Arrays.stream(people).filter(p -> p.member != member).toArray(Person[]::new));
    }

    /** People who may hold any of the groups at some time of the period. */
    int holders(int groups) {
        return (int) Arrays.stream(people).filter(p -> (p.mask & groups) != 0).count();
    }

    int allGroups() {
        return (1 << tiersIn.length) - 1;
    }

    /** How many tiers the groups have. */
    int tiers(int groups) {
        int result = 0;
        for (int g = 0; g < tiersIn.length; g++) {
            result += (groups >> g & 1) == 1 ? tiersIn[g] : 0;
        }
        return result;
    }

    /** Days of the period that each person owes; by share of full-time, or whoever they are. */
    double[] split(boolean byShare) {
        double[] tierDays = new double[tiersIn.length];
        for (int g = 0; g < tierDays.length; g++) {
            tierDays[g] = (double) days * tiersIn[g];
        }
        double[] weight = new double[people.length];
        boolean[][] mayHold = new boolean[people.length][tierDays.length];
        for (int i = 0; i < people.length; i++) {
            weight[i] = (byShare ? people[i].share : 1) * people[i].plannedOnRota;
            for (int g = 0; g < tierDays.length; g++) {
                mayHold[i][g] = (people[i].mask >> g & 1) == 1;
            }
        }
        return FairShares.split(tierDays, weight, mayHold);
    }

    /** Which of the tiers, by index, are in the groups. */
    List<Integer> tiersOf(int groups) {
        List<Integer> result = new ArrayList<>();
        for (int t = 0; t < groupOf.length; t++) {
            if (groupOf[t] != NO_GROUP && (groups >> groupOf[t] & 1) == 1) {
                result.add(t);
            }
        }
        return result;
    }
}
