package org.oncall.rota.solver;

import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.PreviewFeature;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;

/** How the engine is set up. */
final class SearchConfig {
    /**
     * A gap may be opened for a while in order to close two; a cost of this much is accepted about once in three times at
     * the start of a leg, and never at its end. A hard rule is never broken on the way.
     */
    private static final String STARTING_TEMPERATURE = "0hard/1medium/20soft";

    private SearchConfig() {}

    /** One leg: simulated annealing over our neighbourhoods, cooled over that many moves. */
    static SolverConfig leg(long seed, long moves) {
        LocalSearchAcceptorConfig acceptor = new LocalSearchAcceptorConfig();
        acceptor.setSimulatedAnnealingStartingTemperature(STARTING_TEMPERATURE);
        return base(seed)
                .withPreviewFeature(PreviewFeature.NEIGHBORHOODS)
                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(moves))
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveProviderClass(RotaNeighbourhoods.class)
                        .withAcceptorConfig(acceptor)
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }

    /** The engine as it comes: its construction heuristic, its change and swap moves, its late acceptance. */
    static SolverConfig defaults(long seed) {
        return base(seed);
    }

    private static SolverConfig base(long seed) {
        return new SolverConfig()
                .withSolutionClass(RotaSolution.class)
                .withEntityClasses(SlotEntity.class)
                .withConstraintProviderClass(RotaConstraints.class)
                .withRandomSeed(seed);
    }
}
