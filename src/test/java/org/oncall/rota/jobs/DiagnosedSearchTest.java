package org.oncall.rota.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.proof.ProofResult;
import org.oncall.rota.solver.RotaSolver;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class DiagnosedSearchTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Diagnosis.Limits LIMITS = new Diagnosis.Limits(MINUTE, MINUTE, MINUTE, MINUTE);

    private static Search.Found solve(RotaProblem problem, long moves) {
        return new DiagnosedSearch(problem, new SolveSettings(MINUTE, 0, moves), null, LIMITS).run(improvement -> {});
    }

    @Test
    void run_completeRota_needsNoDiagnosis() {
        Search.Found found = solve(
                ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus")
                        .build(),
                20_000);

        assertThat(found.solved().score().medium()).isZero();
        assertThat(found.diagnosis()).isNull();
    }

    @Test
    void run_searchCutShortWithGaps_goesOnFromTheRotaOfTheProof() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-10-01T09:00:00Z"), ZoneOffset.UTC);
        Intake intake = new RotaIntake(clock).read(Files.readAllBytes(Path.of("data/teams/platform.json")));
        RotaProblem problem = ((Intake.Accepted) intake).problem();
        SolveSettings settings = new SolveSettings(MINUTE, 0, 1L);
        assertThat(new RotaSolver(problem, settings)
                        .solve(improvement -> {})
                        .score()
                        .medium())
                .as("gaps of the rota that the search starts from")
                .isPositive();
        List<RotaSolver.Improvement> improvements = new ArrayList<>();

        Search.Found found = new DiagnosedSearch(problem, settings, null, LIMITS).run(improvements::add);

        assertThat(found.solved().score().isLegal()).isTrue();
        assertThat(found.solved().score().medium()).isZero();
        assertThat(found.diagnosis()).isNotNull();
        assertThat(found.diagnosis().proof()).isInstanceOf(ProofResult.Possible.class);
        assertThat(improvements).extracting(RotaSolver.Improvement::elapsed).isSorted();
        assertThat(improvements.getLast().score().medium()).isZero();
    }

    @Test
    void run_impossible_saysWhy() {
        ProblemBuilder problem = ProblemBuilder.problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"));
        for (String name : List.of("Ana", "Bo", "Cy", "Di")) {
            problem.member(MemberBuilder.member(name).leave("2027-02-10", "2027-02-13"));
        }

        Search.Found found = solve(problem.build(), 20_000);

        assertThat(found.solved().score().medium()).isEqualTo(5);
        assertThat(found.diagnosis()).isNotNull();
        assertThat(found.diagnosis().proof()).isInstanceOf(ProofResult.Impossible.class);
        assertThat(found.diagnosis().closings()).hasSize(1);
    }

    @Test
    void stop_beforeItRuns_asksForNoDiagnosis() {
        DiagnosedSearch search = new DiagnosedSearch(
                ProblemBuilder.problem("Ana").build(), new SolveSettings(MINUTE, 0, null), null, LIMITS);
        search.stop();

        Search.Found found = search.run(improvement -> {});

        assertThat(found.solved().score().medium()).isPositive();
        assertThat(found.diagnosis()).isNull();
    }
}
