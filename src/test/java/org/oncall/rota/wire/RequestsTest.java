package org.oncall.rota.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    /** The request in an answer is sent on as it is, with a rota beside it; a field that is not known there is refused. */
    @ParameterizedTest
    @ValueSource(classes = {AuditRequest.class, PayRequest.class, ToilRequest.class})
    void requestAboutARota_takesEveryFieldOfTheRequestOfASolve(Class<? extends Record> request) {
        assertThat(fields(request)).containsAll(fields(RotaRequest.class));
    }

    private static List<String> fields(Class<? extends Record> request) {
        return Arrays.stream(request.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
