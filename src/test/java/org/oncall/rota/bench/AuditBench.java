package org.oncall.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.solver.RotaSolver;

/** An audit, warm: of a rota in memory, and from the bytes of a request to those of its answer. */
final class AuditBench {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 2_001;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditBench() {}

    static void run() throws Exception {
        Path file = Bench.data("bench/8x26.json");
        RotaProblem problem = Bench.problem(file);
        Rota rota = new RotaSolver(problem, new SolveSettings(Duration.ofMinutes(1), 0, 20_000L))
                .solve(improvement -> {})
                .rota();
        ObjectNode request = (ObjectNode) JSON.readTree(file.toFile());
        request.set("shifts", JSON.valueToTree(JsonAnswers.shifts(Audit.of(rota))));
        byte[] sent = JSON.writeValueAsBytes(request);
        RotaIntake intake = new RotaIntake(Clock.systemUTC());

        System.out.println("Audit of a solved rota, 8 members, 26 weeks, 2 tiers; median of " + RUNS + " warm runs");
        measure("the rota in memory, facts and all", () -> Audit.of(rota));
        measure("the request as JSON to the answer as JSON", () -> answer(intake, sent));
        System.out.println();
    }

    private static byte[] answer(RotaIntake intake, byte[] request) throws Exception {
        return switch (intake.readAudit(request)) {
            case AuditIntake.Accepted accepted ->
                JSON.writeValueAsBytes(
                        JsonAnswers.audit(accepted.request(), Audit.of(accepted.rota(), accepted.cuts()), null));
            case Intake.Refused refused ->
                throw new IllegalStateException(refused.issues().toString());
        };
    }

    private static void measure(String what, Callable<?> task) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            task.call();
        }
        double[] millis = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            task.call();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.println(Bench.format(
                "  %s: %.3f ms, 99 of 100 within %.3f ms", what, Bench.median(millis), sorted[RUNS * 99 / 100]));
    }
}
