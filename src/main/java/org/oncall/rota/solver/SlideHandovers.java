package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/**
 * All handovers of a span come some days earlier or later together, in one tier or in all: where stints are as long and
 * rests as short as they may be, none of them could move alone.
 */
final class SlideHandovers implements Neighbourhood {
    private static final int FARTHEST = 3;

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line line = rota.anyLine(random);
        int days = 1 + random.nextInt(FARTHEST);
        int by = random.nextBoolean() ? days : -days;
        int start = random.nextInt(3) == 0 ? 0 : random.nextInt(line.days());
        int end = random.nextInt(3) == 0 ? line.days() : start + 1 + random.nextInt(line.days() - start);
        boolean allTiers = random.nextBoolean();
        for (int t = 0; t < rota.tierCount(line); t++) {
            Line tier = rota.tier(line, t);
            if (tier == line || allTiers) {
                for (int d = start; d < end && !rota.isImpossible(); d++) {
                    rota.give(tier, d, holder(rota, tier, d - by));
                }
            }
        }
    }

    /** Who is there now; before the period whoever was there, if anybody, and after it whoever is last. */
    private static int holder(WorkingRota rota, Line line, int day) {
        int before = day < 0 ? rota.holderBefore(line) : WorkingRota.NOBODY;
        return before != WorkingRota.NOBODY ? before : rota.holder(line, Math.clamp(day, 0, line.days() - 1));
    }
}
