package org.oncall.rota.solver;

import java.time.Duration;
import java.util.function.Consumer;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;

/** One search for the best rota of one problem. */
public final class RotaSolver {
    private final RotaProblem problem;

    public RotaSolver(RotaProblem problem, SolveSettings settings) {
        this.problem = problem;
    }

    /** A rota better than all before. */
    public record Improvement(Rota rota, Score score, Duration elapsed) {}

    /** The best rota found, and how the search went. */
    public record Solved(Rota rota, Score score, Duration time, long moves, int steps, String engine) {}

    /** Searches until a limit is reached or {@link #stop} is called; the listener is called on this thread. */
    public Solved solve(Consumer<Improvement> listener) {
        return new Solved(Rota.empty(problem), Score.ZERO, Duration.ZERO, 0, 0, "none");
    }

    /** Ends the search soon, from any thread, before or while it runs; the best rota so far is kept. */
    public void stop() {}
}
