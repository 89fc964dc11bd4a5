package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
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

    private static final String HOT_TEMPERATURE = "0hard/3medium/200soft";

    /** Gaps come and go as the cost pleases: rotas without any are too few to be found on the way downhill. */
    private static final String FILLING_TEMPERATURE = "0hard/1medium/1000soft";

    private static final String COMPLETE =
            HardMediumSoftScore.of(0, 0, -Integer.MAX_VALUE).toString();

    private SearchConfig() {}

    /** One leg: simulated annealing over our neighbourhoods, cooled over that many moves. */
    static SolverConfig leg(long seed, long moves) {
        return annealing(seed, STARTING_TEMPERATURE, new TerminationConfig().withMoveCountLimit(moves));
    }

    /** A leg that leaves the best rota far behind before it cools, to come down somewhere else. */
    static SolverConfig hotLeg(long seed, long moves) {
        return annealing(seed, HOT_TEMPERATURE, new TerminationConfig().withMoveCountLimit(moves));
    }

    /** A leg that looks for a complete rota whatever it costs, and ends when it has one. */
    static SolverConfig fillingLeg(long seed, long moves) {
        return annealing(
                seed,
                FILLING_TEMPERATURE,
                new TerminationConfig().withMoveCountLimit(moves).withBestScoreLimit(COMPLETE));
    }

    private static SolverConfig annealing(long seed, String startingTemperature, TerminationConfig termination) {
        LocalSearchAcceptorConfig acceptor = new LocalSearchAcceptorConfig();
        acceptor.setSimulatedAnnealingStartingTemperature(startingTemperature);
        return base(seed)
                .withPreviewFeature(PreviewFeature.NEIGHBORHOODS)
                .withTerminationConfig(termination)
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveProviderClass(RotaNeighbourhoods.class)
                        .withAcceptorConfig(acceptor)
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
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
