package org.oncall.rota.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.wire.RotaRequest;

class SolveMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SolveMetrics metrics = new SolveMetrics(registry);

    @Test
    void ended_isCountedByOutcomeScoreAndTime() {
        metrics.ended(solve(SolveStatus.SOLVED, Duration.ofSeconds(20), new Score(0, 0, 519)));
        metrics.ended(solve(SolveStatus.SOLVED, Duration.ofSeconds(10), new Score(0, 4, 100)));
        metrics.ended(solve(SolveStatus.STOPPED, Duration.ofSeconds(5), new Score(2, 1, 7)));
        metrics.ended(solve(SolveStatus.STOPPED, Duration.ZERO, null));

        assertThat(count("solved")).isEqualTo(2);
        assertThat(count("stopped")).isEqualTo(2);
        assertThat(count("failed")).isZero();
        assertThat(registry.get("rota.solve").timer().count()).isEqualTo(3);
        assertThat(registry.get("rota.solve").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(35);
        assertThat(registry.get("rota.solve.soft.score").summary().totalAmount())
                .isEqualTo(626);
        assertThat(registry.get("rota.solves.illegal").counter().count()).isEqualTo(1);
        assertThat(registry.get("rota.solves.incomplete").counter().count()).isEqualTo(2);
    }

    private double count(String outcome) {
        return registry.get("rota.solves").tag("outcome", outcome).counter().count();
    }

    private static Solve solve(SolveStatus status, Duration elapsed, Score score) {
        Intake.Accepted accepted = new Intake.Accepted(
                problem("ana").build(),
                new SolveSettings(Duration.ofSeconds(20), 0, null),
                new RotaRequest(null, null, null, null, null, null, null, null, null, null, null));
        Rota rota = score == null ? null : Rota.empty(accepted.problem());
        return new Solve(
                UUID.randomUUID(), status, accepted, Origin.NOBODY, elapsed, rota, score, null, null, null, false);
    }
}
