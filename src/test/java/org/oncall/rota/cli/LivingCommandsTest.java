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
class LivingCommandsTest {
    @TempDir
    private Path folder;

    private Path request(String published) throws IOException {
        return Files.writeString(folder.resolve("request.json"), """
                {"team": {"members": [{"id": "ana", "name": "Ana", "leave": [{"from": "2027-01-20", "to": "2027-01-20"}]}, "Bo", "Cy", "Di", "Ed"],
                          "rotations": [{"id": "on-call", "tiers": [{"id": "primary"}]}]},
                 "from": "2027-01-05", "to": "2027-02-02", "now": "2026-11-20", "solve": {"limit": "PT1S"}, "published": [%s]}
                """.formatted(published));
    }

    private static String shift(String member, String from, String to) {
        return """
                {"rotation": "on-call", "tier": "primary", "member": "%s", "from": "%sT12:00Z", "to": "%sT12:00Z"}""".formatted(member, from, to);
    }

    @Test
    void resolve_leaveInAPublishedShift_movesThoseDaysFirst() throws IOException {
        Path menu = folder.resolve("menu.json");
        Path request = request(String.join(
                ", ",
                shift("Bo", "2027-01-05", "2027-01-12"),
                shift("Cy", "2027-01-12", "2027-01-19"),
                shift("ana", "2027-01-19", "2027-01-26"),
                shift("Di", "2027-01-26", "2027-02-02")));

        Ran ran = Ran.run("resolve", request, "--freeze-until", "2027-01-12", "--json", menu);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("As published (4 shifts), with the team as it is now: hard 2, gaps 0")
                .contains("At the least 2 days move, in 1 shift; it is proved that nothing moves less.")
                .contains("Ana: loses 19-21 January.");
        JsonNode json = new ObjectMapper().readTree(menu.toFile());
        assertThat(json.at("/finished").asBoolean()).isTrue();
        assertThat(json.at("/published/legal").asBoolean()).isFalse();
        assertThat(json.at("/fewest/movedSlots").asInt()).isEqualTo(2);
        assertThat(json.at("/fewest/proven").asBoolean()).isTrue();
        assertThat(json.at("/options/0/most").isNull()).isTrue();
        assertThat(json.at("/options/0/legal").asBoolean()).isTrue();
        assertThat(json.at("/options/0/members/0/name").asText()).isEqualTo("Ana");
        assertThat(json.at("/options/0/members/0/loses/0/from").asText()).isEqualTo("2027-01-19T12:00:00Z");
        assertThat(json.at("/options/0/shifts/0/member").asText()).isEqualTo("Bo");
    }

    @Test
    void resolve_nothingPublished_isRefused() throws IOException {
        Ran ran = Ran.run("resolve", request(""));

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("must have the published rota");
    }

    @Test
    void cover_partOfAShift_ranksAndFindsSwaps() throws IOException {
        Path json = folder.resolve("cover.json");
        Path request = request(String.join(
                ", ",
                shift("Bo", "2027-01-05", "2027-01-12"),
                shift("Cy", "2027-01-12", "2027-01-19"),
                shift("Ed", "2027-01-19", "2027-01-26"),
                shift("Di", "2027-01-26", "2027-02-02")));

        Ran ran = Ran.run(
                "cover",
                request,
                "on-call.primary.2027-01-20",
                "--from",
                "2027-01-24",
                "--to",
                "2027-01-25",
                "--json",
                json);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith(
                        "Shift on-call.primary.2027-01-24, Sun 24 January 2027 12:00 to Tue 26 January 2027 12:00, held by Ed")
                .contains("Di: would break hard rules")
                .contains("Swaps that break no hard rule, the best first:\n  ");
        JsonNode answer = new ObjectMapper().readTree(json.toFile());
        assertThat(answer.at("/shift/member").asText()).isEqualTo("Ed");
        assertThat(answer.at("/options").size()).isEqualTo(6);
        assertThat(answer.at("/swaps/0/handings/0/from").asText()).isEqualTo("Ed");
        assertThat(answer.at("/swaps/0/handings/0/first").asText()).isEqualTo("2027-01-24");
        assertThat(answer.at("/swaps/0/handings/0/last").asText()).isEqualTo("2027-01-25");
    }

    @Test
    void cover_ofNoShift_isRefused() throws IOException {
        Ran ran = Ran.run("cover", request(shift("Bo", "2027-01-05", "2027-01-12")), "on-call.primary.2028-01-20");

        assertThat(ran.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ran.err()).contains("is not in this rota");
    }
}
