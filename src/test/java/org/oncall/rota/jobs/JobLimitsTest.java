package org.oncall.rota.jobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobLimitsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void limits_belowTheirLeast_areRefusedByName() {
        assertThatThrownBy(() -> new JobLimits(0, 1, HOUR, 1, HOUR))
                .hasMessage("The setting (rota.solves.at-once) must be at least 1, not 0."
                        + "\nMaybe remove it: the default is sensible.");
        assertThatThrownBy(() -> new JobLimits(1, -1, HOUR, 1, HOUR)).hasMessageContaining("rota.solves.queue");
        assertThatThrownBy(() -> new JobLimits(1, 0, Duration.ZERO, 1, HOUR)).hasMessageContaining("rota.results.keep");
        assertThatThrownBy(() -> new JobLimits(1, 0, HOUR, 0, HOUR)).hasMessageContaining("rota.results.most");
        assertThatThrownBy(() -> new JobLimits(1, 0, HOUR, 1, HOUR.negated())).hasMessageContaining("rota.wait.most");
    }
}
