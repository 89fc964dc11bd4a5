package org.oncall.rota.solver;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.solver.SearchBoard.Line;

/** A handover moves by a few days, earlier or later. */
final class ShiftBoundary implements Neighbourhood {
    private static final int FARTHEST = 6;

    @Override
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line line = board.anyLine();
        int handover = board.runEnd(line, random.nextInt(line.days()));
        if (handover >= line.days()) {
            return;
        }
        boolean later = random.nextBoolean();
        int target;
        if (random.nextBoolean()) {
            int block = line.blockOf(handover);
            target = later ? line.blockEnd(block) : line.blockStart(block);
        } else {
            int days = 1 + random.nextInt(FARTHEST);
            target = later ? handover + days : handover - days;
        }
        target = Math.max(0, Math.min(line.days(), target));
        @Nullable Person grows = board.holder(line, later ? handover - 1 : handover);
        for (int d = Math.min(handover, target); d < Math.max(handover, target) && !move.isImpossible(); d++) {
            move.give(board.slot(line, d), grows);
        }
    }
}
