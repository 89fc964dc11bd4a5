package org.oncall.rota.solver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.SolveSettings;

/**
 * How many moves a search tries, and in which legs: worked out from the problem and the settings alone, never from a
 * clock, so that the same input and seed give the same rota on every machine that keeps up.
 *
 * <p>A leg is one annealing from the best rota so far. The slower it cools, the better it ends, up to a length beyond which
 * beginning again finds more: so a short leg for a better rota soon, then legs of that length, and a last one that takes
 * what is left where that is too little for two. A large problem gets one long leg.
 *
 * @param total moves that all legs take together, all searches together
 * @param shortLeg moves of the first leg of each search
 * @param longLeg moves of the others; the last may be half as long, or half as long again
 * @param mostIdle moves of all together without a better rota after which the search ends
 * @param scale of the costs of the problem, for which the temperatures are meant
 */
record SearchPlan(long total, long shortLeg, long longLeg, long mostIdle, CostScale scale) {
    /** Unless somebody says otherwise, the search ends after this many long legs without a better rota. */
    private static final int MOST_IDLE_LEGS = 8;

    private static final int SHORT_LEG_PER_SLOT = 25;
    private static final int LONG_LEG_PER_SLOT = 2000;
    private static final int LEAST_SLOTS = 20;
    private static final double LONGEST_LAST_LEG = 1.5;

    /** What a move costs, all searches together, on a machine with a processor for each; more the longer timelines are. */
    private static final double MICROS_PER_MOVE = 0.6;

    private static final double MICROS_PER_MOVE_AND_ROOT_OF_SLOTS = 0.021;

    /** The cost that is accepted about once in three times, at the start of a leg that is as long as a long one. */
    private static final double WARM = 10;

    /** Every other leg is warmer, to leave the surroundings that the one before could not. */
    private static final double WARMER = 25;

    /** The same for a leg that is very short: it would only lose what it began with, and has no time to find it again. */
    private static final double TEPID = 2;

    /** The same at the end of every leg. */
    private static final double COLD = 0.7;

    /** How many times as hot the second search begins a long leg: what one is too cold to leave, the other leaves. */
    private static final double HOTTER_TIMES = 3;

    /** The same for legs that look for a rota without gaps: there are too few to be found on the way downhill. */
    private static final double HOT_WITH_GAPS = 300;

    private static final double COLD_WITH_GAPS = 30;

    /** While there are gaps, the first legs all look for rotas without, each twice as long; then every other one. */
    private static final int FIRST_GAP_LEGS = 5;

    /** What a gap counts for: at first little enough that one opens to close another, at last more than any saving. */
    private static final double GAP_WHILE_HOT = 100;

    private static final double GAP_WHILE_COLD = 1_000;

    static SearchPlan of(SolveSettings settings, int slots, CostScale scale) {
        @Nullable Long wanted = settings.moves();
        double micros = MICROS_PER_MOVE + MICROS_PER_MOVE_AND_ROOT_OF_SLOTS * Math.sqrt(slots);
        long affordable = (long) (settings.limit().toNanos() / 1000.0 / micros);
        int size = Math.max(slots, LEAST_SLOTS);
        long longLeg = (long) LONG_LEG_PER_SLOT * size;
        Duration unimproved = settings.unimproved();
        return new SearchPlan(
                wanted != null ? wanted : affordable,
                (long) SHORT_LEG_PER_SLOT * size,
                longLeg,
                unimproved != null
                        ? (long) (unimproved.toNanos() / 1000.0 / micros)
                        : MOST_IDLE_LEGS * Portfolio.SEARCHES * longLeg,
                scale);
    }

    /**
     * Where a search stands when it begins a leg.
     *
     * @param number of the leg, from 0
     * @param before moves so far, all searches together
     * @param gaps whether the best rota has any
     */
    record Leg(int number, long before, boolean gaps) {
        /** Whether it is to look for a rota without gaps, above all. */
        private boolean isForGaps() {
            return gaps && number > 0 && (number <= FIRST_GAP_LEGS || number % 2 == 1);
        }
    }

    /** Moves of a leg of each search; 0 where none are left. */
    long length(Leg leg) {
        long left = (Math.max(0, total - leg.before) + Portfolio.SEARCHES - 1) / Portfolio.SEARCHES;
        if (leg.number == 0) {
            return Math.min(left, shortLeg);
        }
        if (leg.isForGaps()) {
            return Math.min(left, shortLeg << Math.min(leg.number, FIRST_GAP_LEGS));
        }
        return left < LONGEST_LAST_LEG * longLeg ? left : longLeg;
    }

    /** How a leg cools: the shorter it is, the less hot it begins, and the less the searches differ. */
    Annealer.Cooling cooling(Leg leg) {
        if (leg.isForGaps()) {
            return cooling(HOT_WITH_GAPS, HOTTER_TIMES, COLD_WITH_GAPS, GAP_WHILE_COLD);
        }
        double part = Math.min(1, (double) length(leg) / longLeg);
        double heat = leg.number % 2 == 1 ? WARM : WARMER;
        return cooling(TEPID + part * (heat - TEPID), 1 + part * (HOTTER_TIMES - 1), COLD, GAP_WHILE_HOT);
    }

    private Annealer.Cooling cooling(double hot, double hotterTimes, double cold, double gapWhileHot) {
        return new Annealer.Cooling(
                hot * scale.typical(),
                hotterTimes,
                cold * scale.typical(),
                gapWhileHot * scale.largest(),
                GAP_WHILE_COLD * scale.largest());
    }

    /** The same plan with so many moves in all. */
    SearchPlan withTotal(long moves) {
        return new SearchPlan(moves, shortLeg, longLeg, mostIdle, scale);
    }
}
