package org.oncall.rota.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;

/** Runs the benchmarks named on the command line, or all of them. */
public final class Bench {
    /** So that "today" is no part of a measurement. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-01T09:00:00Z"), ZoneOffset.UTC);

    /** Held here, or the logger and its level might be forgotten. */
    private static final Logger ENGINE = Logger.getLogger("ai.timefold");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        // As in the application: without it the engine writes a line about every move, for nobody to read.
        ENGINE.setLevel(Level.WARNING);
        if (args.length > 0 && args[0].equals("peers")) {
            PeerBench.run(Arrays.asList(args).subList(1, args.length)); // takes arguments
            return;
        }
        if (args.length > 0 && args[0].equals("durability")) {
            DurabilityBench.run(Arrays.asList(args).subList(1, args.length)); // so does this one
            return;
        }
        if (args.length > 0 && args[0].equals("living")) {
            LivingBench.run(Arrays.asList(args).subList(1, args.length)); // and this one
            return;
        }
        List<String> wanted =
                args.length == 0 ? List.of("assess", "audit", "search", "service", "proof") : Arrays.asList(args);
        System.out.printf(
                "%s, Java %s, %d processors%n%n",
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        for (String name : wanted) {
            switch (name) {
                case "assess" -> AssessBench.run();
                case "audit" -> AuditBench.run();
                case "proof" -> ProofBench.run();
                case "search" -> SearchBench.run();
                case "service" -> ServiceBench.run();
                case "instances" -> Instances.write();
                case "growth" -> GrowthBench.run();
                case "first" -> FirstBench.run();
                case "page" -> PageBench.run();
                default ->
                    throw new IllegalArgumentException(
                            "The benchmark (" + name + ") does not exist. Known are"
                                    + " assess, audit, durability, first, growth, instances, living, page, peers, proof, search and service.");
            }
        }
    }

    static Path data(String file) {
        return Path.of(System.getProperty("rota.home", "."), "data", file);
    }

    static RotaProblem problem(Path file) {
        try {
            return problem(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RotaProblem problem(byte[] request) {
        return switch (new RotaIntake(CLOCK).read(request)) {
            case Intake.Accepted accepted -> accepted.problem();
            case Intake.Refused refused ->
                throw new IllegalStateException(refused.issues().toString());
        };
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static String format(String format, Object... args) {
        return String.format(Locale.UK, format, args);
    }
}
