package org.oncall.rota.solver;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which neighbourhood each move is drawn from. What hardly ever leads to a move that is made is drawn less often: as a search
 * cools, and differently on every team, moves that change much come to be refused nearly always, and the dearest of them
 * take the most time. It goes by numbers of moves alone, so that a seed repeats. Not safe for use by several threads.
 */
final class MoveMix {
    /** Whatever is made so often, of all its moves tried, keeps its whole weight; below that the weight is in proportion. */
    static final double OFTEN_ENOUGH = 0.005;

    /** No weight falls below this part: what is refused now may be what leads on later. */
    static final double LEAST_PART = 0.25;

    /** Fewer tries of a neighbourhood say nothing. */
    static final int LEAST_TRIES = 200;

    /** A neighbourhood, and how often it is drawn beside the others. */
    record Weighted(Neighbourhood neighbourhood, int weight) {}

    private final List<Weighted> all;
    private final long[] tried;
    private final long[] made;
    /** By neighbourhood: its weight and those before it, together. */
    private final double[] upTo;

    private int last;

    MoveMix(List<Weighted> all) {
        this.all = List.copyOf(all);
        this.tried = new long[all.size()];
        this.made = new long[all.size()];
        this.upTo = new double[all.size()];
        aim();
    }

    /** Draws the weights anew from what came of the moves since the last time. */
    void aim() {
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += part(i) * all.get(i).weight();
            upTo[i] = sum;
        }
        Arrays.fill(tried, 0);
        Arrays.fill(made, 0);
    }

    private double part(int i) {
        return tried[i] < LEAST_TRIES ? 1 : Math.clamp((double) made[i] / tried[i] / OFTEN_ENOUGH, LEAST_PART, 1);
    }

    /** The neighbourhood to draw the next move from. */
    Neighbourhood next(RandomGenerator random) {
        double drawn = random.nextDouble() * upTo[upTo.length - 1];
        last = 0;
        while (last < upTo.length - 1 && upTo[last] <= drawn) {
            last++;
        }
        return all.get(last).neighbourhood();
    }

    /** Tells what came of a move that was drawn from the last neighbourhood. */
    void tried(boolean wasMade) {
        tried[last]++;
        if (wasMade) {
            made[last]++;
        }
    }
}
