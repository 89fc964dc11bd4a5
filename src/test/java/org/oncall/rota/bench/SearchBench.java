package org.oncall.rota.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.solver.DefaultMoves;
import org.oncall.rota.solver.RotaSolver;

/** The search against the engine's default moves, on the same constraints and for the same time, side by side. */
final class SearchBench {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SEEDS = 5;

    private SearchBench() {}

    static void run() {
        System.out.println("Search against default moves, " + LIMIT.toSeconds() + " s each, " + SEEDS
                + " seeds; hard / gaps / cost, and the median cost of ours to that of default moves");
        warmUp();
        for (Path file : List.of(
                Bench.data("bench/8x26.json"),
                Bench.data("teams/names-only.json"),
                Bench.data("teams/platform.json"),
                Bench.data("teams/newcomers.json"))) {
            compare(file);
        }
        System.out.println();
    }

    private static void warmUp() {
        RotaProblem problem = Bench.problem(Bench.data("bench/8x26.json"));
        new RotaSolver(problem, new SolveSettings(LIMIT, 99, null)).solve(improvement -> {});
        DefaultMoves.solve(problem, 99, Duration.ofSeconds(3));
    }

    private static void compare(Path file) {
        RotaProblem problem = Bench.problem(file);
        double[] ours = new double[SEEDS];
        double[] defaults = new double[SEEDS];
        double[] speed = new double[SEEDS];
        double[] seconds = new double[SEEDS];
        System.out.println(file.getFileName());
        for (int seed = 0; seed < SEEDS; seed++) {
            RotaSolver.Solved solved =
                    new RotaSolver(problem, new SolveSettings(LIMIT, seed, null)).solve(improvement -> {});
            Score byDefault = DefaultMoves.solve(problem, seed, LIMIT);
            ours[seed] = solved.score().soft();
            defaults[seed] = byDefault.soft();
            seconds[seed] = solved.time().toMillis() / 1000.0;
            speed[seed] = solved.moves() / seconds[seed];
            System.out.println(Bench.format(
                    "  seed %d  ours %s in %.1f s  default moves %s",
                    seed, text(solved.score()), seconds[seed], text(byDefault)));
        }
        System.out.println(Bench.format(
                "  median  ours %.0f, default moves %.0f, ratio %.2f; %.1f s, %,.0f moves a second%n",
                Bench.median(ours),
                Bench.median(defaults),
                Bench.median(ours) / Bench.median(defaults),
                Bench.median(seconds),
                Bench.median(speed)));
    }

    private static String text(Score score) {
        return score.hard() + " / " + score.medium() + " / " + score.soft();
    }
}
