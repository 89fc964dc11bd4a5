package org.oncall.rota.solver;

import ai.timefold.solver.core.config.phase.custom.CustomPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.util.List;

/** How the engine is set up. */
final class SearchConfig {
    private SearchConfig() {}

    /** The engine with our search as its only phase. */
    static SolverConfig search(long seed, SearchCommand search) {
        return base(seed).withPhases(new CustomPhaseConfig().withCustomPhaseCommandList(List.of(search)));
    }

    /** What every search has in common; with nothing added, the engine as it comes. */
    static SolverConfig base(long seed) {
        return new SolverConfig()
                .withSolutionClass(RotaSolution.class)
                .withEntityClasses(SlotEntity.class)
                .withConstraintProviderClass(RotaConstraints.class)
                .withRandomSeed(seed);
    }
}
