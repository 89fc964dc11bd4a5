package org.oncall.rota.solver;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The source of chance of one search, shared by all copies of its board: seeded, and counting the moves drawn. */
final class Chance {
    private final RandomGenerator random;
    private final long mostMoves;
    private final Runnable atMostMoves;
    private long moves;

    /**
     * Chance from a seed.
     *
     * @param mostMoves how many moves may be drawn
     * @param atMostMoves called by the thread that draws when that many have been
     */
    Chance(long seed, long mostMoves, Runnable atMostMoves) {
        this.random = new SplittableRandom(seed);
        this.mostMoves = mostMoves;
        this.atMostMoves = atMostMoves;
    }

    RandomGenerator random() {
        return random;
    }

    /** Counts a move about to be tried. */
    void countMove() {
        if (++moves == mostMoves) {
            atMostMoves.run();
        }
    }

    long moves() {
        return moves;
    }
}
