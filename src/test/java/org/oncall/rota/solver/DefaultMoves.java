package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;

/** The engine as it comes, to compare with: its construction heuristic, its change and swap moves, its late acceptance. */
public final class DefaultMoves {
    private DefaultMoves() {}

    /** The best score reached within the limit, on the same constraints as the real search. */
    public static Score solve(RotaProblem problem, long seed, Duration limit) {
        RotaSolution solution = new RotaSolution(new RuleFacts(problem), new Chance(seed, Long.MAX_VALUE, () -> {}));
        HardMediumSoftScore score = SolverFactory.<RotaSolution>create(
                        SearchConfig.base(seed).withTerminationConfig(new TerminationConfig().withSpentLimit(limit)))
                .buildSolver()
                .solve(solution)
                .getScore();
        return new Score(-score.hardScore(), -score.mediumScore(), -score.softScore());
    }
}
