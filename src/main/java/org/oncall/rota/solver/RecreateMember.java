package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** Ruin and recreate: what one member holds of a rotation over some weeks is given anew, stretch by stretch. */
final class RecreateMember implements Neighbourhood {
    private static final int MOST_BLOCKS = 12;

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line line = rota.anyLine(random);
        int day = rota.anyDay(line, random);
        int member = rota.holder(line, day);
        if (member == WorkingRota.NOBODY) {
            return;
        }
        int block = line.blockOf(day);
        int lastBlock = Math.min(line.blocks().length - 1, block + random.nextInt(MOST_BLOCKS));
        int end = line.blockEnd(lastBlock);
        Recreation recreation = new Recreation();
        for (int t = 0; t < rota.tierCount(line); t++) {
            Line tier = rota.tier(line, t);
            int d = line.blockStart(block);
            while (d < end) {
                int to = Math.min(end, rota.runEnd(tier, d));
                if (rota.holder(tier, d) == member) {
                    recreation.ruin(tier, d, to);
                }
                d = to;
            }
        }
        recreation.recreate(rota, random);
    }
}
