package org.oncall.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.export.json.JsonWhy;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.solver.RotaSolver;

/** An audit, warm: of a rota in memory, and from the bytes of a request to those of its answer. */
final class AuditBench {
    private static final int WARM_UP = 2_000;
    private static final int RUNS = 2_001;
    private static final int LARGE_RUNS = 3;
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
        measure("why a shift is held by whom it is, from the rota in memory to JSON", () -> why(rota));
        System.out.println("Audit of 20,000 shifts of 200 members in 20 tiers over 2 years, each run by itself");
        for (Large shape : Large.values()) {
            byte[] large = large(shape);
            double[] millis = new double[LARGE_RUNS];
            for (int i = 0; i < LARGE_RUNS; i++) {
                long start = System.nanoTime();
                answer(intake, large);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            System.out.println(Bench.format(
                    "  %s: median %.0f ms, longest %.0f ms",
                    shape.text,
                    Bench.median(millis),
                    Arrays.stream(millis).max().orElseThrow()));
        }
        System.out.println();
    }

    /** How the shifts of a large rota lie. */
    private enum Large {
        APART("in turns of 17 h", 17),
        OVERLAPPING("in turns of 34 h, always two people at once", 34),
        ALL_AT_ONCE("all of them over the whole period", 2_000 * 24);

        private final String text;
        private final int hours;

        Large(String text, int hours) {
            this.text = text;
            this.hours = hours;
        }
    }

    private static byte[] large(Large shape) throws Exception {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode team = request.putObject("team");
        for (int m = 0; m < 200; m++) {
            team.withArray("members").addObject().put("name", "M" + m).put("novice", m % 10 == 0);
        }
        ObjectNode rotation = team.withArray("rotations").addObject();
        for (int t = 0; t < 20; t++) {
            rotation.withArray("tiers").addObject().put("id", "t" + t);
        }
        request.put("from", "2027-01-05").put("to", "2029-01-05");
        Instant start = Instant.parse("2027-01-05T00:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            Instant from = shape == Large.ALL_AT_ONCE ? start : start.plus(Duration.ofHours(17L * (i / 20)));
            request.withArray("shifts")
                    .addObject()
                    .put("rotation", "on-call")
                    .put("tier", "t" + i % 20)
                    .put("member", "M" + (i * 7 + i / 20) % 200)
                    .put("from", from.toString())
                    .put("to", from.plus(Duration.ofHours(shape.hours)).toString());
        }
        return JSON.writeValueAsBytes(request);
    }

    private static byte[] why(Rota rota) throws Exception {
        String shift = rota.problem().slots().getFirst().id();
        return JSON.writeValueAsBytes(JsonWhy.of(
                "00000000-0000-0000-0000-000000000000",
                "SOLVED",
                shift,
                Why.of(rota, shift).orElseThrow(),
                rota.problem().team().zone()));
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
