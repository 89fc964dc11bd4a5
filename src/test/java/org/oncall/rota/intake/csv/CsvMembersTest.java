package org.oncall.rota.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvMembersTest {
    private static CsvMembers read(String csv) {
        return CsvMembers.readWithOthers(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode only(String csv) {
        CsvMembers read = read(csv);
        assertThat(read.issues()).isEmpty();
        assertThat(read.members()).hasSize(1);
        return read.members().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separators_areWhatTheHeadingHasMostOf(String separator) {
        String csv = "\n\"Name\",Novice,On call\nAna,x,no\n".replace(",", separator);

        assertThat(only(csv)).hasToString("{\"name\":\"Ana\",\"novice\":true,\"onCall\":false}");
    }

    @Test
    void heading_ofOneColumn_mayHaveSeparatorsInItsCells() {
        assertThat(only("\"name\"\n\"Lima, Ana\"\n")).hasToString("{\"name\":\"Lima, Ana\"}");
    }

    @Test
    void share_isANumberOrAPercentage() {
        assertThat(only("name;share\nAna;0,6\n").path("share").asDouble()).isEqualTo(0.6);
        assertThat(only("name,share\nAna,0.55\n").path("share").asDouble()).isEqualTo(0.55);
        assertThat(only("name,share\nAna,60 %\n").path("share").asDouble()).isEqualTo(0.6);
        assertThat(only("name,share\nAna,100%\n").path("share").asDouble()).isEqualTo(1);
        assertThat(read("name,share\nAna,most\n").issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.sentence())
                        .isEqualTo("The share (most) must be a number above 0 and at most 1, such as 0.6, or 60 %."));
    }

    @Test
    void stretches_areWrittenInManyWays() {
        String all = "2027-02-08..2027-02-14 | 2027-03-01/2027-03-02; 2027-04-01 to 2027-04-03|2027-05-05–2027-05-06";

        assertThat(only("name,leave\nAna," + all + "|2027-06-01\n").path("leave"))
                .extracting(leave ->
                        leave.path("from").asText() + " " + leave.path("to").asText())
                .containsExactly(
                        "2027-02-08 2027-02-14",
                        "2027-03-01 2027-03-02",
                        "2027-04-01 2027-04-03",
                        "2027-05-05 2027-05-06",
                        "2027-06-01 2027-06-01");
    }

    @Test
    void date_ofAnotherForm_isLeftForTheRequestToRefuse() {
        assertThat(only("name,leave\nAna,08/02/2027\n").path("leave").path(0).path("from"))
                .hasToString("\"08/02/2027\"");
    }

    @Test
    void wishes_areWantedOrAvoided() {
        assertThat(only("name,want,Avoids\nAna,2027-02-08,2027-02-13\n").path("wishes"))
                .extracting(wish ->
                        wish.path("from").asText() + " " + wish.path("want").asBoolean())
                .containsExactly("2027-02-08 true", "2027-02-13 false");
    }

    @Test
    void otherColumns_areToldOf_andRefusedWhereEachMustSaySomething() {
        String csv = "name,Shoe size,days\nAna,38,7\n";

        assertThat(read(csv).others()).containsExactly("Shoe size");
        assertThat(only(csv)).hasToString("{\"name\":\"Ana\"}");
        assertThat(CsvMembers.read(csv.getBytes(StandardCharsets.UTF_8)).issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.sentence())
                        .startsWith("The column (Shoe size) does not exist. The columns are id, name"));
    }

    @Test
    void rowsOfNothing_areNobody() {
        assertThat(only("name;share\nAna;1\n;\n ; \n;\n").path("name").asText()).isEqualTo("Ana");
    }

    @Test
    @Timeout(20)
    void hostileTables_areReadOrRefusedSoon() {
        assertThat(read("name,leave\nAna,a" + " ".repeat(1_000_000) + "b\n").members())
                .hasSize(1);
        assertThat(read("a,".repeat(500_000) + "name\n").issues())
                .extracting(CsvRota.LineIssue::code)
                .containsExactly("too-many");
        assertThat(read("name,share\n" + "Ana,most\n".repeat(900)).issues()).hasSizeBetween(200, 220);
    }

    @Test
    void rowsThatCannotBeRead_areAllToldOfByLine() {
        assertThat(read("name,novice\nAna,maybe\nBo\nCy,yes\nDi,\"no\n").issues())
                .extracting(CsvRota.LineIssue::line, CsvRota.LineIssue::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2L, "wrong-type"),
                        org.assertj.core.groups.Tuple.tuple(3L, "wrong-fields"),
                        org.assertj.core.groups.Tuple.tuple(5L, "malformed-csv"));
        assertThat(read("share\n1\n").issues())
                .extracting(CsvRota.LineIssue::code)
                .containsExactly("missing");
    }
}
