package org.oncall.rota.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the example teams are told, to be read by people: refresh with
 * {@code mvn test -Dtest=TeamExplanationsTest -Dgolden.refresh=true} and read what changed. The rotas were solved once and are
 * stored, so that nothing here depends on the search.
 */
@Isolated
class TeamExplanationsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/teams");

    @ParameterizedTest
    @CsvSource({"agency", "area", "names-only", "newcomers", "platform", "product"})
    void assessment_isAsRecorded(String team) throws IOException {
        isAsRecorded(team + ".assess.txt", run("assess", request(team)));
    }

    @ParameterizedTest
    @CsvSource({"agency", "area", "names-only", "newcomers", "platform", "product"})
    void audit_isAsRecorded(String team) throws IOException {
        isAsRecorded(team + ".audit.txt", run("audit", request(team), rota(team)));
    }

    /** A shift on a festive day where there is one, and one that somebody wished for, wished away, or is on leave in. */
    @ParameterizedTest
    @CsvSource({
        "agency, on-call.primary.2026-12-25, on-call.primary.2026-12-31",
        "area, on-call.claims.2026-12-25, on-call.claims.2027-01-01",
        "names-only, on-call.primary.2027-01-05, on-call.secondary.2027-03-30",
        "newcomers, on-call.primary.2027-12-25, on-call.secondary.2027-08-10",
        "platform, on-call.primary.2026-12-25, on-call.primary.2027-02-14",
        "product, on-call.sre.2026-12-25, on-call.product-1.2026-12-31"
    })
    void why_isAsRecorded(String team, String first, String second) throws IOException {
        isAsRecorded(
                team + ".why.txt",
                run("why", request(team), first, "--rota", rota(team)) + "\n"
                        + run("why", request(team), second, "--rota", rota(team)));
    }

    private static Path request(String team) {
        return Path.of("data/teams", team + ".json");
    }

    private static Path rota(String team) {
        return GOLDEN.resolve(team + ".json");
    }

    private static void isAsRecorded(String file, String text) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static String run(Object... args) {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            int code = RotaCommand.run(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
            assertThat(code).isNotEqualTo(ExitCode.BAD_INPUT);
            return printed.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
        }
    }
}
