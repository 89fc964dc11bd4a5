package org.oncall.rota.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    /** The request in an answer is sent on as it is, with a rota beside it; a field that is not known there is refused. */
    @ParameterizedTest
    @ValueSource(classes = {AuditRequest.class, PayRequest.class, ToilRequest.class, LintRequest.class})
    void requestAboutARota_takesEveryFieldOfTheRequestOfASolve(Class<?> request) {
        assertThat(fields(request)).containsAll(fields(RotaRequest.class));
    }

    private static List<String> fields(Class<?> request) {
        return Arrays.stream(request.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(component.getType()).stream()
                        : Stream.of(component.getName()))
                .toList();
    }
}
