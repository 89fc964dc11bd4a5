package org.oncall.rota.solver;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.solver.SearchBoard.Line;

/**
 * All handovers of a span come some days earlier or later together, in one tier or in all: where stints are as long and
 * rests as short as they may be, none of them could move alone.
 */
final class SlideHandovers implements Neighbourhood {
    private static final int FARTHEST = 3;

    @Override
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line line = board.anyLine();
        int days = 1 + random.nextInt(FARTHEST);
        int by = random.nextBoolean() ? days : -days;
        int start = random.nextInt(3) == 0 ? 0 : random.nextInt(line.days());
        int end = random.nextInt(3) == 0 ? line.days() : start + 1 + random.nextInt(line.days() - start);
        boolean allTiers = random.nextBoolean();
        for (Line tier : board.lines()) {
            if (tier == line || allTiers && tier.rotation() == line.rotation()) {
                for (int d = start; d < end && !move.isImpossible(); d++) {
                    move.give(board.slot(tier, d), holder(board, tier, d - by));
                }
            }
        }
    }

    /** Who is there now; before the period whoever was there, if anybody, and after it whoever is last. */
    private static @Nullable Person holder(SearchBoard board, Line line, int day) {
        @Nullable Person before = day < 0 ? board.holderBefore(line) : null;
        return before != null ? before : board.holder(line, Math.clamp(day, 0, line.days() - 1));
    }
}
