package org.oncall.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application through its launcher, as the README says. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("rota").toAbsolutePath();

    @TempDir
    Path folder;

    record Outcome(int exitCode, String out, String err) {}

    @Test
    void solve_prints_writes_andSaysHowItWent() throws Exception {
        Path json = folder.resolve("rota.json");
        Path csv = folder.resolve("rota.csv");

        Outcome outcome = run(
                "solve",
                data("teams/names-only.json"),
                "--limit",
                "1s",
                "--json",
                json.toString(),
                "--csv",
                csv.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("Rotation on-call", "Tue 05 Jan 2027", "fair share", "back-to-back", "every slot is held");
        JsonNode answer = new ObjectMapper().readTree(json.toFile());
        assertThat(answer.get("legal").asBoolean()).isTrue();
        assertThat(answer.get("complete").asBoolean()).isTrue();
        assertThat(Files.readAllLines(csv)).hasSize(1 + answer.get("shifts").size());
    }

    @Test
    void solve_fromAnotherFolder_takesPathsFromThere() throws Exception {
        Files.copy(Path.of(data("edge/team-of-one.json")), folder.resolve("team.json"));

        Outcome outcome = run(folder, "solve", "team.json", "--limit", "1s");

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.out()).contains("-- nobody --", "slots are held by nobody");
    }

    @Test
    void assess_prove_loadsTheNativeLibraryFromItsJar_withoutAWarning() throws Exception {
        Outcome outcome = run("assess", data("edge/everyone-on-leave-for-a-week.json"), "--prove");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("this is proved", "- Asha Menon's leave 1-7 March 2027", "Cheapest way out: Move");
    }

    @Test
    void badInput_isListedWhole() throws Exception {
        Path bad = folder.resolve("bad.json");
        Files.writeString(bad, "{\"team\": {\"members\": [\"Ana\", \"Ana\"]}, \"from\": \"2027-01-05\", \"too\": 5}");

        Outcome outcome = run("solve", bad.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("unknown-field", "/too", "duplicate-id", "/team/members/1", "missing", "/to");
    }

    @Test
    void help_listsTheCommands() throws Exception {
        Outcome outcome = run("help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("solve", "serve", "test", "bench");
    }

    private static String data(String file) {
        return Path.of("data", file).toAbsolutePath().toString();
    }

    private Outcome run(String... args) throws IOException, InterruptedException {
        return run(Path.of(""), args);
    }

    private Outcome run(Path from, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(args));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        // Maven has just built the application, which the launcher would otherwise do again inside this test.
        Files.writeString(Path.of("target/built"), "");
        Process process = new ProcessBuilder(command)
                .directory(from.toAbsolutePath().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
