package org.oncall.rota.jobs;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.solver.RotaSolver;

/**
 * One search, ready to run.
 *
 * @param run searches on the calling thread, and tells each improvement on it
 * @param stop ends the search soon, from any thread, before or while it runs
 */
public record Search(Function<Consumer<RotaSolver.Improvement>, Found> run, Runnable stop) {

    /**
     * What came of it.
     *
     * @param diagnosis why there are gaps; null where there are none, or where nobody looked
     */
    public record Found(RotaSolver.Solved solved, @Nullable Diagnosis diagnosis) {}

    /** Prepares searches. */
    @FunctionalInterface
    public interface Factory {
        /** @param start a rota to go on from; null: from the beginning */
        Search of(RotaProblem problem, SolveSettings settings, @Nullable Rota start);
    }

    /** A search by the solver, and where that leaves gaps, a diagnosis. */
    public static Search bySolver(RotaProblem problem, SolveSettings settings) {
        return bySolver(problem, settings, null);
    }

    /** The same, going on from a rota; null: from the beginning. */
    public static Search bySolver(RotaProblem problem, SolveSettings settings, @Nullable Rota start) {
        DiagnosedSearch search = new DiagnosedSearch(problem, settings, start, Diagnosis.Limits.DEFAULT);
        return new Search(search::run, search::stop);
    }
}
