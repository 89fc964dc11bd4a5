package org.oncall.rota.solver;

import java.util.random.RandomGenerator;
import org.oncall.rota.solver.SearchBoard.Line;

/** Over a stretch of days the holders of two tiers of one rotation change places. */
final class ExchangeTiers implements Neighbourhood {
    private static final int LONGEST_RANDOM_STRETCH = 7;

    @Override
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line one = board.anyLine();
        Line other = board.otherTier(one);
        if (one == other) {
            return;
        }
        int day = random.nextInt(one.days());
        int start;
        int end;
        if (random.nextInt(3) > 0) {
            // To where either tier changes hands, so that no handover is added.
            start = Math.max(board.runStart(one, day), board.runStart(other, day));
            end = Math.min(board.runEnd(one, day), board.runEnd(other, day));
        } else {
            start = day;
            end = Math.min(one.days(), day + 1 + random.nextInt(LONGEST_RANDOM_STRETCH));
        }
        for (int d = start; d < end && !move.isImpossible(); d++) {
            SlotEntity slot = board.slot(one, d);
            SlotEntity otherSlot = board.slot(other, d);
            move.give(slot, otherSlot.getPerson());
            move.give(otherSlot, slot.getPerson());
        }
    }
}
