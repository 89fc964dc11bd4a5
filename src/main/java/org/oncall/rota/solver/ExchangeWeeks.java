package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/**
 * Two or three natural shifts of one rotation change what is in them, day by day: exchanged, or passed round. In one tier,
 * across tiers, or with all their tiers together.
 */
final class ExchangeWeeks implements Neighbourhood {
    private final int weeks;
    private final boolean allTiers;

    /**
     * How many weeks pass their holders round.
     *
     * @param weeks two to exchange, three to rotate
     * @param allTiers whether every tier of the rotation goes with them
     */
    ExchangeWeeks(int weeks, boolean allTiers) {
        this.weeks = weeks;
        this.allTiers = allTiers;
    }

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line first = rota.anyLine(random);
        Line[] lines = new Line[weeks];
        int[] starts = new int[weeks];
        int days = Integer.MAX_VALUE;
        for (int w = 0; w < weeks; w++) {
            lines[w] = allTiers || w == 0 || random.nextInt(3) > 0 ? first : rota.otherTier(first, random);
            int block = random.nextInt(first.blocks().length);
            starts[w] = first.blockStart(block);
            days = Math.min(days, first.blockEnd(block) - starts[w]);
            for (int v = 0; v < w; v++) {
                if (starts[v] == starts[w] && lines[v] == lines[w]) {
                    return;
                }
            }
        }
        int tiers = allTiers ? rota.tierCount(first) : 1;
        for (int tier = 0; tier < tiers; tier++) {
            for (int w = 0; w < weeks; w++) {
                int next = (w + 1) % weeks;
                Line to = allTiers ? rota.tier(first, tier) : lines[w];
                Line from = allTiers ? to : lines[next];
                for (int d = 0; d < days && !rota.isImpossible(); d++) {
                    rota.give(to, starts[w] + d, rota.holder(from, starts[next] + d));
                }
            }
        }
    }
}
