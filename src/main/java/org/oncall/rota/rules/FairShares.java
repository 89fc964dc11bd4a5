package org.oncall.rota.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * The max-min fair split of each tier's days among the members who may hold it, in proportion to their weights: nobody's
 * load, for their weight, can be lowered without raising that of somebody who already carries as much or more.
 */
public final class FairShares {
    /** Above so many groups, their sets are too many to look at each. */
    private static final int MOST_GROUPS_BY_SET = 12;

    private FairShares() {}

    /**
     * Splits the days. Where tiers differ in who may hold them, the set of tiers with the most days for the weight of all
     * who may hold any of them is the bottleneck: those members carry just these tiers, at that level; then the rest is
     * split among the rest.
     *
     * @param days days of each tier
     * @param weight weight of each member, 0 for one who owes nothing
     * @param mayHold by member, then by tier
     * @return days owed by each member
     */
    public static double[] split(double[] days, double[] weight, boolean[][] mayHold) {
        double[] result = new double[weight.length];
        int[] mask = new int[weight.length];
        double[] groupDays = groupTiers(days, weight, mayHold, mask);
        int groups = groupDays.length;
        if (groups > MOST_GROUPS_BY_SET) {
            return splitByFlow(groupDays, weight, mask);
        }
        boolean[] settled = new boolean[weight.length];
        int open = (1 << groups) - 1;
        while (open != 0) {
            double[] weightWithin = weightsWithin(groups, mask, weight, settled, open);
            double total = weightWithin[open];
            int bottleneck = 0;
            double highest = -1;
            for (int tiers = open; tiers != 0; tiers = (tiers - 1) & open) {
                double load = 0;
                for (int t = 0; t < groups; t++) {
                    load += (tiers >> t & 1) == 1 ? groupDays[t] : 0;
                }
                double holders = total - weightWithin[open & ~tiers];
                double level = holders > 0 ? load / holders : 0;
                // Among equals the larger set, so that ties are settled in one go.
                if (level > highest + 1e-12
                        || level > highest - 1e-12 && Integer.bitCount(tiers) > Integer.bitCount(bottleneck)) {
                    highest = Math.max(level, highest);
                    bottleneck = tiers;
                }
            }
            for (int m = 0; m < weight.length; m++) {
                if (!settled[m] && (mask[m] & bottleneck) != 0) {
                    settled[m] = true;
                    result[m] = highest * weight[m];
                }
            }
            open &= ~bottleneck;
        }
        return result;
    }

    /**
     * The same for many groups: from the level of all open tiers together, tiers whose days overflow their holders at that
     * level are a tighter set with a higher one, until none overflows.
     */
    static double[] splitByFlow(double[] groupDays, double[] weight, int[] mask) {
        double[] result = new double[weight.length];
        boolean[] settled = new boolean[weight.length];
        int open = (1 << groupDays.length) - 1;
        while (open != 0) {
            int bottleneck = open;
            double level = level(bottleneck, groupDays, weight, mask, settled);
            int tighter = overflowing(open, level, groupDays, weight, mask, settled);
            while (tighter != 0) {
                double higher = level(tighter, groupDays, weight, mask, settled);
                if (higher <= level * (1 + 1e-12)) {
                    break;
                }
                bottleneck = tighter;
                level = higher;
                tighter = overflowing(open, level, groupDays, weight, mask, settled);
            }
            for (int m = 0; m < weight.length; m++) {
                if (!settled[m] && (mask[m] & bottleneck) != 0) {
                    settled[m] = true;
                    result[m] = level * weight[m];
                }
            }
            open &= ~bottleneck;
        }
        return result;
    }

    private static double level(int tiers, double[] groupDays, double[] weight, int[] mask, boolean[] settled) {
        double days = 0;
        for (int t = 0; t < groupDays.length; t++) {
            days += (tiers >> t & 1) == 1 ? groupDays[t] : 0;
        }
        double holders = 0;
        for (int m = 0; m < weight.length; m++) {
            holders += !settled[m] && (mask[m] & tiers) != 0 ? weight[m] : 0;
        }
        return holders > 0 ? days / holders : 0;
    }

    /** The open tiers whose days do not all fit where each of their holders carries at most the level; 0 where all fit. */
    private static int overflowing(
            int open, double level, double[] groupDays, double[] weight, int[] mask, boolean[] settled) {
        int groups = groupDays.length;
        int sink = 1 + groups + weight.length;
        Flow flow = new Flow(sink + 1, 0, sink);
        double days = 0;
        for (int t = 0; t < groups; t++) {
            if ((open >> t & 1) == 1) {
                flow.edge(0, 1 + t, groupDays[t]);
                days += groupDays[t];
            }
        }
        for (int m = 0; m < weight.length; m++) {
            int held = settled[m] ? 0 : mask[m] & open;
            for (int t = 0; t < groups; t++) {
                if ((held >> t & 1) == 1) {
                    flow.edge(1 + t, 1 + groups + m, groupDays[t]);
                }
            }
            if (held != 0) {
                flow.edge(1 + groups + m, sink, level * weight[m]);
            }
        }
        if (flow.run() > days - 1e-6) {
            return 0;
        }
        int result = 0;
        for (int t = 0; t < groups; t++) {
            result |= (open >> t & 1) == 1 && flow.isReached(1 + t) ? 1 << t : 0;
        }
        return result;
    }

    /** Joins tiers that the same members may hold; fills each member's mask of groups; returns the days of each group. */
    private static double[] groupTiers(double[] days, double[] weight, boolean[][] mayHold, int[] mask) {
        List<boolean[]> groups = new ArrayList<>();
        List<Double> groupDays = new ArrayList<>();
        for (int t = 0; t < days.length; t++) {
            boolean[] holders = new boolean[weight.length];
            boolean anybody = false;
            for (int m = 0; m < weight.length; m++) {
                holders[m] = weight[m] > 0 && mayHold[m][t];
                anybody |= holders[m];
            }
            if (!anybody) {
                continue; // days that nobody can be owed
            }
            int group = 0;
            while (group < groups.size() && !java.util.Arrays.equals(groups.get(group), holders)) {
                group++;
            }
            if (group == groups.size()) {
                groups.add(holders);
                groupDays.add(0.0);
            }
            groupDays.set(group, groupDays.get(group) + days[t]);
            for (int m = 0; m < weight.length; m++) {
                mask[m] |= holders[m] ? 1 << group : 0;
            }
        }
        return groupDays.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** For each set of open groups, the weight of the unsettled members who may hold nothing outside it. */
    private static double[] weightsWithin(int groups, int[] mask, double[] weight, boolean[] settled, int open) {
        double[] within = new double[1 << groups];
        for (int m = 0; m < weight.length; m++) {
            if (!settled[m] && (mask[m] & open) != 0) {
                within[mask[m] & open] += weight[m];
            }
        }
        for (int t = 0; t < groups; t++) {
            for (int set = 0; set < within.length; set++) {
                if ((set >> t & 1) == 1) {
                    within[set] += within[set & ~(1 << t)];
                }
            }
        }
        return within;
    }
}
