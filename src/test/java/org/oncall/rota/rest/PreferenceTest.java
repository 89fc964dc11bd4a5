package org.oncall.rota.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait=20",
                "Wait = 20",
                "wait=\"20\"",
                "respond-async, wait=20",
                "handling=lenient , wait=20;foo=bar",
                "wait=20, wait=5"
            })
    void wait_isRead(String header) {
        assertThat(Preference.wait(List.of(header))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void wait_inTheSecondHeader_isRead() {
        assertThat(Preference.wait(List.of("respond-async", "wait=7"))).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait",
                "wait=",
                "wait=soon",
                "wait=-1",
                "wait=1.5",
                "await=20",
                "wait=99999999999",
                "x=\"wait=3\""
            })
    void whatCannotBeUnderstood_isPassedOver(String header) {
        assertThat(Preference.wait(List.of(header))).isZero();
    }

    @Test
    void noHeader_isNoWait() {
        assertThat(Preference.wait(List.of())).isZero();
    }
}
