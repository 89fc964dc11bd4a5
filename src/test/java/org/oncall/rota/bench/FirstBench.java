package org.oncall.rota.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.solver.RotaSolver;

/**
 * How soon, warm, the first legal and complete rota is there: when a listener of the search hears of it. Improvements are
 * passed on with a pause between them, so that may be a moment after it was found.
 */
final class FirstBench {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int SEEDS = 11;

    private FirstBench() {}

    static void run() {
        System.out.println("Time to the first legal and complete rota, warm, median of " + SEEDS + " seeds");
        for (String name : List.of("8x26", "60x52x6")) {
            RotaProblem problem = Bench.problem(Bench.data("bench/" + name + ".json"));
            new RotaSolver(problem, new SolveSettings(WARM_UP, 99, null)).solve(improvement -> {});
            double[] millis = new double[SEEDS];
            for (int seed = 0; seed < SEEDS; seed++) {
                millis[seed] = millis(problem, seed);
            }
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            System.out.println(Bench.format(
                    "  %-10s %.0f ms (%.0f to %.0f)", name, Bench.median(millis), sorted[0], sorted[SEEDS - 1]));
        }
        System.out.println();
    }

    private static double millis(RotaProblem problem, int seed) {
        RotaSolver solver = new RotaSolver(problem, new SolveSettings(LIMIT, seed, null));
        double[] first = {Double.NaN};
        solver.solve(improvement -> {
            if (Double.isNaN(first[0])
                    && improvement.score().isLegal()
                    && improvement.score().medium() == 0) {
                first[0] = improvement.elapsed().toNanos() / 1e6;
                solver.stop();
            }
        });
        return first[0];
    }
}
