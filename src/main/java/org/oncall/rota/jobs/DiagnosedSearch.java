package org.oncall.rota.jobs;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
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
    private static final Logger LOG = Logger.getLogger(DiagnosedSearch.class);

    /** How much of the settings' limit the second search may take on top. */
    private static final int SHARE_OF_LIMIT = 4;

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final RotaProblem problem;
    private final SolveSettings settings;
    private final Diagnosis.Limits limits;
    private volatile RotaSolver solver;
    private volatile boolean stopped;

    /** @param start a rota to go on from; null: from the beginning */
    DiagnosedSearch(RotaProblem problem, SolveSettings settings, @Nullable Rota start, Diagnosis.Limits limits) {
        this.problem = problem;
        this.settings = settings;
        this.limits = limits;
        this.solver = new RotaSolver(problem, settings, start);
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
        Diagnosis diagnosis = diagnosis(first);
        if (diagnosis == null || !(diagnosis.proof() instanceof ProofResult.Possible(Rota complete))) {
            return new Search.Found(first, diagnosis);
        }
        Duration before = first.time().plusNanos(System.nanoTime() - start);
        solver = new RotaSolver(problem, after(first), complete);
        if (stopped) {
            solver.stop();
        }
        RotaSolver.Solved second = solver.solve(improvement -> listener.accept(new RotaSolver.Improvement(
                improvement.rota(), improvement.score(), before.plus(improvement.elapsed()))));
        boolean better = second.score().compareTo(first.score()) < 0;
        RotaSolver.Solved found = new RotaSolver.Solved(
                better ? second.rota() : first.rota(),
                better ? second.score() : first.score(),
                before.plus(second.time()),
                first.moves(),
                first.planned(),
                first.engine());
        return new Search.Found(found, new Diagnosis(diagnosis.proof(), null, Map.of()));
    }

    /** Null where it fails: a rota that was found is not lost because nobody can say why it has gaps. */
    private @Nullable Diagnosis diagnosis(RotaSolver.Solved solved) {
        try {
            return Diagnosis.of(Audit.of(solved.rota()), limits, () -> stopped);
        } catch (RuntimeException | OutOfMemoryError | LinkageError failure) {
            LOG.error("The gaps of a rota could not be explained.", failure);
            return null;
        }
    }

    /** Its moves follow from those of the first search, so that the number of those repeats both. */
    private SolveSettings after(RotaSolver.Solved first) {
        Duration limit = settings.limit().dividedBy(SHARE_OF_LIMIT);
        return new SolveSettings(
                limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit,
                settings.seed(),
                Math.max(1, first.moves() / SHARE_OF_LIMIT),
                settings.unimproved());
    }
}
