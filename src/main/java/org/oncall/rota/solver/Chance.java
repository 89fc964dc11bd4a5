package org.oncall.rota.solver;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The source of chance of one search, shared by all copies of its board: seeded, and counting the moves drawn. */
final class Chance {
    private final RandomGenerator random;
    private final long mostMoves;
    private final Runnable atLimit;
    private volatile long moves;

    /**
     * Chance from a seed.
     *
     * @param mostMoves how many moves may be drawn
     * @param atLimit called once, by the thread that draws, when that many have been
     */
    Chance(long seed, long mostMoves, Runnable atLimit) {
        this.random = new SplittableRandom(seed);
        this.mostMoves = mostMoves;
        this.atLimit = atLimit;
    }

    RandomGenerator random() {
        return random;
    }

    /** Counts a move about to be tried. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread draws; others only read
    void countMove() {
        if (++moves == mostMoves) {
            atLimit.run();
        }
    }

    long moves() {
        return moves;
    }
}
