package org.oncall.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.oncall.rota.export.ExportFormat;
import org.oncall.rota.push.FakePagerDuty;
import picocli.CommandLine;

@Isolated
class ExportCommandTest {
    private static final String TEAM = """
            {"team": {"name": "Platform", "members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]},
             "from": "2027-01-05", "to": "2027-02-16", "now": "2026-11-20", "solve": {"moves": 300}}
            """;

    private static byte[] solved;

    @TempDir
    private Path folder;

    private Path team;
    private Path answer;

    @BeforeAll
    static void solve(@TempDir Path once) throws IOException {
        Path team = Files.writeString(once.resolve("team.json"), TEAM);
        assertThat(Ran.run("solve", team, "--json", once.resolve("answer.json")).code())
                .isZero();
        solved = Files.readAllBytes(once.resolve("answer.json"));
    }

    @BeforeEach
    void copy() throws IOException {
        team = Files.writeString(folder.resolve("team.json"), TEAM);
        answer = Files.write(folder.resolve("answer.json"), solved);
    }

    @Test
    void export_everyFormat_isTheSameTwice() {
        for (ExportFormat format : ExportFormat.values()) {
            Object[] args = format == ExportFormat.GRAFANA_ICAL
                    ? new Object[] {"export", answer, "--format", format.code(), "--tier", "primary"}
                    : new Object[] {"export", answer, "--format", format.code()};
            Ran first = Ran.run(args);

            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.out()).isNotBlank().isEqualTo(Ran.run(args).out());
        }
    }

    @Test
    void export_opsgenie_saysWhenItEnds() {
        Ran ran = Ran.run("export", answer, "--format", "opsgenie");

        assertThat(ran.err()).contains("end on 5 April 2027");
        assertThat(ran.out()).contains("\"notice\" : \"Opsgenie and its API end on 5 April 2027");
    }

    @Test
    void export_weeks_canBeAudited() throws IOException {
        Path weeks = folder.resolve("weeks.csv");

        assertThat(Ran.run("export", answer, "--format", "csv-weeks", "--output", weeks)
                        .code())
                .isZero();
        Ran audited = Ran.run("audit", team, weeks);
        Ran solved = Ran.run("audit", team, answer);

        assertThat(audited.code()).as(audited.err()).isZero();
        assertThat(audited.out()).isEqualTo(solved.out());
        Files.writeString(weeks, Files.readString(weeks).replaceFirst("Ana", "Anna"));
        assertThat(Ran.run("audit", team, weeks).err()).contains("weeks.csv:").contains("unknown-member");
    }

    @Test
    void export_members_canBeSolvedWith() throws IOException {
        Path members = folder.resolve("members.csv");
        Path again = folder.resolve("again.json");

        Ran.run("export", answer, "--format", "members", "--output", members);
        Ran ran = Ran.run("solve", team, "--members", members, "--json", again);

        assertThat(ran.code()).as(ran.err()).isZero();
        String shifts = Files.readString(answer).replaceAll("(?s).*?(\"shifts\".*?)\"gaps\".*", "$1");
        assertThat(Files.readString(again)).contains(shifts);
        Files.writeString(members, Files.readString(members).replaceFirst("Ana,1.0", "Ana,7.0"));
        Ran refused = Ran.run("solve", team, "--members", members);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("members.csv:2 out-of-range");
    }

    @Test
    void export_withState_cancelsWhatIsLost() throws IOException {
        Path state = folder.resolve("state.json");
        Path ics = folder.resolve("ana.ics");
        assertThat(Ran.run("export", answer, "--format", "ical", "--member", "Ana", "--state", state, "--output", ics)
                        .code())
                .isZero();
        String before = Files.readString(ics);
        assertThat(before).contains("SUMMARY:on-call ").doesNotContain("CANCELLED");

        Ran.run("export", answer, "--format", "ical", "--member", "Ana", "--state", state, "--output", ics);
        assertThat(Files.readString(ics)).as("unchanged").isEqualTo(before);

        Files.writeString(
                answer,
                Files.readString(answer)
                        .replace("\"member\" : \"Ana\"", "\"member\" : \"Zoe\"")
                        .replace("\"id\" : \"Bo\"", "\"id\" : \"Zoe\"")
                        .replace("\"member\" : \"Bo\"", "\"member\" : \"Ana\"")
                        .replace("\"name\" : \"Bo\"", "\"name\" : \"Zoe\""));
        Ran ran = Ran.run("export", answer, "--format", "ical", "--member", "Ana", "--state", state, "--output", ics);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(ics)).contains("SEQUENCE:1\r\n", "STATUS:CANCELLED\r\n");

        Files.writeString(state, "{\"events\": [{\"rotation\": \"on-call\"}]}");
        assertThat(Ran.run("export", answer, "--format", "ical", "--state", state)
                        .err())
                .contains("The event at /events/0 cannot be read");
    }

    @Test
    void export_badInput_isSaid() throws IOException {
        assertThat(Ran.run("export", answer, "--format", "xls"))
                .satisfies(ran -> assertThat(ran.code()).isEqualTo(2))
                .satisfies(ran ->
                        assertThat(ran.err()).contains("The format (xls) does not exist. The formats are ical,"));
        assertThat(Ran.run("export", team, "--format", "csv").err()).contains("must be an answer");
        assertThat(Ran.run("export", answer, "--format", "ical", "--tier", "third")
                        .err())
                .contains("The tiers are on-call/primary, on-call/secondary.");
        Path users = Files.writeString(
                folder.resolve("users.json"),
                "{\"Ana\": \"ana@example.org\", \"Zed\": \"P1\", \"Bo\": \"P2\", \"Cy\": \"P2\"}");
        Ran ran = Ran.run("export", answer, "--format", "pagerduty-v3", "--users", users);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("users.json#/Ana bad-text", "no e-mail address", "users.json#/Zed unknown-member")
                .contains("users.json# missing", "The member (Di) holds shifts", "users.json#/Cy duplicate-id");
        byte[] large = new byte[5_000_001];
        Arrays.fill(large, (byte) ' ');
        Files.write(answer, large);
        assertThat(Ran.run("export", answer, "--format", "csv").err()).contains("has 5000001 bytes");
    }

    @Test
    void push_withoutWhatItNeeds_isSaid() throws IOException {
        Path users = Files.writeString(folder.resolve("users.json"), "{}");

        Ran ran = Ran.run(
                "push",
                "pager",
                answer,
                "--users",
                users,
                "--api",
                "v4",
                "--base",
                "http://example.org",
                "--apply",
                "--dry-run");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(ran.err())
                .contains("The tool (pager)", "The version (v4)", "Either --apply or --dry-run", "PAGERDUTY_TOKEN")
                .contains("must begin with https://", "holds shifts and has no user in the mapping");
    }

    /** Runs the command as if the token were in the environment. */
    private static Ran push(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new PushCommand(Map.of("PAGERDUTY_TOKEN", "secret")))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void push_showsThenWritesThenHasNothingToWrite() throws IOException {
        Map<String, String> mapping = new TreeMap<>();
        for (String name : List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")) {
            mapping.put("\"" + name + "\"", "\"P" + name.toUpperCase(Locale.ROOT) + "\"");
        }
        Path users = Files.writeString(
                folder.resolve("users.json"), mapping.toString().replace('=', ':'));
        try (FakePagerDuty server = new FakePagerDuty(() -> Instant.parse("2026-11-20T09:00:00Z"))) {
            Object[] dry = {"pagerduty", answer, "--users", users, "--base", server.base()};
            Object[] wet = {"pagerduty", answer, "--users", users, "--base", server.base(), "--apply"};

            Ran shown = push(dry);
            assertThat(shown.code()).as(shown.err()).isZero();
            assertThat(shown.out())
                    .contains("Platform: on-call primary: a new schedule", "  create  Tue 5 Jan 2027 12:00 - ")
                    .contains("name somebody else with --fallback", "Nothing was written. To write this, add --apply.")
                    .doesNotContain("secret");
            assertThat(server.writes()).isEmpty();

            assertThat(push(wet).out()).contains("Written. PagerDuty says what the rota says.");
            int written = server.writes().size();
            assertThat(push(wet).out()).contains("0 to create, 0 to change, 0 to delete.");
            assertThat(server.writes()).hasSize(written);

            Ran refused = push("pagerduty", answer, "--users", users, "--base", server.base() + "/other");
            assertThat(refused.code()).isEqualTo(75);
            assertThat(refused.err()).contains("refused GET /v3/schedules", "with 400");
        }
    }
}
