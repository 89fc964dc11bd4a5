package org.oncall.rota.solver;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The source of chance of one search, shared by all copies of its board: seeded, and counting the moves drawn. */
final class Chance {
    private final RandomGenerator random;
    private long moves;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    RandomGenerator random() {
        return random;
    }

    /** Counts a move about to be tried. */
    void countMove() {
        moves++;
    }

    long moves() {
        return moves;
    }
}
