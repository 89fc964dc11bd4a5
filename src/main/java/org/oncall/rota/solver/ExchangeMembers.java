package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** Over a span of weeks two members take each other's slots, in every tier of a rotation. */
final class ExchangeMembers implements Neighbourhood {
    private static final int MOST_BLOCKS = 8;

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line line = rota.anyLine(random);
        int one = rota.anyMember(line, random);
        if (one == WorkingRota.NOBODY) {
            return;
        }
        int other = random.nextInt(rota.members());
        if (one == other) {
            return;
        }
        int block = random.nextInt(line.blocks().length);
        int lastBlock = Math.min(line.blocks().length - 1, block + random.nextInt(MOST_BLOCKS));
        int start = line.blockStart(block);
        int end = line.blockEnd(lastBlock);
        for (int t = 0; t < rota.tierCount(line); t++) {
            Line tier = rota.tier(line, t);
            for (int d = start; d < end && !rota.isImpossible(); d++) {
                int holder = rota.holder(tier, d);
                if (holder == one) {
                    rota.give(tier, d, other);
                } else if (holder == other) {
                    rota.give(tier, d, one);
                }
            }
        }
    }
}
