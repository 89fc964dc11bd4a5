package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** Over a stretch of days the holders of two tiers of one rotation change places. */
final class ExchangeTiers implements Neighbourhood {
    private static final int LONGEST_RANDOM_STRETCH = 7;

    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line one = rota.anyLine(random);
        Line other = rota.otherTier(one, random);
        if (one == other) {
            return;
        }
        int day = random.nextInt(one.days());
        int start;
        int end;
        if (random.nextInt(3) > 0) {
            // To where either tier changes hands, so that no handover is added.
            start = Math.max(rota.runStart(one, day), rota.runStart(other, day));
            end = Math.min(rota.runEnd(one, day), rota.runEnd(other, day));
        } else {
            start = day;
            end = Math.min(one.days(), day + 1 + random.nextInt(LONGEST_RANDOM_STRETCH));
        }
        for (int d = start; d < end && !rota.isImpossible(); d++) {
            rota.give(one, d, rota.holder(other, d));
            rota.give(other, d, rota.holder(one, d));
        }
    }
}
