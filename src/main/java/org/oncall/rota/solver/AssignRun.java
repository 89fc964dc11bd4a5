package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** Gives a run of days of one tier to one member: a natural shift, a stretch somebody holds, or any few days. */
final class AssignRun implements Neighbourhood {
    private static final int LONGEST_RANDOM_RUN = 7;

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line line = rota.anyLine(random);
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
                start = rota.runStart(line, day);
                end = rota.runEnd(line, day);
            }
            default -> {
                start = day;
                end = Math.min(line.days(), day + 1 + random.nextInt(LONGEST_RANDOM_RUN));
            }
        }
        int member = rota.anyMember(line, random);
        if (member != WorkingRota.NOBODY) {
            rota.give(line, start, end, member);
        }
    }
}
