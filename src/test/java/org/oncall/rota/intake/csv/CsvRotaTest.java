package org.oncall.rota.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.intake.Issue;

class CsvRotaTest {
    private static final String ROW = "on-call,primary,ana,2027-01-05T12:00:00Z,2027-01-12T12:00:00Z\n";
    private static final String HEADING = "rotation,tier,member,from,to\n";

    private static final JsonNode TEAM = tree("""
            {"team": {"members": [{"id": "ana", "name": "Ana"}, "Bo", {"id": "s1", "name": "Sam"}, {"id": "s2", "name": "Sam"},
                                  {"id": "e1", "name": "=Eve"}]}}
            """);

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvRota read(String csv) {
        return CsvRota.read(csv.getBytes(StandardCharsets.UTF_8), TEAM);
    }

    private static String member(String written) {
        CsvRota rota = read(
                "member,name\n".replace("member,name", "rotation,tier,member,from,to") + "r,t," + written + ",a,b\n");
        assertThat(rota.issues()).isEmpty();
        return rota.shifts().at("/0/member").asText();
    }

    private static List<String> issues(String csv) {
        return read(csv).issues().stream()
                .map(issue -> issue.line() + " " + issue.code())
                .toList();
    }

    @Test
    void rows_areShifts() {
        CsvRota rota = read(HEADING + ROW + "\n" + ROW);

        assertThat(rota.issues()).isEmpty();
        assertThat(rota.shifts()).hasSize(2);
        assertThat(rota.lines()).containsExactly(2L, 4L);
        assertThat(rota.shifts().get(0)).isEqualTo(tree("""
                {"rotation": "on-call", "tier": "primary", "member": "ana",
                 "from": "2027-01-05T12:00:00Z", "to": "2027-01-12T12:00:00Z"}
                """));
    }

    @Test
    void columns_mayComeInAnyOrder_caseAndWithAByteOrderMark() {
        CsvRota rota = read("\uFEFFTo, From ,NAME,Tier,Rotation\r\nb,a,Bo,t,r\r\n");

        assertThat(rota.issues()).isEmpty();
        assertThat(rota.shifts().get(0))
                .isEqualTo(tree(
                        "{\"to\": \"b\", \"from\": \"a\", \"tier\": \"t\", \"rotation\": \"r\", \"member\": \"Bo\"}"));
    }

    @Test
    void members_areKnownByIdOrByAName() {
        assertThat(member("ana")).isEqualTo("ana");
        assertThat(member("Ana")).isEqualTo("ana");
        assertThat(member("Bo")).isEqualTo("Bo");
        assertThat(member("s1")).isEqualTo("s1");
        assertThat(member("'=Eve")).isEqualTo("e1");
        assertThat(member("nobody")).isEqualTo("nobody");
    }

    @Test
    void memberLeftBlank_isThatOfTheName() {
        CsvRota rota = read("rotation,tier,member,name,from,to\nr,t,,Ana,a,b\nr,t,Bo,Ana,a,b\n");

        assertThat(rota.shifts().findValuesAsText("member")).containsExactly("ana", "Bo");
    }

    @Test
    void nameOfSeveralMembers_isAnIssue() {
        CsvRota rota = read(HEADING + "r,t,Sam,a,b\n");

        assertThat(rota.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.line()).isEqualTo(2);
            assertThat(issue.code()).isEqualTo("ambiguous-member");
            assertThat(issue.sentence())
                    .isEqualTo("The name (Sam) is that of several members, s1 and s2. Maybe write the id.");
        });
    }

    @Test
    void everyBadLine_isReportedAtOnce() {
        assertThat(issues(HEADING + "r,t,Sam,a,b\n" + ROW + "r,t\n" + ROW + "r,t,ana,a,b,c\n"))
                .containsExactly("2 ambiguous-member", "4 wrong-fields", "6 wrong-fields");
    }

    @Test
    void lines_countThoseWithinQuotes() {
        assertThat(issues(HEADING + "r,t,\"An\na\",a,b\nr,t\n")).containsExactly("4 wrong-fields");
    }

    @Test
    void heading_saysEverythingWrongWithIt() {
        assertThat(issues("rotation,person,rotation,to\n"))
                .containsExactly("1 unknown-field", "1 duplicate-id", "1 missing", "1 missing", "1 missing");
        assertThat(issues("")).containsExactly("1 missing");
        assertThat(issues("rotation;tier;member;from;to\n" + ROW)).first().isEqualTo("1 unknown-field");
    }

    @Test
    void textThatIsNoCsv_isAnIssue() {
        assertThat(CsvRota.read(new byte[] {(byte) 0xC3, (byte) 0x28}, TEAM).issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("malformed-csv"));
        assertThat(issues(HEADING + ROW + "r,t,\"ana,a,b\n"))
                .singleElement()
                .asString()
                .endsWith(" malformed-csv");
    }

    @Test
    void manyIssues_areCounted() {
        List<String> found = issues(HEADING + "r\n".repeat(250));

        assertThat(found).hasSize(201).last().isEqualTo("201 more-issues");
    }

    @Test
    void tooManyRows_areAnIssue() {
        assertThat(issues(HEADING + ROW.repeat(20_001))).containsExactly("20002 too-many");
    }

    @Test
    void issuesOfTheRequest_areToldByLine() {
        CsvRota rota = read(HEADING + "\n" + ROW);

        Issue issue = new Issue(
                Issue.Kind.MEANING, "unknown-tier", "/shifts/0/tier", "The tier (x) in /shifts/0/tier does not exist.");
        assertThat(rota.byLine(issue))
                .isEqualTo(new CsvRota.LineIssue(3, "unknown-tier", "The tier (x) in line 3 does not exist."));
        assertThat(rota.byLine(new Issue(Issue.Kind.MEANING, "missing", "/to", "…")))
                .isNull();
    }
}
