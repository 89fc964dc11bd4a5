package org.oncall.rota.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import org.oncall.rota.assess.Assessment;
import org.oncall.rota.export.json.JsonAssessments;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;

/** An assessment from the bytes of a request to those of its answer: of a usual team, and of the largest request allowed. */
final class AssessBench {
    private static final int WARM_UP = 500;
    private static final int RUNS = 501;
    private static final int LARGE_RUNS = 11;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AssessBench() {}

    static void run() throws Exception {
        System.out.println("Assessments, the request as JSON to the answer as JSON");
        measure("200 members, 2 years, 20 tiers, first in this process", largest(false), 0, 1);
        measure("200 members, 2 years, 20 tiers", largest(false), 0, LARGE_RUNS);
        measure("the same with leave and a skill for every other tier", largest(true), 0, LARGE_RUNS);
        measure("8 members, 26 weeks, 2 tiers, warm", Files.readAllBytes(Bench.data("bench/8x26.json")), WARM_UP, RUNS);
        System.out.println();
    }

    /** @param various whether people differ: in their skills, and in when they are away */
    private static byte[] largest(boolean various) throws Exception {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode team = request.putObject("team").put("holidays", "GB-ENG");
        for (int m = 0; m < 200; m++) {
            ObjectNode member = team.withArray("members").addObject().put("name", "M" + m);
            if (various) {
                member.withArray("skills").add("s" + m % 10).add("s" + m / 10 % 10);
                for (int leave = 0; leave < 4; leave++) {
                    int day = 1 + (m * 13 + leave * 5) % 20;
                    String month = "202" + (7 + leave / 2) + "-" + (leave % 2 == 0 ? "08" : "02") + "-";
                    member.withArray("leave")
                            .addObject()
                            .put("from", month + Bench.format("%02d", day))
                            .put("to", month + Bench.format("%02d", day + 7));
                }
            }
        }
        ObjectNode rotation = team.withArray("rotations").addObject();
        for (int t = 0; t < 20; t++) {
            ObjectNode tier = rotation.withArray("tiers").addObject().put("id", "t" + t);
            if (various && t % 2 == 0) {
                tier.withArray("skills").add("s" + t / 2);
            }
        }
        return JSON.writeValueAsBytes(request.put("from", "2027-01-05").put("to", "2029-01-05"));
    }

    private static void measure(String what, byte[] request, int warmUp, int runs) throws Exception {
        RotaIntake intake = new RotaIntake(Clock.systemUTC());
        for (int i = 0; i < warmUp; i++) {
            answer(intake, request);
        }
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            answer(intake, request);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        System.out.println(Bench.format(
                "  %s: median %.1f ms of %d, longest %.1f ms",
                what, Bench.median(millis), runs, Arrays.stream(millis).max().orElseThrow()));
    }

    private static byte[] answer(RotaIntake intake, byte[] request) throws Exception {
        return switch (intake.read(request)) {
            case Intake.Accepted accepted ->
                JSON.writeValueAsBytes(JsonAssessments.of(Assessment.of(accepted.problem()), accepted.request(), null));
            case Intake.Refused refused ->
                throw new IllegalStateException(refused.issues().toString());
        };
    }
}
