package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.phase.PhaseCommand;
import ai.timefold.solver.core.api.solver.phase.PhaseCommandContext;
import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Score;

/**
 * The search as a phase of the engine: legs of annealing, and after each the better rota is handed to the engine, which
 * scores it by its own constraints.
 */
final class SearchCommand implements PhaseCommand<RotaSolution> {
    /** Often enough that people see the rota get better, and that a search that is late is planned anew in time. */
    private static final int PARTS_OF_A_LEG = 20;

    private final @Nullable TimeLeft timeLeft;
    private final long seed;
    private final Executor others;
    private final BooleanSupplier stopped;
    private final Improved improved;
    private SearchPlan plan;
    private Score best = new Score(Long.MAX_VALUE, 0, 0);
    private long moves;
    private long movesAtBest;

    /**
     * A search that is yet to run.
     *
     * @param timeLeft null: the plan is not to be cut down, however late it is
     * @param others runs searches beside the first
     * @param improved called whenever the engine has a better rota
     */
    SearchCommand(
            SearchPlan plan,
            @Nullable TimeLeft timeLeft,
            long seed,
            Executor others,
            BooleanSupplier stopped,
            Improved improved) {
        this.plan = plan;
        this.timeLeft = timeLeft;
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
        Portfolio portfolio = new Portfolio(solution, seed, plan.total(), others, stopped);
        best = portfolio.bestScore();
        improved.with(solution, best);
        boolean free = solution.getBoard().hasFreeSlots();
        for (int number = 0; free && !isOver(); number++) {
            SearchPlan.Leg leg = new SearchPlan.Leg(number, moves, best.medium() > 0);
            portfolio.begin();
            anneal(portfolio, plan.cooling(leg), plan.length(leg), () -> {
                if (portfolio.bestScore().compareTo(best) < 0) {
                    best = portfolio.bestScore();
                    movesAtBest = moves;
                    requireSame(
                            best,
                            context.executeAndCalculateScore(Reassign.to(solution, portfolio.bestHolders(), variable)));
                    improved.with(solution, best);
                }
            });
        }
    }

    private boolean isOver() {
        return moves >= plan.total() || moves - movesAtBest >= plan.mostIdle() || stopped.getAsBoolean();
    }

    /** One leg, part by part: after each, better rotas are told of, and the rest is cut down where time runs out. */
    private void anneal(Portfolio portfolio, Annealer.Cooling cooling, long length, Runnable afterPart) {
        long part = (length + PARTS_OF_A_LEG - 1) / PARTS_OF_A_LEG;
        long left = length;
        double cooled = 0;
        while (left > 0 && !stopped.getAsBoolean()) {
            long next = Math.min(part, left);
            double until = cooled + (1 - cooled) * next / left;
            portfolio.anneal(cooling, cooled, until, next);
            moves = portfolio.moves();
            cooled = until;
            left -= next;
            afterPart.run();
            if (timeLeft != null) {
                plan = plan.withTotal(moves + timeLeft.affordable(moves, plan.total() - moves));
                left = Math.min(left, (plan.total() - moves + Portfolio.SEARCHES - 1) / Portfolio.SEARCHES);
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
