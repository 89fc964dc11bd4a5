package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearTest {
    private static final List<String> NAMES = List.of("ana", "ben", "bent", "secondary", "on-call");

    @Test
    void lettersInTheWrongOrder_areNear() {
        assertThat(Near.of("bne", NAMES)).containsExactly("ben");
    }

    @Test
    void otherCaseAndHyphens_areNearest() {
        assertThat(Near.of("ON_CALL", NAMES)).containsExactly("on-call");
    }

    @Test
    void twoAsNear_areBothNamed() {
        assertThat(Near.of("benn", NAMES)).containsExactly("ben", "bent");
    }

    @Test
    void threeWrongLettersOfNine_areNear() {
        assertThat(Near.of("sekundery", NAMES)).containsExactly("secondary");
    }

    @Test
    void anotherWord_isNotNear() {
        assertThat(Near.of("zed", NAMES)).isEmpty();
        assertThat(Near.of("", NAMES)).isEmpty();
        assertThat(Near.of("x", List.of("y"))).isEmpty();
        assertThat(Near.of("a".repeat(101), NAMES)).isEmpty();
    }
}
