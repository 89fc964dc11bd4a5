package org.oncall.rota.solver;

import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.SolveSettings;

/**
 * How many moves a search tries, and in which legs: worked out from the problem and the settings alone, never from a
 * clock, so that the same input and seed give the same rota on every machine that keeps up.
 *
 * <p>A leg is one annealing from the best rota so far. Rotas have many local optima: several short legs from the best find
 * more than a single long one, and a search that is stopped has lost one leg at most.
 *
 * @param mostMoves moves in all legs together
 * @param firstLeg moves of the first leg, short, for a legal and complete rota soon
 * @param longestLeg moves of the longest; each is twice as long as the one before until then
 * @param idleLegs the search ends after this many longest legs without a better rota
 */
record SearchPlan(long mostMoves, long firstLeg, long longestLeg, int idleLegs) {
    private static final int FIRST_LEG_PER_SLOT = 50;
    private static final int LONGEST_LEG_PER_SLOT = 300;
    private static final int IDLE_LEGS = 40;

    /** What a move costs on a machine that is slower than most, so that the plan ends before the time limit does. */
    private static final double MICROS_PER_MOVE = 12;

    private static final double MICROS_PER_MOVE_AND_SLOT = 0.01;

    static SearchPlan of(SolveSettings settings, int slots) {
        @Nullable Integer wanted = settings.steps();
        double micros = MICROS_PER_MOVE + MICROS_PER_MOVE_AND_SLOT * slots;
        long moves =
                wanted != null ? wanted : Math.max(1, (long) (settings.limit().toNanos() / 1000.0 / micros));
        int size = Math.max(slots, 20);
        return new SearchPlan(moves, (long) FIRST_LEG_PER_SLOT * size, (long) LONGEST_LEG_PER_SLOT * size, IDLE_LEGS);
    }

    /** Moves of a leg, given how many were tried before it. */
    long leg(int leg, long movesBefore) {
        long moves = leg < 30 ? Math.min(longestLeg, firstLeg << leg) : longestLeg;
        return Math.min(moves, mostMoves - movesBefore);
    }
}
