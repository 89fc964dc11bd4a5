package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** Two stretches of one rotation, as they are held, change holders; in one tier or across tiers. */
final class ExchangeShifts implements Neighbourhood {
    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line one = rota.anyLine(random);
        Line other = random.nextInt(3) == 0 ? rota.otherTier(one, random) : one;
        int day = random.nextInt(one.days());
        int otherDay = random.nextInt(other.days());
        int holder = rota.holder(one, day);
        int otherHolder = rota.holder(other, otherDay);
        if (holder != otherHolder) {
            rota.give(one, rota.runStart(one, day), rota.runEnd(one, day), otherHolder);
            rota.give(other, rota.runStart(other, otherDay), rota.runEnd(other, otherDay), holder);
        }
    }
}
