package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;

/** The engine as it comes, to compare with: its construction heuristic, its change and swap moves, its late acceptance. */
public final class DefaultMoves {
    private DefaultMoves() {}

    /** The best score reached within the limit, on the same constraints as the real search. */
    public static Score solve(RotaProblem problem, long seed, Duration limit) {
        return solve(problem, seed, limit, score -> {});
    }

    /** The same; the listener hears of each better score, on this thread, as soon as it is reached. */
    public static Score solve(RotaProblem problem, long seed, Duration limit, Consumer<Score> listener) {
        RotaSolution solution = new RotaSolution(new RuleFacts(problem));
        Solver<RotaSolution> solver = SolverFactory.<RotaSolution>create(
                        SearchConfig.base(seed).withTerminationConfig(new TerminationConfig().withSpentLimit(limit)))
                .buildSolver();
        solver.addEventListener(
                event -> listener.accept(score(event.getNewBestSolution().getScore())));
        return score(solver.solve(solution).getScore());
    }

    private static Score score(@Nullable HardMediumSoftScore score) {
        HardMediumSoftScore known = Objects.requireNonNull(score, "the engine scores what it hands out");
        return new Score(-known.hardScore(), -known.mediumScore(), -known.softScore());
    }
}
