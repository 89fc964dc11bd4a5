package org.oncall.rota.jobs;

import java.util.function.Consumer;
import java.util.function.Function;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.solver.RotaSolver;

/**
 * One search, ready to run.
 *
 * @param run searches on the calling thread, and tells each improvement on it
 * @param stop ends the search soon, from any thread, before or while it runs
 */
public record Search(Function<Consumer<RotaSolver.Improvement>, RotaSolver.Solved> run, Runnable stop) {

    /** Prepares searches. */
    @FunctionalInterface
    public interface Factory {
        Search of(RotaProblem problem, SolveSettings settings);
    }

    /** A search by the solver. */
    public static Search bySolver(RotaProblem problem, SolveSettings settings) {
        RotaSolver solver = new RotaSolver(problem, settings);
        return new Search(solver::solve, solver::stop);
    }
}
