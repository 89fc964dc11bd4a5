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
class AuditCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src/test/resources/audits");

    private static final String TEAM = """
            {"team": {"members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]},
             "from": "2027-01-05", "to": "2027-01-19", "now": "2026-11-20"}
            """;

    private static final String CLEAN = """
            rotation,tier,member,from,to
            on-call,primary,Ana,2027-01-05T12:00:00Z,2027-01-12T12:00:00Z
            on-call,primary,Bo,2027-01-12T12:00:00Z,2027-01-19T12:00:00Z
            on-call,secondary,Cy,2027-01-05T12:00:00Z,2027-01-12T12:00:00Z
            on-call,secondary,Di,2027-01-12T12:00:00Z,2027-01-19T12:00:00Z
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Ran audit(String csv, Object... more) throws IOException {
        Object[] args = new Object[3 + more.length];
        args[0] = "audit";
        args[1] = file("team.json", TEAM);
        args[2] = file("rota.csv", csv);
        System.arraycopy(more, 0, args, 3, more.length);
        return Ran.run(args);
    }

    @Test
    void audit_cleanRota_endsWithExitCode0() throws IOException {
        Ran ran = audit(CLEAN);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("Rotation on-call (* festive period)\n")
                .contains("No hard rule is broken and every slot is held")
                .doesNotContain("cuts");
    }

    @Test
    void audit_hardFinding_endsWithExitCode1() throws IOException {
        Ran ran = audit(CLEAN.replace("Cy", "Ana"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("HARD RULES ARE BROKEN (see the findings)");
    }

    @Test
    void audit_hardCut_endsWithExitCode1() throws IOException {
        Ran ran = audit(CLEAN.replace("Bo,2027-01-12", "Bo,2027-01-11"));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("HARD RULES ARE BROKEN by the hours as written (see the cuts)")
                .contains("  hard  Ana and Bo are both written for primary of on-call");
    }

    @Test
    void audit_emptySlots_endWithExitCode3() throws IOException {
        Ran ran = audit(CLEAN.replaceAll("on-call,secondary,Cy.*\n", ""));

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).contains("7 slots are held by nobody");
    }

    @Test
    void audit_uncoveredHours_endWithExitCode3() throws IOException {
        Ran ran = audit(CLEAN.replace("Bo,2027-01-12T12", "Bo,2027-01-12T15"));

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out())
                .contains("every slot is held, but HOURS ARE UNCOVERED (see the cuts)")
                .contains("Nobody is written for 3 h of primary of on-call");
    }

    @Test
    void audit_oddHandover_isCutWithExitCode0() throws IOException {
        Ran ran = audit(CLEAN.replace(":00:00Z\non-call,primary,Bo", ":00:00Z\non-call,primary,Bo")
                .replaceFirst("2027-01-12T12", "2027-01-12T10")
                .replace("Bo,2027-01-12T12", "Bo,2027-01-12T10"));

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("2 things were cut to fit (see the cuts).")
                .contains("  soft  Bo is written for")
                .contains("2 h more than the 7 days allowed. It is less than half a day");
    }

    @Test
    void audit_badLines_areListedAtOnceWithExitCode2() throws IOException {
        Ran ran = audit(
                CLEAN.replace("primary,Bo", "prime,Bob").replace("Cy,", "Cy,,").replace("Di,2027", "Di,soon"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("rota.csv:4 wrong-fields")
                .contains("rota.csv:3 unknown-tier")
                .contains("The member (Bob) in line 3 does not exist. Maybe Bo?")
                .contains("rota.csv:5 bad-instant")
                .doesNotContain("/shifts/");
    }

    @Test
    void audit_badTeam_isListedBesideBadLines() throws IOException {
        Ran ran = Ran.run(
                "audit",
                file("team.json", TEAM.replace("2027-01-19", "2026-01-19")),
                file("rota.csv", CLEAN.replace("primary,Bo", "prime,Bo")));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("team.json#/to wrong-order").contains("rota.csv:3 unknown-tier");
    }

    @Test
    void audit_answerOfASolve_isARota() throws IOException {
        Path answer = folder.resolve("answer.json");
        Path team = file("team.json", TEAM.replace("\"now\"", "\"solve\": {\"moves\": 200}, \"now\""));
        Ran.run("solve", team, "--json", answer, "--csv", folder.resolve("rota.csv"));

        Path audited = folder.resolve("audited.json");
        assertThat(Ran.run("audit", team, answer, "--json", audited).code()).isZero();
        JsonNode solved = JSON.readTree(answer.toFile());
        JsonNode audit = JSON.readTree(audited.toFile());
        for (String field :
                new String[] {"score", "legal", "complete", "shifts", "gaps", "members", "rules", "advice"}) {
            assertThat(audit.get(field)).as(field).isEqualTo(solved.get(field));
        }
        assertThat(audit.get("status").asText()).isEqualTo("AUDITED");
        assertThat(audit.get("cuts")).isEmpty();
        assertThat(Ran.run("audit", team, folder.resolve("rota.csv"), "--json", audited)
                        .code())
                .isZero();
        assertThat(JSON.readTree(audited.toFile()).get("score")).isEqualTo(solved.get("score"));
        assertThat(Ran.run("audit", file("again.json", audit.get("request").toString()))
                        .code())
                .isZero();
    }

    @Test
    void audit_withoutShiftsAnywhere_endsWithExitCode2() throws IOException {
        Path team = file("team.json", TEAM);

        assertThat(Ran.run("audit", team).code()).isEqualTo(2);
        assertThat(Ran.run("audit", team).err()).contains("team.json#/shifts missing");
        assertThat(Ran.run("audit", team, file("rota.json", "{}")).err()).contains("rota.json#/shifts missing");
        assertThat(Ran.run("audit", team, file("rota.json", "{\"shifts\": [")).err())
                .contains("malformed-json");
        assertThat(Ran.run("audit", file("list.json", "[]"), file("rota.csv", CLEAN))
                        .code())
                .isEqualTo(2);
        assertThat(Ran.run("audit", team, folder.resolve("nowhere.csv")).err()).contains("cannot be read");
        assertThat(Ran.run("audit").code()).isEqualTo(2);
    }

    @Test
    void audit_costOverItsLimit_endsWithExitCode1() throws IOException {
        Ran over = audit(CLEAN, "--max-cost", "uneven-load=1", "--max-cost", "handover=1000");
        Ran within = audit(CLEAN, "--max-cost", "uneven-load=100000", "--max-cost", "gap=0");

        assertThat(over.code()).isEqualTo(1);
        assertThat(over.out())
                .contains("OVER THE LIMIT: rule uneven-load costs ")
                .doesNotContain("rule handover costs");
        assertThat(within.code()).isZero();
    }

    @Test
    void audit_badLimits_areAllToldWithExitCode2() throws IOException {
        Ran ran = audit(CLEAN, "--max-cost", "unevenload=1", "--max-cost", "gap=few", "--max-cost", "gap");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("(unevenload)")
                .contains("Known rules are two-places, ")
                .contains("(few)")
                .contains("Maybe write gap=100.");
    }

    @Test
    void audit_platformTeam_isAsRecorded() throws IOException {
        Ran ran = Ran.run("audit", "data/teams/platform.json", GOLDEN.resolve("platform.csv"));
        Path golden = GOLDEN.resolve("platform.txt");
        if (Boolean.getBoolean("golden.refresh")) {
            Files.writeString(golden, ran.out());
        }

        assertThat(ran.code()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo(Files.readString(golden));
    }
}
