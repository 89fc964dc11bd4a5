package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import java.time.Duration;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.RuleFacts;

/** One search for the best rota of one problem. */
public final class RotaSolver {
    /** How many processors a search keeps busy, where there are so many. */
    public static final int PROCESSORS = Portfolio.SEARCHES;

    /** Improvements come by the thousand at first; more often than this nobody could read them. */
    private static final Duration LEAST_BETWEEN_IMPROVEMENTS = Duration.ofMillis(50);

    private final RotaProblem problem;
    private final @Nullable Rota start;
    private final SolveSettings settings;
    private final SearchPlan plan;
    private volatile boolean stopping;

    /** A search from a rota of its own making. */
    public RotaSolver(RotaProblem problem, SolveSettings settings) {
        this(problem, settings, null);
    }

    /**
     * A search from a given rota, whose gaps are filled first.
     *
     * @param start null: from a rota of its own making
     */
    public RotaSolver(RotaProblem problem, SolveSettings settings, @Nullable Rota start) {
        this.problem = problem;
        this.start = start;
        this.settings = settings;
        this.plan = SearchPlan.of(settings, problem.slots().size(), CostScale.of(problem));
    }

    /** A rota better than all before. */
    public record Improvement(Rota rota, Score score, Duration elapsed) {}

    /**
     * The best rota found, and how the search went.
     *
     * @param moves how many moves were tried
     * @param planned how many were planned; fewer are tried where the search is stopped, finds nothing better any more, or is
     *     too slow for its limit
     */
    public record Solved(Rota rota, Score score, Duration time, long moves, long planned, String engine) {}

    /** Searches until a limit is reached or {@link #stop} is called; the listener is called on this thread. */
    public Solved solve(Consumer<Improvement> listener) {
        long began = System.nanoTime();
        Timer timer = new Timer("rota-solve-limit", true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        stop();
                    }
                },
                settings.limit().toMillis());
        try (ExecutorService others = Executors.newFixedThreadPool(Portfolio.SEARCHES - 1, RotaSolver::thread)) {
            RotaSolution solution = new RotaSolution(new RuleFacts(problem));
            if (start != null) {
                solution.hold(start);
            }
            StartingRota.fill(solution.getBoard());
            Reporter reporter = new Reporter(listener, began);
            TimeLeft timeLeft = settings.moves() == null ? new TimeLeft(settings.limit(), System::nanoTime) : null;
            SearchCommand search =
                    new SearchCommand(plan, timeLeft, settings.seed(), others, () -> stopping, reporter::report);
            Solver<RotaSolution> solver = SolverFactory.<RotaSolution>create(
                            SearchConfig.search(settings.seed(), search))
                    .buildSolver();
            RotaSolution best = solver.solve(solution);
            Duration time = Duration.ofNanos(System.nanoTime() - began);
            HardMediumSoftScore score =
                    Objects.requireNonNull(best.getScore(), "the engine scores every rota it hands out");
            return new Solved(best.toRota(), score(score), time, search.moves(), plan.total(), engine());
        } finally {
            timer.cancel();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "rota-search");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the search soon, from any thread, before or while it runs; the best rota so far is kept. */
    public void stop() {
        stopping = true;
    }

    /** Passes on improvements, not too often. */
    private static final class Reporter {
        private final Consumer<Improvement> listener;
        private final long start;
        private boolean first = true;
        private long last;

        private Reporter(Consumer<Improvement> listener, long start) {
            this.listener = listener;
            this.start = start;
        }

        private void report(RotaSolution solution, Score score) {
            long now = System.nanoTime();
            if (first || now - last >= LEAST_BETWEEN_IMPROVEMENTS.toNanos()) {
                first = false;
                last = now;
                listener.accept(new Improvement(solution.toRota(), score, Duration.ofNanos(now - start)));
            }
        }
    }

    static Score score(HardMediumSoftScore score) {
        return new Score(-score.hardScore(), -score.mediumScore(), -score.softScore());
    }

    private static String engine() {
        @Nullable String version = Solver.class.getPackage().getImplementationVersion();
        return "Timefold Solver" + (version == null ? "" : " " + version);
    }
}
