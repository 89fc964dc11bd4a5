package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FairSharesTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    @Test
    void split_oneTier_isInProportionToWeight() {
        double[] shares = split(days(35), weights(1, 0.5, 2), "x", "x", "x");

        assertThat(shares).containsExactly(new double[] {10, 5, 20}, EXACTLY);
    }

    @Test
    void split_twoTiersThatEverybodyMayHold_areOnePot() {
        double[] shares = split(days(30, 10), weights(1, 3), "xx", "xx");

        assertThat(shares).containsExactly(new double[] {10, 30}, EXACTLY);
    }

    @Test
    void split_scarceTier_isCarriedByItsHoldersAlone() {
        // Secondary, 56 days, may be held by Ana alone: 56 is more than (56 + 56) / 4. The others share primary.
        double[] shares = split(days(56, 56), weights(1, 1, 1, 1), "xx", "x.", "x.", "x.");

        assertThat(shares).containsExactly(new double[] {56, 56 / 3.0, 56 / 3.0, 56 / 3.0}, EXACTLY);
    }

    @Test
    void split_scarceTierWithinAFairShare_changesNothing() {
        // Secondary has 20 days and two holders: 10 each is less than (60 + 20) / 4 = 20, so they take primary as well.
        double[] shares = split(days(60, 20), weights(1, 1, 1, 1), "xx", "xx", "x.", "x.");

        assertThat(shares).containsExactly(new double[] {20, 20, 20, 20}, EXACTLY);
    }

    @Test
    void split_chainOfThreeTiers_settlesTheBottlenecksInTurn() {
        // c: 40 days for Di alone, level 40: settled. Then b: 30 days, Cy alone left of its holders (Di is settled):
        // {b} is 30 / 1 = 30, {a, b} is 54 / 3 = 18: Cy carries 30. Then a: 24 days for Ana and Bo, 12 each.
        double[] shares = split(days(24, 30, 40), weights(1, 1, 1, 1), "x..", "x..", "xx.", ".xx");

        assertThat(shares).containsExactly(new double[] {12, 12, 30, 40}, EXACTLY);
    }

    @Test
    void split_bottleneckOfTwoTiersTogether_isSeenAsOne() {
        // a and b, 21 days each, have three holders between them: 14 each, though a alone has two (10.5 each).
        // c: 20 days for Di and Ed, 10 each.
        double[] shares = split(days(21, 21, 20), weights(1, 1, 1, 1, 1), "x..", "xx.", ".xx", "..x", "..x");

        assertThat(shares).containsExactly(new double[] {14, 14, 14, 10, 10}, EXACTLY);
    }

    @Test
    void split_partTimerAmongSpecialists_weighsInBothSteps() {
        // b: 30 days for weights 1 and 0.5: level 20, above (30 + 18) / 3 = 16. Then a: 18 days for weight 1.5.
        double[] shares = split(days(18, 30), weights(1, 0.5, 1, 0.5), ".x", "xx", "x.", "x.");

        assertThat(shares).containsExactly(new double[] {20, 10, 12, 6}, EXACTLY);
    }

    @Test
    void split_newcomer_owesByTheirDaysOnTheRota() {
        // Weights as share x days on the rota: 84, 84 and 21 days at 0.8.
        double[] shares = split(days(84), weights(84, 84, 16.8), "x", "x", "x");

        assertThat(shares).containsExactly(new double[] {84 * 84 / 184.8, 84 * 84 / 184.8, 84 * 16.8 / 184.8}, EXACTLY);
    }

    @Test
    void split_nobodyOnTheRota_owesNothing() {
        double[] shares = split(days(40), weights(1, 0, 1), "x", "x", "x");

        assertThat(shares).containsExactly(new double[] {20, 0, 20}, EXACTLY);
    }

    @Test
    void split_tierThatNobodyMayHold_isOwedByNobody() {
        double[] shares = split(days(12, 50), weights(1, 1, 1), "x.", "x.", "..");

        assertThat(shares).containsExactly(new double[] {6, 6, 0}, EXACTLY);
    }

    @Test
    void split_tierWhoseOnlyHolderIsNotOnTheRota_isOwedByNobody() {
        double[] shares = split(days(12, 50), weights(1, 1, 0), "x.", "x.", ".x");

        assertThat(shares).containsExactly(new double[] {6, 6, 0}, EXACTLY);
    }

    @Test
    void split_ties_areSettledAtOneLevel() {
        // {a}, {b} and {a, b} all stand at 10.
        double[] shares = split(days(10, 20), weights(1, 1, 1), "x.", ".x", ".x");

        assertThat(shares).containsExactly(new double[] {10, 10, 10}, EXACTLY);
    }

    @Test
    void split_tieBetweenOverlappingTiers_isSettledAtOneLevel() {
        // a and b are 15 each; {a, b} is 30 for three holders: 10, and c is 10 for Di alone.
        double[] shares = split(days(15, 15, 10), weights(1, 1, 1, 1), "x..", "xx.", ".x.", "..x");

        assertThat(shares).containsExactly(new double[] {10, 10, 10, 10}, EXACTLY);
    }

    @Test
    void split_tierWithoutDays_changesNothing() {
        double[] shares = split(days(12, 0), weights(1, 2), "x.", ".x");

        assertThat(shares).containsExactly(new double[] {12, 0}, EXACTLY);
    }

    @Test
    void split_nothingToSplit_isNothing() {
        assertThat(split(days(), weights(1, 1), "", "")).containsExactly(0, 0);
        assertThat(split(days(7), weights())).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    /**
     * Against an independent method: the split is right if it can be carried out (every set of members can be given what
     * they owe, and all days are), and if nobody could pass days on to somebody who carries less. Both are checked on a
     * division of days that is found by maximum flow.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void split_randomTeams_canBeCarriedOutAndNobodyCouldPassDaysToSomebodyWithLess(int seed) {
        Random random = new Random(seed);
        int tiers = 1 + random.nextInt(4);
        int members = 1 + random.nextInt(7);
        double[] days = random.ints(tiers, 0, 60).asDoubleStream().toArray();
        double[] weight = IntStream.range(0, members)
                .mapToDouble(m -> random.nextInt(8) == 0 ? 0 : (1 + random.nextInt(5)) * (1 + random.nextInt(90)) / 5.0)
                .toArray();
        boolean[][] mayHold = new boolean[members][tiers];
        double density = 0.3 + 0.6 * random.nextDouble();
        for (boolean[] row : mayHold) {
            for (int t = 0; t < tiers; t++) {
                row[t] = random.nextDouble() < density;
            }
        }

        double[] shares = FairShares.split(days, weight, mayHold);

        double[][] division = divide(days, weight, mayHold, shares);
        for (int t = 0; t < tiers; t++) {
            int tier = t;
            boolean owed = IntStream.range(0, members).anyMatch(m -> weight[m] > 0 && mayHold[m][tier]);
            double given = IntStream.range(0, members)
                    .mapToDouble(m -> division[m][tier])
                    .sum();
            assertThat(given).as("days of tier " + t).isCloseTo(owed ? days[t] : 0, within(1e-6));
        }
        for (int m = 0; m < members; m++) {
            assertThat(Arrays.stream(division[m]).sum())
                    .as("days of member " + m)
                    .isCloseTo(shares[m], within(1e-6));
            for (int other = 0; other < members; other++) {
                for (int t = 0; t < tiers; t++) {
                    if (division[m][t] > 1e-6 && mayHold[other][t] && weight[other] > 0) {
                        assertThat(shares[m] / weight[m])
                                .as("level of member " + m + ", who could pass days of tier " + t + " to " + other)
                                .isLessThanOrEqualTo(shares[other] / weight[other] + 1e-6);
                    }
                }
            }
        }
    }

    /** Days by member and tier, as many as flow from tiers to members within what each owes. */
    private static double[][] divide(double[] days, double[] weight, boolean[][] mayHold, double[] shares) {
        int members = shares.length;
        int tiers = days.length;
        int sink = 1 + tiers + members;
        double[][] capacity = new double[sink + 1][sink + 1];
        for (int t = 0; t < tiers; t++) {
            capacity[0][1 + t] = days[t];
            for (int m = 0; m < members; m++) {
                capacity[1 + t][1 + tiers + m] = mayHold[m][t] && weight[m] > 0 ? 1e9 : 0;
            }
        }
        for (int m = 0; m < members; m++) {
            capacity[1 + tiers + m][sink] = shares[m];
        }
        double[][] rest = Arrays.stream(capacity).map(double[]::clone).toArray(double[][]::new);
        for (int[] before = path(rest); before[sink] >= 0; before = path(rest)) {
            double amount = Double.MAX_VALUE;
            for (int n = sink; n != 0; n = before[n]) {
                amount = Math.min(amount, rest[before[n]][n]);
            }
            for (int n = sink; n != 0; n = before[n]) {
                rest[before[n]][n] -= amount;
                rest[n][before[n]] += amount;
            }
        }
        double[][] division = new double[members][tiers];
        for (int m = 0; m < members; m++) {
            for (int t = 0; t < tiers; t++) {
                division[m][t] = rest[1 + tiers + m][1 + t];
            }
        }
        return division;
    }

    /** The node before each on a shortest path from node 0 with capacity left; -1 where there is none. */
    private static int[] path(double[][] rest) {
        int[] before = new int[rest.length];
        Arrays.fill(before, -1);
        int[] queue = new int[rest.length];
        int end = 1;
        for (int i = 0; i < end; i++) {
            for (int n = 1; n < rest.length; n++) {
                if (before[n] < 0 && rest[queue[i]][n] > 1e-9) {
                    before[n] = queue[i];
                    queue[end++] = n;
                }
            }
        }
        return before;
    }

    /** Each row of eligibility has an x for each tier the member may hold. */
    private static double[] split(double[] days, double[] weight, String... eligibility) {
        boolean[][] mayHold = new boolean[weight.length][days.length];
        for (int m = 0; m < weight.length; m++) {
            for (int t = 0; t < days.length; t++) {
                mayHold[m][t] = eligibility[m].charAt(t) == 'x';
            }
        }
        return FairShares.split(days, weight, mayHold);
    }

    private static double[] days(double... days) {
        return days;
    }

    private static double[] weights(double... weights) {
        return weights;
    }
}
