package org.oncall.rota.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.proof.Conflict;
import org.oncall.rota.proof.Proof;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.proof.ProofResult.Impossible;
import org.oncall.rota.proof.ProofResult.Possible;
import org.oncall.rota.solver.RotaSolver;
import org.oncall.rota.support.EveryRota;

/**
 * Proofs of seeded teams, some as they may come and some made impossible: how long they take, whether they are right, whether
 * conflicts are shown to be minimal, and whether the search finds a rota wherever there is one.
 */
final class ProofBench {
    /** The property with another number of cases, for a quick try. */
    private static final String CASES_PROPERTY = "rota.bench.proofs";

    private static final int CASES = 300;
    private static final int TINY_CASES = 300;
    private static final int CASES_A_SIGN_OF_LIFE = 20;
    private static final Duration WANTED = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** What a request has that says nothing about how it is solved. */
    private static final SolveSettings DEFAULT_SEARCH = new SolveSettings(Duration.ofSeconds(20), 0, null);

    private ProofBench() {}

    private static final class Row {
        private int cases;
        private int possible;
        private int impossible;
        private int inTime;
        private int wrong;
        private int minimal;
        private int repaired;
        private int solved;
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> conflictSeconds = new ArrayList<>();
    }

    /** What was seen of one case. */
    private record Seen(
            ProofResult result,
            double seconds,
            boolean wrong,
            boolean minimal,
            boolean repaired,
            double conflictSeconds,
            boolean solved) {}

    static void run() {
        int cases = Integer.getInteger(CASES_PROPERTY, CASES);
        System.out.println(
                cases + " proofs of 3 to 12 people and 8 to 26 weeks, two tiers. Limits: " + LIMIT.toSeconds()
                        + " s for the proof, as much again for the conflict, and the default "
                        + DEFAULT_SEARCH.limit().toSeconds()
                        + " s for the search, which is stopped at its first legal and complete rota. Wrong: a rota that is not legal"
                        + " and complete, or a rota found by the search where there should be none");
        againstEveryRota();
        Proof.decide(ProofCases.problem(ProofCases.Make.AS_IT_COMES, -1), LIMIT, LIMIT);
        Map<ProofCases.Make, Row> rows = new EnumMap<>(ProofCases.Make.class);
        for (ProofCases.Make make : ProofCases.Make.values()) {
            rows.put(make, new Row());
        }
        Row all = new Row();
        for (int seed = 0; seed < cases; seed++) {
            ProofCases.Make make = ProofCases.make(seed);
            Seen seen = look(make, seed);
            add(rows.get(make), seen);
            add(all, seen);
            if ((seed + 1) % CASES_A_SIGN_OF_LIFE == 0) {
                System.out.println("  " + (seed + 1) + " of " + cases);
            }
        }
        System.out.println(
                "case                      cases  possible  impossible  undecided  under 2 s  wrong  median s"
                        + "  slowest s  minimal  median s  slowest s  repaired  solved");
        rows.forEach((make, row) -> print(make.name().toLowerCase(Locale.ROOT).replace('_', ' '), row));
        print("all", all);
        System.out.println();
    }

    /** Where every rota can be looked at: a miss is a rota overlooked, a false alarm one that there is not. */
    private static void againstEveryRota() {
        int possible = 0;
        int missed = 0;
        int falseAlarms = 0;
        for (int seed = 0; seed < TINY_CASES; seed++) {
            RotaProblem problem = EveryRota.tinyProblem(new SplittableRandom(seed));
            boolean exists = new EveryRota(problem).hasLegalAndComplete();
            ProofResult result = Proof.decide(problem, LIMIT);
            possible += exists ? 1 : 0;
            missed += exists && !(result instanceof Possible) ? 1 : 0;
            falseAlarms += !exists && !(result instanceof Impossible) ? 1 : 0;
        }
        System.out.println(TINY_CASES + " tiny cases against every rota: " + possible + " possible, "
                + (TINY_CASES - possible) + " impossible, " + missed + " possible ones and " + falseAlarms
                + " impossible ones not seen as such");
    }

