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
 * @param mostMoves moves after which the search stops at once; only where they were asked for
 * @param budget moves that legs begun may take together
 * @param firstLeg moves of the first leg, short, for a legal and complete rota soon
 * @param longestLeg moves of the longest; each is twice as long as the one before until then
 */
record SearchPlan(long mostMoves, long budget, long firstLeg, long longestLeg) {
    /** The search ends after this many longest legs without a better rota. */
    static final int MOST_IDLE_LEGS = 40;

    /** After this many legs for nothing but fewer gaps that found none, the gaps left are probably unavoidable. */
    private static final int MOST_VAIN_FILLINGS = 4;

    /** From then on only every so many legs are spent on them. */
    private static final int LEGS_BETWEEN_FILLINGS = 8;

    private static final int IDLE_LEGS_BETWEEN_HOT = 4;

    private static final int FIRST_LEG_PER_SLOT = 50;
    private static final int LONGEST_LEG_PER_SLOT = 300;
    private static final int LEAST_SLOTS = 20;

    /** What a move costs on a machine slower than most, so that the plan ends before the time limit does. */
    private static final double MICROS_PER_MOVE = 9;

    private static final double MICROS_PER_MOVE_AND_SLOT = 0.007;

    static SearchPlan of(SolveSettings settings, int slots) {
        @Nullable Long wanted = settings.moves();
        double micros = MICROS_PER_MOVE + MICROS_PER_MOVE_AND_SLOT * slots;
        long affordable = (long) (settings.limit().toNanos() / 1000.0 / micros);
        int size = Math.max(slots, LEAST_SLOTS);
        return new SearchPlan(
                wanted != null ? wanted : Long.MAX_VALUE,
                wanted != null ? Long.MAX_VALUE : affordable,
                (long) FIRST_LEG_PER_SLOT * size,
                (long) LONGEST_LEG_PER_SLOT * size);
    }

    /** Moves of a leg, counted from 0. */
    long leg(int leg) {
        return leg < 30 ? Math.min(longestLeg, firstLeg << leg) : longestLeg;
    }

    /** Whether a leg should look for fewer gaps alone, after so many such legs in a row that found none. */
    static boolean fills(int leg, int vainFillings) {
        return vainFillings < MOST_VAIN_FILLINGS || leg % LEGS_BETWEEN_FILLINGS == 0;
    }

    /** Whether, after so many legs in a row that found nothing better, the next should start afresh. */
    static boolean isHot(int idleLegs) {
        return idleLegs % IDLE_LEGS_BETWEEN_HOT == IDLE_LEGS_BETWEEN_HOT - 1;
    }

    /** Whether to begin a leg after so many moves; the first always. */
    boolean begins(int leg, long movesBefore) {
        return leg == 0 || movesBefore + leg(leg) <= budget && movesBefore < mostMoves;
    }
}
