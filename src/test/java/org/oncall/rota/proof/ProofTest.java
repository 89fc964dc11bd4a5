package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.proof.ProofResult.Impossible;
import org.oncall.rota.proof.ProofResult.NotAvailable;
import org.oncall.rota.proof.ProofResult.Possible;
import org.oncall.rota.proof.ProofResult.Unknown;
import org.oncall.rota.support.EveryRota;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;

class ProofTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TINY_PROBLEMS = 200;

    @Test
    void decide_tinyTeams_agreesWithALookAtEveryRota() {
        int possible = 0;
        for (long seed = 0; seed < TINY_PROBLEMS; seed++) {
            RotaProblem problem = EveryRota.tinyProblem(new SplittableRandom(seed));
            boolean expected = new EveryRota(problem).hasLegalAndComplete();

            ProofResult result = Proof.decide(problem, LIMIT);

            assertThat(result instanceof Possible)
                    .as("seed %d: %s", seed, result)
                    .isEqualTo(expected);
            assertThat(result instanceof Impossible)
                    .as("seed %d: %s", seed, result)
                    .isEqualTo(!expected);
            if (result instanceof Possible(Rota rota)) {
                assertLegalAndComplete(rota);
                possible++;
            }
        }
        assertThat(possible).isBetween(TINY_PROBLEMS / 4, 3 * TINY_PROBLEMS / 4);
    }

    static Stream<Path> exampleRequests() throws IOException {
        try (Stream<Path> teams = Files.list(Path.of("data/teams"));
                Stream<Path> edge = Files.list(Path.of("data/edge"))) {
            return Stream.concat(teams, edge)
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("exampleRequests")
    void decide_exampleRequest_isPossibleWhereItsTableSaysComplete(Path file) throws IOException {
        String row = Files.readAllLines(Path.of("data/README.md")).stream()
                .filter(line -> line.startsWith("| `" + file.getFileName() + "`"))
                .findFirst()
                .orElseThrow();
        RotaProblem problem = read(file);

        ProofResult result = Proof.decide(problem, LIMIT);

        if (row.contains("| complete")) {
            assertThat(result).isInstanceOf(Possible.class);
            assertLegalAndComplete(((Possible) result).rota());
        } else {
            assertThat(row).contains(" gaps");
            assertThat(result).isInstanceOf(Impossible.class);
        }
    }

    @Test
    void decide_sameProblemTwice_givesTheSameRota() throws IOException {
        RotaProblem problem = read(Path.of("data/teams/newcomers.json"));

        assertThat(Proof.decide(problem, LIMIT)).isEqualTo(Proof.decide(problem, LIMIT));
    }

    @Test
    void decide_frozenSlots_stay() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo")
                .published("Flo", "primary", "2027-01-05", 3)
                .published("Bo", "primary", "2027-01-08", 4)
                .freezeUntil("2027-01-10")
                .build();

        Rota rota = ((Possible) Proof.decide(problem, LIMIT)).rota();

        problem.published().stream()
                .filter(holding -> holding.slot().date().isBefore(LocalDate.parse("2027-01-10")))
                .forEach(holding -> assertThat(rota.holder(holding.slot())).isEqualTo(holding.member()));
        assertLegalAndComplete(rota);
    }

    @Test
    void decide_frozenSlotOfSomebodyOnLeave_isFree() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed")
                .member(MemberBuilder.member("Flo").leave("2027-01-05", "2027-01-06"))
                .published("Flo", "primary", "2027-01-05", 3)
                .freezeUntil("2027-01-10")
                .build();

        assertThat(Proof.decide(problem, LIMIT)).isInstanceOf(Possible.class);
    }

    @Test
    void decide_noTimeAtAll_isUnknownAndSaysSo() throws IOException {
        RotaProblem problem = read(Path.of("data/teams/area.json"));

        assertThat(Proof.decide(problem, Duration.ZERO))
                .isEqualTo(new Unknown("Whether a legal and complete rota exists was not decided within 0.0 s."));
    }

    @Test
    void decide_noLibrary_saysThatNoProofWasMade() {
        RotaProblem problem = ProblemBuilder.problem("Ana").build();

        assertThat(Proof.decide(problem, LIMIT, LIMIT, () -> "There is no such library."))
                .isEqualTo(new NotAvailable("There is no such library."));
    }

    static void assertLegalAndComplete(Rota rota) {
        AuditReport report = Audit.of(rota);
        assertThat(report.isLegal()).as("legal: %s", report.rules()).isTrue();
        assertThat(report.isComplete()).as("complete: %s", report.gaps()).isTrue();
    }

    static RotaProblem read(Path file) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-10-01T09:00:00Z"), ZoneOffset.UTC);
        return ((Intake.Accepted) new RotaIntake(clock).read(Files.readAllBytes(file))).problem();
    }
}
