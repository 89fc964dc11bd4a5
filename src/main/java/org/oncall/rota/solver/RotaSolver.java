package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.Objects;
import java.util.Timer;
import java.util.TimerTask;
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
    private final @Nullable Rota start;
    private final SolveSettings settings;
    private final SearchPlan plan;
    private final Chance chance;
    private @Nullable Solver<RotaSolution> leg;

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
        this.plan = SearchPlan.of(settings, problem.slots().size());
        this.chance = new Chance(settings.seed(), plan.mostMoves(), this::endLeg);
    }

    /** A rota better than all before. */
    public record Improvement(Rota rota, Score score, Duration elapsed) {}

    /**
     * The best rota found, and how the search went.
     *
     * @param moves how many moves were tried
     */
    public record Solved(Rota rota, Score score, Duration time, long moves, String engine) {}

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
        try {
            RotaSolution best = new RotaSolution(new RuleFacts(problem), chance);
            if (start != null) {
                best.hold(start);
            }
            StartingRota.fill(best.getBoard());
            SolutionManager<RotaSolution, HardMediumSoftScore> scores =
                    SolutionManager.create(factory(SearchConfig.base(settings.seed())));
            scores.update(best);
            Reporter reporter = new Reporter(listener, began);
            reporter.report(best);
            best = search(best, reporter);
            Duration time = Duration.ofNanos(System.nanoTime() - began);
            return new Solved(best.toRota(), score(best), time, chance.moves(), engine());
        } finally {
            timer.cancel();
        }
    }

    private RotaSolution search(RotaSolution start, Reporter reporter) {
        RotaSolution best = start;
        int idleLegs = 0;
        int vainFillings = 0;
        for (int number = 0; begins(number, best) && idleLegs < SearchPlan.MOST_IDLE_LEGS; number++) {
            boolean filling = gaps(best) > 0 && SearchPlan.fills(number, vainFillings);
            long seed = settings.seed() + number;
            long moves = plan.leg(number);
            SolverConfig config;
            if (filling) {
                config = SearchConfig.fillingLeg(seed, moves);
            } else if (SearchPlan.isHot(idleLegs)) {
                config = SearchConfig.hotLeg(seed, moves);
            } else {
                config = SearchConfig.leg(seed, moves);
            }
            Solver<RotaSolution> solver = factory(config).buildSolver();
            solver.addEventListener(event -> reporter.report(event.getNewBestSolution()));
            RotaSolution before = best;
            leg = solver;
            best = solver.solve(best);
            boolean idle = Objects.equals(before.getScore(), best.getScore());
            idleLegs = idle && moves == plan.longestLeg() ? idleLegs + 1 : 0;
            if (filling) {
                vainFillings = gaps(best) < gaps(before) ? 0 : vainFillings + 1;
            }
        }
        return best;
    }

    private boolean begins(int leg, RotaSolution best) {
        return !chance.isEnding() && best.getBoard().hasFreeSlots() && plan.begins(leg, chance.moves());
    }

    /** Ends the search soon, from any thread, before or while it runs; the best rota so far is kept. */
    public void stop() {
        chance.askToEnd();
    }

    private void endLeg() {
        if (leg != null) {
            leg.terminateEarly();
        }
    }

    private static SolverFactory<RotaSolution> factory(SolverConfig config) {
        return SolverFactory.create(config);
    }

    /** Passes on improvements over all legs, not too often. */
    private static final class Reporter {
        private final Consumer<Improvement> listener;
        private final long start;
        private @Nullable Score best;
        private long last;

        private Reporter(Consumer<Improvement> listener, long start) {
            this.listener = listener;
            this.start = start;
        }

        private void report(RotaSolution solution) {
            Score score = score(solution);
            long now = System.nanoTime();
            boolean first = best == null;
            boolean better = best == null || score.compareTo(best) < 0;
            if (better && (first || now - last >= LEAST_BETWEEN_IMPROVEMENTS.toNanos())) {
                best = score;
                last = now;
                listener.accept(new Improvement(solution.toRota(), score, Duration.ofNanos(now - start)));
            }
        }
    }

    private static long gaps(RotaSolution solution) {
        return score(solution).medium();
    }

    private static Score score(RotaSolution solution) {
        HardMediumSoftScore score =
                Objects.requireNonNull(solution.getScore(), "the engine scores every rota it hands out");
        return new Score(-score.hardScore(), -score.mediumScore(), -score.softScore());
    }

    private static String engine() {
        @Nullable String version = Solver.class.getPackage().getImplementationVersion();
        return "Timefold Solver" + (version == null ? "" : " " + version);
    }
}
