package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** A handover moves by a few days, earlier or later. */
final class ShiftBoundary implements Neighbourhood {
    private static final int FARTHEST = 6;

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line line = rota.anyLine(random);
        int handover = rota.runEnd(line, random.nextInt(line.days()));
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
        target = Math.clamp(target, 0, line.days());
        int grows = rota.holder(line, later ? handover - 1 : handover);
        rota.give(line, Math.min(handover, target), Math.max(handover, target), grows);
    }
}
