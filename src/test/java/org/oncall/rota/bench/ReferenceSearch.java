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

    private final RuleFacts facts;
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
     * @param gapCost what a gap counts for
     * @param restarts into how many annealings the time is divided, each from nothing
     */
    record Schedule(double hot, double cold, long gapCost, int restarts) {}

    private static final Schedule USUAL = new Schedule(30, 1, 500, 1);

    private ReferenceSearch(RotaProblem problem, long seed) {
        this.facts = new RuleFacts(problem);
        this.rota = new ReferenceRota(facts);
        this.random = new SplittableRandom(seed);
        this.moves = new ReferenceMoves(rota, random);
        this.best = rota.score();
        this.bestHolders = rota.copy();
    }

    static Found search(RotaProblem problem, long seed, Duration limit) {
        return search(problem, seed, limit, USUAL);
    }

    static Found search(RotaProblem problem, long seed, Duration limit, Schedule schedule) {
        ReferenceSearch search = new ReferenceSearch(problem, seed);
        int[] nothing = search.rota.copy();
        for (int i = 0; i < schedule.restarts; i++) {
            search.rota.restore(nothing);
            search.anneal(
                    limit.multipliedBy(i).dividedBy(schedule.restarts),
                    limit.multipliedBy(i + 1).dividedBy(schedule.restarts),
                    schedule);
        }
        return new Found(
                search.rota.rota(search.bestHolders),
                search.best,
                search.trace.elapsed(),
                search.evaluations,
                search.trace);
    }

    private void anneal(Duration from, Duration to, Schedule schedule) {
        double start = from.toNanos();
        double length = to.toNanos() - start;
        double passed = (trace.elapsed().toNanos() - start) / length;
        while (passed < 1) {
            double temperature = schedule.hot * Math.pow(schedule.cold / schedule.hot, Math.max(0, passed));
            for (int i = 0; i < CHANGES_PER_LOOK; i++) {
                moves.draw();
                evaluations++;
                if (rota.attempt(schedule.gapCost, -temperature * Math.log(1 - random.nextDouble()))) {
                    keepIfBest();
                }
            }
            trace.add(best);
            passed = (trace.elapsed().toNanos() - start) / length;
        }
    }

    private void keepIfBest() {
        if (rota.isBetterThan(best)) {
            best = rota.score();
            rota.copyTo(bestHolders);
        }
    }
}
