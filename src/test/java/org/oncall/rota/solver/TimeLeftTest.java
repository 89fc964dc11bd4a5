package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final AtomicLong millis = new AtomicLong(123_456);
    private final TimeLeft time = new TimeLeft(Duration.ofSeconds(10), () -> 1_000_000 * millis.get());

    private long affordable(long second, long done, long planned) {
        millis.set(123_456 + 1_000 * second);
        return time.affordable(done, planned);
    }

    @Test
    void affordable_firstPartOfTheTime_isNotJudged() {
        assertThat(affordable(0, 1, 1_000_000)).isEqualTo(1_000_000);
        assertThat(affordable(2, 2, 1_000_000)).isEqualTo(1_000_000);
        assertThat(affordable(3, 3, 1_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void affordable_onTime_isWhatWasPlanned() {
        affordable(2, 100, 800);

        assertThat(affordable(4, 320, 600)).isEqualTo(600);
        assertThat(affordable(6, 500, 430)).isEqualTo(430);
    }

    @Test
    void affordable_slowAtFirstOnly_isWhatWasPlanned() {
        affordable(2, 1, 800);

        assertThat(affordable(4, 201, 600)).isEqualTo(600);
    }

    @Test
    void affordable_late_isWhatTheRestOfTheTimeIsEnoughFor() {
        affordable(2, 100, 800);

        assertThat(affordable(4, 200, 700)).isEqualTo(285);
        assertThat(affordable(11, 900, 700)).isZero();
    }

    @Test
    void affordable_noMovesSince_isWhatWasPlanned() {
        affordable(2, 100, 800);

        assertThat(affordable(9, 100, 800)).isEqualTo(800);
    }
}
