package org.oncall.rota.solver;

import java.util.List;
import java.util.random.RandomGenerator;
import org.oncall.rota.solver.SearchBoard.Line;

/** Gives a run of days of one tier to one member: a natural shift, a stretch somebody holds, or any few days. */
final class AssignRun implements Neighbourhood {
    private static final int LONGEST_RANDOM_RUN = 7;

    @Override
    public void draw(SearchBoard board, Reassign move) {
        RandomGenerator random = board.random();
        Line line = board.anyLine();
        int day = random.nextInt(line.days());
        int start;
        int end;
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                int block = line.blockOf(day);
                start = line.blockStart(block);
                end = line.blockEnd(block);
            }
            case 2 -> {
                start = board.runStart(line, day);
                end = board.runEnd(line, day);
            }
            default -> {
                start = day;
                end = Math.min(line.days(), day + 1 + random.nextInt(LONGEST_RANDOM_RUN));
            }
        }
        List<Person> eligible = board.slot(line, start).getEligible();
        if (eligible.isEmpty()) {
            return;
        }
        Person person = eligible.get(random.nextInt(eligible.size()));
        for (int d = start; d < end && !move.isImpossible(); d++) {
            move.give(board.slot(line, d), person);
        }
    }
}
