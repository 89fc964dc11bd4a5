package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.RuleFacts;

/** One search for the best rota of one problem. */
public final class RotaSolver {
    /** Improvements come by the thousand at first; more often than this nobody could read them. */
    private static final Duration LEAST_BETWEEN_IMPROVEMENTS = Duration.ofMillis(50);

    private final RotaProblem problem;
    private final SolveSettings settings;
    private final Solver<RotaSolution> solver;

    public RotaSolver(RotaProblem problem, SolveSettings settings) {
        this(problem, settings, SearchConfig.search(settings));
    }

    RotaSolver(RotaProblem problem, SolveSettings settings, ai.timefold.solver.core.config.solver.SolverConfig config) {
        this.problem = problem;
        this.settings = settings;
        this.solver = SolverFactory.<RotaSolution>create(config).buildSolver();
    }

    /** A rota better than all before. */
    public record Improvement(Rota rota, Score score, Duration elapsed) {}

    /** The best rota found, and how the search went. */
    public record Solved(Rota rota, Score score, Duration time, long moves, int steps, String engine) {}

    /** Searches until a limit is reached or {@link #stop} is called; the listener is called on this thread. */
    public Solved solve(Consumer<Improvement> listener) {
        long start = System.nanoTime();
        long mostMoves = settings.steps() == null ? Long.MAX_VALUE : settings.steps();
        Chance chance = new Chance(settings.seed(), mostMoves, this::stop);
        RotaSolution solution = new RotaSolution(new RuleFacts(problem), chance);
        StartingRota.fill(solution.getBoard());
        long[] lastReport = {Long.MIN_VALUE};
        solver.addEventListener(event -> {
            long now = System.nanoTime();
            if (lastReport[0] == Long.MIN_VALUE || now - lastReport[0] >= LEAST_BETWEEN_IMPROVEMENTS.toNanos()) {
                lastReport[0] = now;
                RotaSolution best = event.getNewBestSolution();
                listener.accept(new Improvement(best.toRota(), score(best.getScore()), Duration.ofNanos(now - start)));
            }
        });
        RotaSolution best = solver.solve(solution);
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new Solved(best.toRota(), score(best.getScore()), time, chance.moves(), (int) chance.moves(), engine());
    }

    /** Ends the search soon, from any thread, before or while it runs; the best rota so far is kept. */
    public void stop() {
        solver.terminateEarly();
    }

    private static Score score(@Nullable HardMediumSoftScore score) {
        HardMediumSoftScore known = java.util.Objects.requireNonNull(score, "the engine scores every best solution");
        return new Score(-known.hardScore(), -known.mediumScore(), -known.softScore());
    }

    private static String engine() {
        @Nullable String version = Solver.class.getPackage().getImplementationVersion();
        return "Timefold Solver" + (version == null ? "" : " " + version);
    }
}
