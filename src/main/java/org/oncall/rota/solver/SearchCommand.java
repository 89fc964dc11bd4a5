package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.oncall.rota.domain.Score;

/**
 * The search as a phase of the engine: legs of annealing, and after each the better rota is handed to the engine, which
 * scores it by its own constraints.
 */
final class SearchCommand implements PhaseCommand<RotaSolution> {
    private final SearchPlan plan;
    private final long seed;
    private final Executor others;
    private final BooleanSupplier stopped;
    private final Improved improved;
    private long moves;

    /**
     * A search that is yet to run.
     *
     * @param others runs searches beside the first
     * @param improved called whenever the engine has a better rota
     */
    SearchCommand(SearchPlan plan, long seed, Executor others, BooleanSupplier stopped, Improved improved) {
        this.plan = plan;
        this.seed = seed;
        this.others = others;
        this.stopped = stopped;
        this.improved = improved;
    }

    /** Hears of better rotas. */
    @FunctionalInterface
    interface Improved {
        void with(RotaSolution solution, Score score);
    }

    long moves() {
        return moves;
    }

    @Override
    public void changeWorkingSolution(PhaseCommandContext<RotaSolution> context) {
        RotaSolution solution = context.getWorkingSolution();
        PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable =
                context.getSolutionMetaModel().genuineEntity(SlotEntity.class).basicVariable("person", Person.class);
        Portfolio portfolio = new Portfolio(solution, seed, plan.mostMoves(), others, stopped);
        Score best = portfolio.bestScore();
        improved.with(solution, best);
        long movesAtBest = 0;
        boolean free = solution.getBoard().hasFreeSlots();
        for (int leg = 0; free && plan.begins(leg, moves) && !stopped.getAsBoolean(); leg++) {
            if (moves - movesAtBest >= plan.mostIdle()) {
                break;
            }
            portfolio.leg(plan.cooling(leg, best.medium() > 0), plan.length(leg));
            if (SearchPlan.shares(leg)) {
                portfolio.share();
            }
            moves = portfolio.moves();
            if (portfolio.bestScore().compareTo(best) < 0) {
                best = portfolio.bestScore();
                HardMediumSoftScore score =
                        context.executeAndCalculateScore(Reassign.to(solution, portfolio.bestHolders(), variable));
                requireSame(best, score);
                improved.with(solution, best);
                movesAtBest = moves;
            }
        }
    }

    /** Two ways to the score of a rota that disagree would both be worth nothing. */
    private static void requireSame(Score found, HardMediumSoftScore scored) {
        Score byEngine = RotaSolver.score(Objects.requireNonNull(scored));
        if (!byEngine.equals(found)) {
            throw new IllegalStateException(
                    "The search counts " + found + " for a rota for which the engine counts " + byEngine + ".");
        }
    }
}
