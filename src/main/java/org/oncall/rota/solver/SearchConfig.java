package org.oncall.rota.solver;

import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.PreviewFeature;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import org.oncall.rota.domain.SolveSettings;

/** How the engine is set up. */
final class SearchConfig {
    private SearchConfig() {}

    static SolverConfig search(SolveSettings settings) {
        LocalSearchAcceptorConfig acceptor = new LocalSearchAcceptorConfig();
        String t = System.getProperty("x.sa", "");
        if (!t.isEmpty()) {
            acceptor.setSimulatedAnnealingStartingTemperature(t);
        } else {
            acceptor.setLateAcceptanceSize(Integer.getInteger("x.la", 400));
        }
        return base(settings)
                .withPreviewFeature(PreviewFeature.NEIGHBORHOODS)
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveProviderClass(RotaNeighbourhoods.class)
                        .withAcceptorConfig(acceptor)
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }

    private static SolverConfig base(SolveSettings settings) {
        TerminationConfig termination = new TerminationConfig().withSpentLimit(settings.limit());
        return new SolverConfig()
                .withSolutionClass(RotaSolution.class)
                .withEntityClasses(SlotEntity.class)
                .withConstraintProviderClass(RotaConstraints.class)
                .withRandomSeed(settings.seed())
                .withTerminationConfig(termination);
    }
}
