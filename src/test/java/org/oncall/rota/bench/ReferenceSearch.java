package org.oncall.rota.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;

/**
 * A plain optimiser to compare with: simulated annealing on the rule classes themselves, without the engine. It cools
 * from hot to cold over all the time it is given, so a search of 10 s and the first 10 s of one of 60 s are not the same.
 */
final class ReferenceSearch {
    /** How many changes are tried between two looks at the clock. */
    private static final int CHANGES_PER_LOOK = 100;

    private static final Schedule USUAL = new Schedule(20, 1, 100, 2000, 1);

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
     * How a search goes.
     *
     * @param hot the temperature it starts with: a cost of this much is accepted about once in three times
     * @param cold the temperature it ends with
     * @param gapWhileHot what a gap counts for at the start, low enough that one may open to close another
     * @param gapWhileCold what a gap counts for at the end, more than any saving
     * @param annealings into how many the search is divided, each from nothing
     */
    record Schedule(double hot, double cold, double gapWhileHot, double gapWhileCold, int annealings) {}

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
        return search(problem, seed, new Effort(limit, Long.MAX_VALUE), USUAL);
    }

    static Found search(RotaProblem problem, long seed, Effort effort, Schedule schedule) {
        ReferenceSearch search = new ReferenceSearch(problem, seed, effort);
        int[] nothing = search.rota.copy();
        for (int i = 0; i < schedule.annealings; i++) {
            search.rota.restore(nothing);
            search.anneal((double) i / schedule.annealings, (i + 1.0) / schedule.annealings, schedule);
        }
        return new Found(
                search.rota.rota(search.bestHolders),
                search.best,
                search.trace.elapsed(),
                search.evaluations,
                search.trace);
    }

    /** Cools between two parts of the effort, 0 to 1. */
    private void anneal(double from, double to, Schedule schedule) {
        double passed = spent();
        while (passed < to) {
            double cooled = Math.max(0, (passed - from) / (to - from));
            double temperature = schedule.hot * Math.pow(schedule.cold / schedule.hot, cooled);
            double gapCost = schedule.gapWhileHot * Math.pow(schedule.gapWhileCold / schedule.gapWhileHot, cooled);
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
