package org.oncall.rota.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;

/**
 * A plain optimiser to compare with: simulated annealing on the rule classes themselves, without the engine. It cools
 * from hot to cold, several times where there is time for it, over just the time it is given; so a search of 10 s and the
 * first 10 s of one of 60 s are not the same.
 */
final class ReferenceSearch {
    /** How many changes are tried between two looks at the clock. */
    private static final int CHANGES_PER_LOOK = 100;

    /** Temperatures: a cost of this much is accepted about once in three times. */
    private static final double HOT = 30;

    private static final double WARM = 10;
    private static final double WARMER = 20;
    private static final double COLD = 1;

    /** What a gap counts for: at first little enough that one may open to close another, at last more than any saving. */
    private static final double GAP_WHILE_HOT = 100;

    private static final double GAP_WHILE_COLD = 1_000;

    /** Several short annealings find more than one long one, if no shorter than this. */
    private static final double EVALUATIONS_PER_SLOT = 1_500;

    /** About what a slot's share of an annealing then takes. */
    private static final double MILLIS_PER_SLOT = 2.5;

    /** Which part of the annealings starts from nothing: a first one may lead where warm ones find no way out. */
    private static final double AFRESH = 0.4;

    private static final int ANNEALINGS_BETWEEN_WARMER = 4;

    private final Effort effort;
    private final ReferenceRota rota;
    private final ReferenceMoves moves;
    private final SplittableRandom random;
    private final Trace trace = new Trace();
    private Score best;
    private int[] bestHolders;
    private long evaluations;

    /** The best rota found, and how the search went. */
    record Found(Rota rota, Score score, Duration time, long evaluations, Trace trace) {}

    /**
     * When a search ends.
     *
     * @param limit its time
     * @param evaluations how many changes may be tried, so that the same seed gives the same rota
     */
    record Effort(Duration limit, long evaluations) {}

    private ReferenceSearch(RotaProblem problem, long seed, Effort effort) {
        this.effort = effort;
        this.rota = new ReferenceRota(new RuleFacts(problem));
        this.random = new SplittableRandom(seed);
        this.moves = new ReferenceMoves(rota, random);
        this.best = rota.score();
        this.bestHolders = rota.copy();
    }

    static Found search(RotaProblem problem, long seed, Duration limit) {
        return search(problem, seed, new Effort(limit, Long.MAX_VALUE));
    }

    static Found search(RotaProblem problem, long seed, Effort effort) {
        ReferenceSearch search = new ReferenceSearch(problem, seed, effort);
        int annealings = search.annealings();
        int[] nothing = search.rota.copy();
        for (int i = 0; i < annealings; i++) {
            boolean afresh = i < AFRESH * annealings;
            search.rota.restore(afresh ? nothing : search.bestHolders.clone());
            search.anneal((double) i / annealings, (i + 1.0) / annealings, afresh ? HOT : search.heat(i));
        }
        return new Found(
                search.rota.rota(search.bestHolders),
                search.best,
                search.trace.elapsed(),
                search.evaluations,
                search.trace);
    }

    private int annealings() {
        int slots = bestHolders.length;
        double byTime = effort.limit.toMillis() / (MILLIS_PER_SLOT * slots);
        double byEvaluations = effort.evaluations / (EVALUATIONS_PER_SLOT * slots);
        return (int) Math.max(1, Math.min(byTime, byEvaluations));
    }

    /** Warm from the best so far, now and then warmer to leave its surroundings, and hot while it has gaps. */
    private double heat(int annealing) {
        if (best.medium() > 0) {
            return HOT;
        }
        return annealing % ANNEALINGS_BETWEEN_WARMER == 0 ? WARMER : WARM;
    }

    /** Cools between two parts of the effort, 0 to 1. */
    private void anneal(double from, double to, double heat) {
        double passed = spent();
        while (passed < to) {
            double cooled = Math.max(0, (passed - from) / (to - from));
            double temperature = heat * Math.pow(COLD / heat, cooled);
            double gapCost = GAP_WHILE_HOT * Math.pow(GAP_WHILE_COLD / GAP_WHILE_HOT, cooled);
            for (int i = 0; i < CHANGES_PER_LOOK; i++) {
                moves.draw();
                evaluations++;
                if (rota.attempt(Math.round(gapCost), -temperature * Math.log(1 - random.nextDouble()))) {
                    keepIfBest();
                }
            }
            trace.add(best);
            passed = spent();
        }
    }

    private double spent() {
        return Math.max(
                (double) trace.elapsed().toNanos() / effort.limit.toNanos(), (double) evaluations / effort.evaluations);
    }

    private void keepIfBest() {
        if (rota.isBetterThan(best)) {
            best = rota.score();
            rota.copyTo(bestHolders);
        }
    }
}
