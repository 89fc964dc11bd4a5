package org.oncall.rota.jobs;

import java.time.Duration;
import java.util.function.Consumer;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.solver.RotaSolver;

/**
 * A search, and where it leaves gaps, the question why. If it turns out that a complete rota exists, the search goes on from
 * the one that the proof has shown.
 */
final class DiagnosedSearch {
    /** How much of the settings' limit the second search may take on top. */
    private static final int SHARE_OF_LIMIT = 4;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final RotaProblem problem;
    private final SolveSettings settings;
    private final Diagnosis.Limits limits;
    private volatile RotaSolver solver;
    private volatile boolean stopped;

    DiagnosedSearch(RotaProblem problem, SolveSettings settings, Diagnosis.Limits limits) {
        this.problem = problem;
        this.settings = settings;
        this.limits = limits;
        this.solver = new RotaSolver(problem, settings);
    }

    void stop() {
        stopped = true;
        solver.stop();
    }

    Search.Found run(Consumer<RotaSolver.Improvement> listener) {
        RotaSolver.Solved first = solver.solve(listener);
        if (first.score().medium() == 0 || stopped) {
            return new Search.Found(first, null);
        }
        long start = System.nanoTime();
        Diagnosis diagnosis = Diagnosis.of(Audit.of(first.rota()), limits, () -> stopped);
        if (!(diagnosis.proof() instanceof ProofResult.Possible(Rota complete))) {
            return new Search.Found(first, diagnosis);
        }
        Duration before = first.time().plusNanos(System.nanoTime() - start);
        solver = new RotaSolver(problem, shorter(settings), complete);
        if (stopped) {
            solver.stop();
        }
        RotaSolver.Solved second = solver.solve(improvement -> listener.accept(new RotaSolver.Improvement(
                improvement.rota(), improvement.score(), before.plus(improvement.elapsed()))));
        return new Search.Found(
                new RotaSolver.Solved(
                        second.rota(),
                        second.score(),
                        before.plus(second.time()),
                        first.moves() + second.moves(),
                        second.engine()),
                new Diagnosis(diagnosis.proof(), null, java.util.Map.of()));
    }

    private static SolveSettings shorter(SolveSettings settings) {
        Duration limit = settings.limit().dividedBy(SHARE_OF_LIMIT);
        return new SolveSettings(
                limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit,
                settings.seed(),
                settings.moves() == null ? null : Math.max(1, settings.moves() / SHARE_OF_LIMIT),
                settings.unimproved());
    }
}
