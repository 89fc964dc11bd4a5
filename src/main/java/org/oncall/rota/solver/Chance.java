package org.oncall.rota.solver;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The source of chance of one search, shared by all copies of its board: seeded, and counting the moves drawn. It also
 * ends the search, because the engine forgets a request to end that comes before it has begun.
 */
final class Chance {
    private final RandomGenerator random;
    private final long mostMoves;
    private final Runnable end;
    private volatile boolean ending;
    private long moves;

    /**
     * Chance from a seed.
     *
     * @param mostMoves how many moves may be drawn
     * @param end ends the leg that runs; called by the thread that draws, for each move drawn after the end was asked for
     */
    Chance(long seed, long mostMoves, Runnable end) {
        this.random = new SplittableRandom(seed);
        this.mostMoves = mostMoves;
        this.end = end;
    }

    RandomGenerator random() {
        return random;
    }

    /** Counts a move about to be tried. */
    void countMove() {
        if (++moves >= mostMoves || ending) {
            ending = true;
            end.run();
        }
    }

    long moves() {
        return moves;
    }

    /** Asks for the end, from any thread. */
    void askToEnd() {
        ending = true;
    }

    boolean isEnding() {
        return ending;
    }
}
