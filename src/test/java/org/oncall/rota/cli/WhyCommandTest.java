package org.oncall.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class WhyCommandTest {
    private static final String REQUEST = """
            {"team": {"holidays": "GB-ENG", "members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]},
             "from": "2027-01-05", "to": "2027-02-02", "now": "2026-11-20", "solve": {"moves": 500, "seed": 4}}
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** An answer with two shifts: Ana has the first week, Bo the second, and all else is a gap. */
    private Path answer() throws IOException {
        return file("answer.json", """
                {"status": "SOLVED", "request": %s, "shifts": [
                  {"rotation": "on-call", "tier": "primary", "member": "Ana", "from": "2027-01-05T12:00Z", "to": "2027-01-12T12:00Z"},
                  {"rotation": "on-call", "tier": "primary", "member": "Bo", "from": "2027-01-12T12:00Z", "to": "2027-01-19T12:00Z"}]}
                """.formatted(REQUEST));
    }

    @Test
    void why_ofAnAnswer_ranksEverybodyAndSaysWhyNot() throws IOException {
        Ran ran = Ran.run("why", answer(), "on-call.primary.2027-01-07");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("""
                        on-call.primary.2027-01-07 lies in this shift:
                        Shift on-call.primary.2027-01-05, Tue 5 January 2027 12:00 to Tue 12 January 2027 12:00, held by Ana

                           member     hard  gaps  cost  by rule
                        """)
                .contains("Ana (now)")
                .contains("\nBo: would break hard rules, at ")
                .contains(
                        "  is on call in on-call for 14 days running from Tue 5 January 2027 to Mon 18 January 2027, 7 days too many.")
                .contains("\nCy: could hold it, at the same cost.\n");
    }

    @Test
    void why_ofARequestAndAnAnswer_isTheSame() throws IOException {
        Ran alone = Ran.run("why", answer(), "on-call.primary.2027-01-05");
        Ran both = Ran.run("why", file("team.json", REQUEST), "on-call.primary.2027-01-05", "--rota", answer());

        assertThat(both).isEqualTo(alone);
    }

    @Test
    void why_ofWhatSolveWrote_isOfItsRota_andOfARequestAlone_solvesFirst() throws IOException {
        Path team = file("team.json", REQUEST);
        Path written = folder.resolve("written.json");
        assertThat(Ran.run("solve", team, "--json", written, "--seed", "7").code())
                .isZero();

        Ran ofAnswer = Ran.run("why", written, "on-call.secondary.2027-01-13");
        Ran ofRequest = Ran.run("why", team, "on-call.secondary.2027-01-13", "--seed", "7");

        assertThat(ofAnswer.code()).as(ofAnswer.err()).isZero();
        assertThat(ofRequest).isEqualTo(ofAnswer);
    }

    @Test
    void why_ofAGap_saysWhoCouldTakeIt() throws IOException {
        Ran ran = Ran.run("why", answer(), "on-call.primary.2027-01-19");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("Gap on-call.primary.2027-01-19, ").contains("held by nobody");
    }

    @Test
    void why_badInput_saysSoWithExitCode2() throws IOException {
        Ran unknown = Ran.run("why", answer(), "on-call.primary.2028-01-01");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .contains("(on-call.primary.2028-01-01) is not in this rota")
                .contains("Maybe one of");

        Ran missing = Ran.run("why", folder.resolve("none.json"), "x");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("cannot be read");

        Path team = file("team.json", REQUEST);
        Ran noAnswer = Ran.run("why", team, "x", "--rota", team);
        assertThat(noAnswer.code()).isEqualTo(2);
        assertThat(noAnswer.err()).contains("must be an answer").contains("rota solve TEAM.json --json ANSWER.json");

        Path stranger =
                file("stranger.json", Files.readString(answer()).replace("\"member\": \"Bo\"", "\"member\": \"Zoe\""));
        Ran other = Ran.run("why", team, "on-call.primary.2027-01-05", "--rota", stranger);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("do not fit the request").contains("(Zoe)");

        for (String content : List.of("", "[]", "{\"request\": null}", "{\"request\": 3, \"shifts\": []}", "no json")) {
            Ran ran = Ran.run("why", file("bad.json", content), "on-call.primary.2027-01-05");
            assertThat(ran.code()).as(content).isEqualTo(2);
            assertThat(ran.err()).as(content).contains("bad.json#").doesNotContain("Exception");
        }
    }
}