    private static Seen look(ProofCases.Make make, int seed) {
        RotaProblem problem = ProofCases.problem(make, seed);
        long start = System.nanoTime();
        ProofResult result = Proof.decide(problem, LIMIT);
        double seconds = secondsSince(start);
        String name = "  seed " + seed + ", " + make + ": ";
        return switch (result) {
            case Possible(var rota) -> {
                AuditReport report = Audit.of(rota);
                boolean right = report.isLegal() && report.isComplete();
                boolean solved = isSolved(problem);
                if (!right || !solved) {
                    System.out.println(name + (right ? "possible, not found by the search" : "wrong"));
                }
                yield new Seen(result, seconds, !right, false, false, 0, solved);
            }
            case Impossible impossible -> {
                // The cases that were made impossible are so by the way they are made.
                boolean wrong = make == ProofCases.Make.AS_IT_COMES && isSolved(problem);
                long again = System.nanoTime();
                Conflict conflict = ((Impossible) Proof.decide(problem, LIMIT, LIMIT)).conflict();
                double conflictSeconds = secondsSince(again) - seconds;
                if (wrong || !conflict.smallest()) {
                    System.out.println(name + (wrong ? "wrong" : "conflict not shown to be minimal"));
                }
                yield new Seen(
                        impossible,
                        seconds,
                        wrong,
                        conflict.smallest(),
                        !conflict.repairs().isEmpty(),
                        conflictSeconds,
                        false);
            }
            default -> {
                System.out.println(name + "not decided");
                yield new Seen(result, seconds, false, false, false, 0, false);
            }
        };
    }

    private static boolean isSolved(RotaProblem problem) {
        RotaSolver solver = new RotaSolver(problem, DEFAULT_SEARCH);
        RotaSolver.Solved solved = solver.solve(improvement -> {
            if (improvement.score().hard() == 0 && improvement.score().medium() == 0) {
                solver.stop();
            }
        });
        AuditReport report = Audit.of(solved.rota());
        return report.isLegal() && report.isComplete();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void add(Row row, Seen seen) {
        boolean possible = seen.result() instanceof Possible;
        boolean impossible = seen.result() instanceof Impossible;
        row.cases++;
        row.possible += possible ? 1 : 0;
        row.impossible += impossible ? 1 : 0;
        row.inTime += (possible || impossible) && seen.seconds() < WANTED.toSeconds() ? 1 : 0;
        row.wrong += seen.wrong() ? 1 : 0;
        row.minimal += seen.minimal() ? 1 : 0;
        row.repaired += seen.repaired() ? 1 : 0;
        row.solved += seen.solved() ? 1 : 0;
        row.seconds.add(seen.seconds());
        if (impossible) {
            row.conflictSeconds.add(seen.conflictSeconds());
        }
    }

    private static void print(String name, Row row) {
        System.out.println(Bench.format(
                "%-24s  %5d  %8d  %10d  %9d  %7.1f %%  %5d  %8.2f  %9.2f  %7s  %8.2f  %9.2f  %8d  %s",
                name,
                row.cases,
                row.possible,
                row.impossible,
                row.cases - row.possible - row.impossible,
                100.0 * row.inTime / Math.max(1, row.cases),
                row.wrong,
                median(row.seconds),
                slowest(row.seconds),
                row.minimal + "/" + row.impossible,
                median(row.conflictSeconds),
                slowest(row.conflictSeconds),
                row.repaired,
                row.solved + "/" + row.possible));
    }

    private static double slowest(List<Double> values) {
        return values.stream().mapToDouble(value -> value).max().orElse(0);
    }

    private static double median(List<Double> values) {
        double[] array = values.stream().mapToDouble(value -> value).toArray();
        return array.length == 0 ? 0 : Bench.median(array);
    }
}
