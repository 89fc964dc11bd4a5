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

@Isolated("prints to the output of the whole process")
class LintCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path terraform(String secondary) throws IOException {
        String schedule = """
                resource "pagerduty_schedule" "%1$s" {
                  name      = "%1$s"
                  time_zone = "Europe/London"
                  layer {
                    name                         = "Layer 1"
                    start                        = "2026-12-01T12:00:00Z"
                    rotation_virtual_start       = "2027-01-05T12:00:00Z"
                    rotation_turn_length_seconds = 604800
                    users                        = [%2$s]
                  }
                }
                """;
        return Files.writeString(
                folder.resolve("oncall.tf"),
                schedule.formatted("primary", "\"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\"")
                        + schedule.formatted("secondary", secondary));
    }

    @Test
    void lint_listsFarApart_isClean() throws IOException {
        Path file = terraform("\"e\", \"f\", \"g\", \"h\", \"a\", \"b\", \"c\", \"d\"");
        Ran ran = Ran.run("lint", file, "--from", "2027-01-05", "--to", "2027-03-02", "--no-optimise");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains(file + ":1: the schedule (primary) is tier primary of rotation on-call.");
    }

    @Test
    void lint_shiftedLists_breaksRulesAndShowsBeforeAndAfter() throws IOException {
        Path file = terraform("\"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"a\"");
        Path json = folder.resolve("lint.json");
        Ran ran = Ran.run("lint", file, "--from", "2027-01-05", "--to", "2027-03-02", "--limit", "3s", "--json", json);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("Before and after").containsPattern("long-stint +hard +49 +0 ");
        JsonNode answer = new ObjectMapper().readTree(Files.readAllBytes(json));
        assertThat(answer.at("/legal").asBoolean()).isFalse();
        assertThat(answer.at("/optimised/legal").asBoolean()).isTrue();
    }

    @Test
    void lint_aLayerThatEnds_leavesGaps() throws IOException {
        Path file = terraform("\"e\", \"f\", \"g\", \"h\", \"a\", \"b\", \"c\", \"d\"");
        String text = Files.readString(file);
        int last = text.lastIndexOf("rotation_virtual_start");
        Files.writeString(
                file, text.substring(0, last) + "end = \"2027-02-23T12:00:00Z\"\n    " + text.substring(last));
        Ran ran = Ran.run("lint", file, "--from", "2027-01-05", "--to", "2027-03-02", "--no-optimise");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(3);
    }

    private Path team(String more) throws IOException {
        return Files.writeString(folder.resolve("team.json"), """
                {"team": {"name": "Platform", "members": ["a", "b", "c", "d", "e", "f", "g",
                   {"id": "h", "name": "Hal", "leave": [{"from": "2027-02-25", "to": "2027-02-26"}]}]}%s}
                """.formatted(more));
    }

    @Test
    void lint_withATeam_knowsItsLeaveAndWeights() throws IOException {
        Path file = terraform("\"e\", \"f\", \"g\", \"h\", \"a\", \"b\", \"c\", \"d\"");
        Path json = folder.resolve("lint.json");
        Ran ran = Ran.run(
                "lint",
                file,
                "--team",
                team(", \"rules\": {\"wish\": 3}"),
                "--from",
                "2027-01-05",
                "--to",
                "2027-03-02",
                "--no-optimise",
                "--json",
                json);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isEqualTo(1);
        JsonNode answer = new ObjectMapper().readTree(Files.readAllBytes(json));
        assertThat(answer.at("/request/team/name").asText()).isEqualTo("Platform");
        assertThat(answer.at("/request/rules/wish").asInt()).isEqualTo(3);
        for (JsonNode rule : answer.get("rules")) {
            // From noon to noon, the day before the first day of leave, and both of them.
            if (rule.get("id").asText().equals("on-leave")) {
                assertThat(rule.get("size").asInt()).isEqualTo(3);
                assertThat(rule.at("/findings/0/member").asText()).isEqualTo("h");
            } else if (rule.get("level").asText().equals("HARD")) {
                assertThat(rule.get("size").asInt()).isZero();
            }
        }
    }

    @Test
    void lint_withATeamThatLacksAUser_isAskedForThem() throws IOException {
        Path file = terraform("\"e\", \"f\", \"g\", \"x\", \"a\", \"b\", \"c\", \"d\"");
        Ran ran = Ran.run("lint", file, "--team", team(""), "--from", "2027-01-05", "--to", "2027-03-02");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(file + ":12 unknown-member").contains("(x)");
    }

    @Test
    void lint_withATeamThatIsWrong_pointsIntoItsFile() throws IOException {
        Path file = terraform("\"e\", \"f\", \"g\", \"h\", \"a\", \"b\", \"c\", \"d\"");
        Path team = team(", \"rules\": {\"long-stint\": 3}");
        Ran ran = Ran.run("lint", file, "--team", team, "--from", "2027-01-05", "--to", "2027-03-02");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(team + "#/rules/long-stint fixed-rule");
        Files.writeString(team, "[]");
        Ran none = Ran.run("lint", file, "--team", team, "--from", "2027-01-05", "--to", "2027-03-02");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains(team + "# malformed-json");
    }

    @Test
    void lint_whatCannotBeUnderstood_isListedWithFileAndLine() throws IOException {
        Path file = terraform("var.users");
        Ran ran = Ran.run("lint", file, "--from", "2027-01-05", "--to", "2027-03-02");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(file + ":20 not-understood");
        assertThat(ran.out()).isEmpty();
    }
}
