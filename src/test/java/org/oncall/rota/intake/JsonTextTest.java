package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.NAMES_ONLY;
import static org.oncall.rota.intake.Requests.issues;
import static org.oncall.rota.intake.Requests.read;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    private static String sentence(String json) {
        assertThat(issues(json)).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(Issue.Kind.SHAPE);
            assertThat(issue.code()).isEqualTo("malformed-json");
            assertThat(issue.pointer()).isEmpty();
        });
        return issues(json).getFirst().sentence();
    }

    @Test
    void missingComma_isMalformedWithLineAndColumn() {
        assertThat(sentence("{\n  \"from\": \"2027-01-05\"\n  \"to\": \"2027-07-06\"}"))
                .isEqualTo(
                        "The request must be one JSON object in UTF-8, but at line 3, column 3: Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries. Maybe a comma, a bracket or a quotation mark is missing or one too many.");
    }

    @Test
    void missingBracket_isMalformedAtTheEnd() {
        assertThat(sentence("{\"team\": {"))
                .isEqualTo(
                        "The request must be one JSON object in UTF-8, but at line 1, column 11: Unexpected end-of-input: expected close marker for Object. Maybe a comma, a bracket or a quotation mark is missing or one too many.");
    }

    @Test
    void fieldTwice_isMalformed() {
        assertThat(sentence("{\"from\": \"2027-01-05\",\n\"from\": \"2027-01-06\"}"))
                .isEqualTo(
                        "The request must be one JSON object in UTF-8, but at line 2, column 7: Duplicate field 'from'. Maybe remove one of the two.");
    }

    @Test
    void secondValue_isMalformed() {
        assertThat(sentence("{} {}"))
                .isEqualTo(
                        "The request must be one JSON object in UTF-8, but at line 1, column 4: something follows the end of the value. Maybe a closing bracket stands too early.");
    }

    @Test
    void nothing_isMalformed() {
        assertThat(sentence(""))
                .isEqualTo(
                        "The request must be one JSON object in UTF-8, but at line 1, column 1: there is nothing in it. Maybe the body or the file was left empty.");
        assertThat(sentence(" \n")).isEqualTo(sentence(""));
    }

    @Test
    void hundredLevels_areMalformed() {
        assertThat(sentence("[".repeat(100) + "]".repeat(100)))
                .isEqualTo(
                        "The request must be one JSON object in UTF-8, but at line 1, column 1: it exceeds 32 levels of nesting, 500 characters in the name of a field or 1000 digits in a number. No request needs that: maybe it is another document.");
    }

    @Test
    void longFieldName_isMalformed() {
        assertThat(sentence("{\"" + "x".repeat(501) + "\": 1}")).contains("500 characters in the name of a field");
    }

    @Test
    void otherEncoding_isMalformedWithLineAndColumn() {
        byte[] latin = "{\n\"team\": {\"name\": \"Zoë\"}}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read(latin))
                .isInstanceOfSatisfying(
                        Intake.Refused.class,
                        refused -> assertThat(refused.issues())
                                .singleElement()
                                .extracting(Issue::sentence)
                                .isEqualTo(
                                        "The request must be one JSON object in UTF-8, but at line 2, column 21: byte 23 is not UTF-8. Maybe save it as UTF-8."));
    }

    @Test
    void cutOffEncoding_isMalformed() {
        byte[] cut = {'{', '"', (byte) 0xc3};

        assertThat(read(cut)).isInstanceOf(Intake.Refused.class);
    }

    @Test
    void byteOrderMark_isPassedOver() {
        assertThat(read("\uFEFF" + NAMES_ONLY)).isInstanceOf(Intake.Accepted.class);
    }
}
