package org.oncall.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class AssessCommandTest {
    private static final String EIGHT = """
            {"team": {"holidays": "GB-ENG", "members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]},
             "from": "2027-01-05", "to": "2027-02-02"}
            """;

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("team.json"), content);
    }

    @Test
    void assess_eightPeople_printsTablesWithExitCode0() throws IOException {
        Ran ran = Ran.run("assess", file(EIGHT));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("Rotation on-call\n")
                .containsPattern("together +8 +25\\.0 % +7\n")
                .containsPattern("Tue 26 Jan 2027 +8 +8 +6\n")
                .containsPattern("Hal +7\\.0 +25\\.0 % +0\n")
                .contains("\nIndications\n  Rotation on-call: every week can bear 6 more absences")
                .endsWith("Nothing certain stands against a complete rota.\n");
    }

    @Test
    void assess_certainGaps_endWithExitCode3() throws IOException {
        Ran ran = Ran.run("assess", file(EIGHT.replace(", \"Di\", \"Ed\", \"Flo\", \"Gus\", \"Hal\"", "")));

        assertThat(ran.code()).isEqualTo(3);
        // Under half of 28 days is 13: 56 slots less 3 x 13.
        assertThat(ran.out())
                .contains("\nCertain\n")
                .endsWith("A complete rota is impossible: at least 17 slots will stay empty.\n");
    }

    @Test
    void assess_badInput_listsEveryIssueWithExitCode2() throws IOException {
        Ran ran = Ran.run("assess", file(EIGHT.replace("GB-ENG", "GB-XXX")), "--to", "2026-01-01");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("#/team/holidays unknown-holidays").contains("#/to wrong-order");
        assertThat(Ran.run("assess", folder.resolve("missing.json")).code()).isEqualTo(2);
        assertThat(Ran.run("assess", file(EIGHT), "--json", folder).code()).isEqualTo(2);
        assertThat(Ran.run("assess").code()).isEqualTo(2);
    }

    @Test
    void assess_fromToAndJson_areTaken() throws IOException {
        Path json = folder.resolve("answer.json");
        Ran ran = Ran.run("assess", file(EIGHT), "--from", "2027-03-02", "--to", "2027-03-16", "--json", json);
        JsonNode answer = new ObjectMapper().readTree(json.toFile());

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("\nTue 09 Mar 2027 ").doesNotContain("Jan 2027");
        assertThat(answer.at("/rotations/0/days").asInt()).isEqualTo(14);
        assertThat(answer.at("/request/from").asText()).isEqualTo("2027-03-02");
    }
}
