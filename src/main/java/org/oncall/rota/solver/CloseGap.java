package org.oncall.rota.solver;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.solver.SearchBoard.Line;

/**
 * Somebody takes a gap, and what they hold too near to it, for the rest they need, goes to somebody else: the step that
 * single moves cannot make, because between its two halves a rule would be broken.
 */
final class CloseGap implements Neighbourhood {
    @Override
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line line = board.anyLine();
        int start = nextGap(board, line, random.nextInt(line.days()));
        if (start < 0) {
            return;
        }
        int end = start + 1 + random.nextInt(board.runEnd(line, start) - start);
        List<Person> eligible = board.slot(line, start).getEligible();
        if (eligible.isEmpty()) {
            return;
        }
        Person person = eligible.get(random.nextInt(eligible.size()));
        for (int d = start; d < end; d++) {
            move.give(board.slot(line, d), person);
        }
        Rotation rotation = board.facts().rotation(line.rotation()).rotation();
        int rest =
                random.nextBoolean() ? rotation.restDays() : rotation.festive().restDays();
        int from = Math.max(0, start - rest);
        int to = Math.min(line.days(), end + rest);
        for (Line tier : board.lines()) {
            if (tier.rotation() == line.rotation()) {
                relieve(board, tier, person, from, to, move);
            }
        }
    }

    /** The first slot of a gap at or after the day, going round; -1 where the tier has none. */
    private static int nextGap(SearchBoard board, Line line, int day) {
        for (int i = 0; i < line.days(); i++) {
            int d = (day + i) % line.days();
            if (board.holder(line, d) == null && !board.slot(line, d).isPinned()) {
                return d;
            }
        }
        return -1;
    }

    /** Gives the stretches of the tier that the person holds in the days from-to, each to one other person. */
    private static void relieve(SearchBoard board, Line line, Person person, int from, int to, Reassign move) {
        int d = from;
        while (d < to && !move.isImpossible()) {
            if (board.holder(line, d) != person) {
                d++;
                continue;
            }
            int start = board.runStart(line, d);
            int end = board.runEnd(line, d);
            List<Person> eligible = board.slot(line, start).getEligible();
            @Nullable Person other = eligible.get(board.random().nextInt(eligible.size()));
            for (int day = start; day < end; day++) {
                move.give(board.slot(line, day), other == person ? null : other);
            }
            d = end;
        }
    }
}
