package org.oncall.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class SolveCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Eight people for four weeks: complete as soon as it starts. */
    private static final String EIGHT = """
            {"team": {"holidays": "GB-ENG", "members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]},
             "from": "2027-01-05", "to": "2027-02-02", "now": "2026-11-20", "solve": {"moves": 500, "seed": 4}}
            """;

    private static final String THREE = """
            {"team": {"holidays": "GB-ENG", "members": ["Ana", "Bo", "Cy"]},
             "from": "2027-01-05", "to": "2027-02-02", "now": "2026-11-20", "solve": {"moves": 500}}
            """;

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("team.json"), content);
    }

    @Test
    void solve_completeRota_isPrintedWithExitCode0() throws IOException {
        Ran ran = Ran.run("solve", file(EIGHT));

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("Rotation on-call (* festive period)\n")
                .contains("\nTue 26 Jan 2027  ")
                .contains("No hard rule is broken and every slot is held")
                .containsPattern("Solved in [0-9.]+ s from seed 4: 500 moves tried\\.\\R$");
    }

    @Test
    void solve_gaps_endWithExitCode3() throws IOException {
        Ran ran = Ran.run("solve", file(THREE));

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out())
                .contains("-- nobody --")
                .contains("No hard rule is broken and 17 slots are held by nobody");
    }

    @Test
    void solve_frozenPartThatBreaksRules_endsWithExitCode1() throws IOException {
        Ran ran = Ran.run("solve", file(EIGHT.replace("\"now\"", """
                "freezeUntil": "2027-01-12", "published": [
                  {"rotation": "on-call", "tier": "primary", "member": "Ana", "from": "2027-01-05T12:00Z", "to": "2027-01-12T12:00Z"},
                  {"rotation": "on-call", "tier": "secondary", "member": "Ana", "from": "2027-01-05T12:00Z", "to": "2027-01-12T12:00Z"}],
                "now\"""")));

        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out()).contains("HARD RULES ARE BROKEN").contains("nobody can be in two places");
    }

    @Test
    void solve_badRequest_listsEveryIssueWithExitCode2() throws IOException {
        Path team = file(EIGHT.replace("GB-ENG", "GB-XXX").replace("2027-02-02", "2026-02-02"));
        Ran ran = Ran.run("solve", team);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains(team + "#/team/holidays unknown-holidays")
                .contains("GB-XXX")
                .contains(team + "#/to wrong-order");
    }

    @Test
    void solve_noJson_saysWhereWithExitCode2() throws IOException {
        for (String content : List.of("", "{\"team\": ", "[]", "\"team\"", "no json")) {
            Ran ran = Ran.run("solve", file(content), "--seed", "3");

            assertThat(ran.code()).as(content).isEqualTo(2);
            assertThat(ran.err()).as(content).contains("team.json#").doesNotContain("Exception");
        }
    }

    @Test
    void solve_fileThatCannotBeRead_endsWithExitCode2() {
        Ran missing = Ran.run("solve", folder.resolve("missing.json"));
        Ran directory = Ran.run("solve", folder);

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("missing.json").contains("cannot be read");
        assertThat(directory.code()).isEqualTo(2);
        assertThat(directory.err()).contains("cannot be read");
    }

    @Test
    void solve_fileTooLarge_endsWithExitCode2() throws IOException {
        Ran ran = Ran.run("solve", file(EIGHT + " ".repeat(5_000_001)));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("5000000");
    }

    @Test
    void solve_unknownOption_endsWithExitCode2() throws IOException {
        Ran ran = Ran.run("solve", file(EIGHT), "--colour");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--colour").contains("Usage: rota solve");
    }

    @Test
    void solve_noFile_endsWithExitCode2() {
        assertThat(Ran.run("solve").code()).isEqualTo(2);
        assertThat(Ran.run("solve").err()).contains("TEAM.json");
    }

    @Test
    void run_unknownCommand_endsWithExitCode2() {
        Ran ran = Ran.run("dance");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("dance");
    }

    @Test
    void run_help_endsWithExitCode0() {
        assertThat(Ran.run("help").code()).isZero();
        assertThat(Ran.run("help").out()).contains("solve").contains("serve").contains("Exit codes");
        assertThat(Ran.run("solve", "--help").code()).isZero();
        assertThat(Ran.run("solve", "--help").out()).contains("--limit").contains("--csv");
    }

    @Test
    void solve_fromAndTo_replaceThoseOfTheFile() throws IOException {
        Ran ran = Ran.run("solve", file(EIGHT), "--from", "2027-03-02", "--to", "2027-03-16");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("Tue 02 Mar 2027 to Tue 16 Mar 2027: ")
                .contains("\nTue 09 Mar 2027  ")
                .doesNotContain("Jan 2027  ");
    }

    @Test
    void solve_badOptionValue_isAnIssueOfItsField() throws IOException {
        Ran date = Ran.run("solve", file(EIGHT), "--from", "soon");
        Ran limit = Ran.run("solve", file(EIGHT), "--limit", "fast");

        assertThat(date.code()).isEqualTo(2);
        assertThat(date.err()).contains("#/from bad-date").contains("soon");
        assertThat(limit.code()).isEqualTo(2);
        assertThat(limit.err()).contains("#/solve/limit bad-duration").contains("fast");
        assertThat(Ran.run("solve", file(EIGHT), "--limit", "0.5m").err()).contains("(0.5m)");
    }

    @Test
    void solve_seedThatIsNoNumber_endsWithExitCode2() throws IOException {
        assertThat(Ran.run("solve", file(EIGHT), "--seed", "lucky").code()).isEqualTo(2);
    }

    @Test
    void solve_seed_replacesThatOfTheFile() throws IOException {
        assertThat(Ran.run("solve", file(EIGHT), "--seed", "9").out()).contains("from seed 9: 500 moves");
    }

    @Test
    void solve_limit_mayBeWrittenShort() throws IOException {
        Path team = file(EIGHT.replace(", \"solve\": {\"moves\": 500, \"seed\": 4}", ""));
        for (String limit : List.of("1s", "PT1S", "1.2s", "1S")) {
            Path answer = folder.resolve("answer.json");
            Ran ran = Ran.run("solve", team, "--limit", limit, "--json", answer);

            assertThat(ran.code()).as(limit).isZero();
            assertThat(JSON.readTree(answer.toFile()).at("/request/solve/limit").asText())
                    .startsWith("PT");
        }
    }

    @Test
    void solve_json_isTheAnswer() throws IOException {
        Path file = folder.resolve("answer.json");
        Ran ran = Ran.run("solve", file(EIGHT), "--json", file);
        JsonNode answer = JSON.readTree(file.toFile());

        assertThat(ran.code()).isZero();
        assertThat(answer.get("status").asText()).isEqualTo("SOLVED");
        assertThat(answer.get("legal").asBoolean()).isTrue();
        assertThat(answer.get("complete").asBoolean()).isTrue();
        assertThat(answer.get("shifts")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(answer.at("/solver/moves").asLong()).isEqualTo(500);
        assertThat(answer.at("/solver/seed").asLong()).isEqualTo(4);
        assertThat(answer.at("/request/now").asText()).isEqualTo("2026-11-20");
        assertThat(Files.readString(file)).endsWith("}\n");
    }

    @Test
    void solve_json_isTheRequestOfTheNextSolve() throws IOException {
        Path file = folder.resolve("answer.json");
        Ran.run("solve", file(EIGHT), "--json", file);
        JsonNode answer = JSON.readTree(file.toFile());
        JsonNode request = answer.get("request");
        ((com.fasterxml.jackson.databind.node.ObjectNode) request).set("published", answer.get("shifts"));

        Ran again = Ran.run("solve", file(request.toString()), "--json", file);

        assertThat(again.code()).isZero();
        assertThat(JSON.readTree(file.toFile()).get("request").get("team")).isEqualTo(request.get("team"));
    }

    @Test
    void solve_csv_isTheShifts() throws IOException {
        Path file = folder.resolve("shifts.csv");
        Ran.run("solve", file(EIGHT), "--csv", file);

        assertThat(Files.readString(file)).startsWith("rotation,tier,member,name,from,to\r\non-call,primary,");
    }

    @Test
    void solve_csvThatCannotBeWritten_endsWithExitCode2() throws IOException {
        Ran ran =
                Ran.run("solve", file(EIGHT), "--csv", folder.resolve("nowhere").resolve("shifts.csv"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("nowhere").doesNotContain("Exception");
    }

    @Test
    void solve_namesOfAnyScript_arePrintedAsTheyAre() throws IOException {
        Ran ran = Ran.run("solve", file(EIGHT.replace("\"Ana\"", "\"Дмитро\"").replace("\"Bo\"", "\"山田\"")));

        assertThat(ran.out()).contains("Дмитро").contains("山田");
    }
}
