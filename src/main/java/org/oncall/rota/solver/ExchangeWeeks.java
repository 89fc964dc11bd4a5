package org.oncall.rota.solver;

import java.util.random.RandomGenerator;
import org.oncall.rota.solver.SearchBoard.Line;

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
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line first = board.anyLine();
        Line[] lines = new Line[weeks];
        int[] starts = new int[weeks];
        int days = Integer.MAX_VALUE;
        for (int w = 0; w < weeks; w++) {
            lines[w] = allTiers || w == 0 || random.nextInt(3) > 0 ? first : board.otherTier(first);
            int block = random.nextInt(first.blocks().length);
            starts[w] = first.blockStart(block);
            days = Math.min(days, first.blockEnd(block) - starts[w]);
        }
        for (int w = 0; w < weeks; w++) {
            for (int v = 0; v < w; v++) {
                if (starts[v] == starts[w] && (lines[v] == lines[w] || allTiers)) {
                    return;
                }
            }
        }
        int tiers = allTiers ? board.facts().rotation(first.rotation()).tierCount() : 1;
        for (int tier = 0; tier < tiers; tier++) {
            for (int w = 0; w < weeks; w++) {
                Line to = allTiers ? tierOf(board, first, tier) : lines[w];
                Line from = allTiers ? to : lines[(w + 1) % weeks];
                int fromStart = starts[(w + 1) % weeks];
                for (int d = 0; d < days && !move.isImpossible(); d++) {
                    move.give(board.slot(to, starts[w] + d), board.holder(from, fromStart + d));
                }
            }
        }
    }

    private static Line tierOf(SearchBoard board, Line line, int tier) {
        return board.lines().get(board.lines().indexOf(line) - line.tier() + tier);
    }
}
