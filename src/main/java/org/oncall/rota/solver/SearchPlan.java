package org.oncall.rota.solver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.SolveSettings;

/**
 * How many moves a search tries, and in which legs: worked out from the problem and the settings alone, never from a
 * clock, so that the same input and seed give the same rota on every machine that keeps up.
 *
 * <p>A leg is one annealing from the best rota so far. Rotas have many local optima: several legs find more than a single
 * long one, and a search that is stopped has lost one leg at most.
 *
 * @param mostMoves moves of all searches together after which they stop at once; only where they were asked for
 * @param budget moves that legs begun may take together
 * @param firstLeg moves of the first leg of each search, short, for a legal and complete rota soon
 * @param longestLeg moves of the longest; each is twice as long as the one before until then
 * @param mostIdle moves of all together without a better rota after which the search ends
 * @param scale of the costs of the problem, for which the temperatures are meant
 */
record SearchPlan(long mostMoves, long budget, long firstLeg, long longestLeg, long mostIdle, CostScale scale) {
    /** Unless somebody says otherwise, the search ends after this many longest legs without a better rota. */
    private static final int MOST_IDLE_LEGS = 16;

    private static final int FIRST_LEG_PER_SLOT = 50;
    private static final int LONGEST_LEG_PER_SLOT = 1000;
    private static final int LEAST_SLOTS = 20;

    /** What a move costs, all searches together, on a machine with a processor for each; a little more on large teams. */
    private static final double MICROS_PER_MOVE = 0.7;

    private static final double MICROS_PER_MOVE_AND_SLOT = 0.0005;

    /** The cost that is accepted about once in three times, at the start of a leg and at its end. */
    private static final double HOT = 30;

    private static final double WARM = 15;
    private static final double COLD = 1;
    private static final int LEGS_BETWEEN_HOT = 4;

    /** The same while there are gaps, every other leg: rotas without any are too few to be found on the way downhill. */
    private static final double HOT_WITH_GAPS = 300;

    private static final double COLD_WITH_GAPS = 30;

    /** What a gap counts for: at first little enough that one opens to close another, at last more than any saving. */
    private static final double GAP_WHILE_HOT = 100;

    private static final double GAP_WHILE_COLD = 1_000;

    /** Each search needs some legs of its own before it is worth while to give its rota up for a better one. */
    private static final int LEGS_BETWEEN_SHARING = 4;

    static SearchPlan of(SolveSettings settings, int slots, CostScale scale) {
        @Nullable Long wanted = settings.moves();
        double micros = MICROS_PER_MOVE + MICROS_PER_MOVE_AND_SLOT * slots;
        long affordable = (long) (settings.limit().toNanos() / 1000.0 / micros);
        int size = Math.max(slots, LEAST_SLOTS);
        long longest = (long) LONGEST_LEG_PER_SLOT * size;
        Duration unimproved = settings.unimproved();
        return new SearchPlan(
                wanted != null ? wanted : Long.MAX_VALUE,
                wanted != null ? Long.MAX_VALUE : affordable,
                (long) FIRST_LEG_PER_SLOT * size,
                longest,
                unimproved != null
                        ? (long) (unimproved.toNanos() / 1000.0 / micros)
                        : MOST_IDLE_LEGS * Portfolio.SEARCHES * longest,
                scale);
    }

    /** Moves of a leg of each search, counted from 0. */
    long length(int leg) {
        return leg < 30 ? Math.min(longestLeg, firstLeg << leg) : longestLeg;
    }

    /** How a leg of the first search cools. */
    Annealer.Cooling cooling(int leg, boolean gaps) {
        if (gaps && leg % 2 == 1) {
            return cooling(HOT_WITH_GAPS, COLD_WITH_GAPS, GAP_WHILE_COLD);
        }
        boolean hot = leg == 0 || leg % LEGS_BETWEEN_HOT == LEGS_BETWEEN_HOT - 1;
        return cooling(hot ? HOT : WARM, COLD, GAP_WHILE_HOT);
    }

    private Annealer.Cooling cooling(double hot, double cold, double gapWhileHot) {
        return new Annealer.Cooling(
                hot * scale.typical(),
                cold * scale.typical(),
                gapWhileHot * scale.largest(),
                GAP_WHILE_COLD * scale.largest());
    }

    /** Whether after that leg all searches go on from the best rota of all. */
    static boolean shares(int leg) {
        return leg % LEGS_BETWEEN_SHARING == LEGS_BETWEEN_SHARING - 1;
    }

    /** Whether to begin a leg after so many moves; the first always. */
    boolean begins(int leg, long movesBefore) {
        return leg == 0 || movesBefore + Portfolio.SEARCHES * length(leg) <= budget && movesBefore < mostMoves;
    }
}
