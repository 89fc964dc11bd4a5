package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** Ruin and recreate: a few natural shifts running, in one tier or in all, are given anew. */
final class RecreateWeeks implements Neighbourhood {
    private static final int MOST_BLOCKS = 3;

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line line = rota.anyLine(random);
        int first = line.blockOf(rota.anyDay(line, random));
        int last = Math.min(line.blocks().length - 1, first + random.nextInt(MOST_BLOCKS));
        boolean allTiers = random.nextBoolean();
        Recreation recreation = new Recreation();
        for (int t = 0; t < rota.tierCount(line); t++) {
            Line tier = rota.tier(line, t);
            for (int block = first; (tier == line || allTiers) && block <= last; block++) {
                recreation.ruin(tier, line.blockStart(block), line.blockEnd(block));
            }
        }
        recreation.recreate(rota, random);
    }
}
