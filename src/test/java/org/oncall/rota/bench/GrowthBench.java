package org.oncall.rota.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.oncall.rota.bench.Instances.Feature;
import org.oncall.rota.bench.Instances.Instance;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.solver.RotaSolver;

/** How the work of one move grows with the length of the period, for a team that stays the same. */
final class GrowthBench {
    private static final int MEMBERS = 12;
    private static final int TIERS = 2;
    private static final long MOVES = 150_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration REFERENCE_LIMIT = Duration.ofSeconds(2);
    private static final int RUNS = 3;

    private GrowthBench() {}

    static void run() {
        System.out.println("Moves a second, " + MEMBERS + " members, " + TIERS + " tiers, median of " + RUNS
                + " searches of " + MOVES + " moves after one to warm up; beside it the reference's evaluations");
        for (int weeks : List.of(13, 26, 52, 104)) {
            RotaProblem problem = Bench.problem(
                    new Instance(MEMBERS, weeks, TIERS, LocalDate.parse("2026-10-06"), weeks / 10, 4, Set.<Feature>of())
                            .json()
                            .getBytes(StandardCharsets.UTF_8));
            double[] ours = new double[RUNS];
            double[] reference = new double[RUNS];
            moves(problem, 99);
            evaluations(problem, 99);
            for (int run = 0; run < RUNS; run++) {
                ours[run] = moves(problem, run);
                reference[run] = evaluations(problem, run);
            }
            System.out.println(Bench.format(
                    "  %3d weeks  %,9.0f moves a second, %5.1f us a move; reference %,9.0f",
                    weeks, Bench.median(ours), 1e6 / Bench.median(ours), Bench.median(reference)));
        }
        System.out.println();
    }

    private static double moves(RotaProblem problem, long seed) {
        RotaSolver.Solved solved =
                new RotaSolver(problem, new SolveSettings(LIMIT, seed, MOVES)).solve(improvement -> {});
        return solved.moves() / (solved.time().toNanos() / 1e9);
    }

    private static double evaluations(RotaProblem problem, long seed) {
        ReferenceSearch.Found found = ReferenceSearch.search(problem, seed, REFERENCE_LIMIT);
        return found.evaluations() / (found.time().toNanos() / 1e9);
    }
}
