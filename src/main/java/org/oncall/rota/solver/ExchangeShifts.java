package org.oncall.rota.solver;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.solver.SearchBoard.Line;

/** Two stretches of one rotation, as they are held, change holders; in one tier or across tiers. */
final class ExchangeShifts implements Neighbourhood {
    @Override
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line one = board.anyLine();
        Line other = random.nextInt(3) == 0 ? board.otherTier(one) : one;
        int day = random.nextInt(one.days());
        int otherDay = random.nextInt(other.days());
        @Nullable Person holder = board.holder(one, day);
        @Nullable Person otherHolder = board.holder(other, otherDay);
        if (holder == otherHolder) {
            return;
        }
        give(board, one, day, otherHolder, move);
        give(board, other, otherDay, holder, move);
    }

    private static void give(SearchBoard board, Line line, int day, @Nullable Person person, Reassign move) {
        int end = board.runEnd(line, day);
        for (int d = board.runStart(line, day); d < end && !move.isImpossible(); d++) {
            move.give(board.slot(line, d), person);
        }
    }
}
