package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LintResourceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/exchange/lint", name));
    }

    @Test
    void lint_byTheTypeOfTheBody_isAudited() throws IOException {
        given().contentType("application/vnd.pagerduty+json")
                .body(file("pagerduty.json"))
                .post("/api/audits?from=2027-03-15&to=2027-04-19")
                .then()
                .statusCode(200)
                .body("status", equalTo("AUDITED"))
                .body("request.team.rotations[0].tiers[0].id", equalTo("platform-primary"));
        given().contentType("text/calendar")
                .body(file("google.ics"))
                .post("/api/audits?from=2027-03-15&to=2027-04-19")
                .then()
                .statusCode(200)
                .body("request.team.rotations[0].tiers[0].id", equalTo("secondary"));
    }

    @Test
    void lint_whatCannotBeUnderstood_isNamedWithItsLine() {
        given().contentType("application/hcl")
                .body("resource \"pagerduty_schedulev2\" \"a\" {\n}\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/audits?from=2027-03-15&to=2027-04-19")
                .then()
                .statusCode(422)
                .body("issues[0].code", equalTo("not-understood"))
                .body("issues[0].detail", startsWith("Line 1: "));
        given().contentType("application/vnd.opsgenie+json")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/api/audits?from=2027-03-15")
                .then()
                .statusCode(422)
                .body("issues[0].code", equalTo("bad-date"));
        given().contentType("application/vnd.opsgenie+json")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/api/audits?from=2027-03-15&to=soon")
                .then()
                .statusCode(422)
                .body("issues[0].code", equalTo("bad-date"));
    }

    // ---- With a team, several files, and the best rota beside them

    private static String pagerDuty(String name, String... users) {
        String turns = Arrays.stream(users)
                .map(user -> "{\"user\":{\"id\":\"" + user + "\"}}")
                .collect(Collectors.joining(","));
        return "{\"schedule\":{\"name\":\"" + name + "\",\"time_zone\":\"Europe/London\",\n\"schedule_layers\":[{"
                + "\"name\":\"Layer 1\",\"start\":\"2026-12-01T12:00:00Z\","
                + "\"rotation_virtual_start\":\"2027-01-05T12:00:00Z\",\"rotation_turn_length_seconds\":604800,"
                + "\"users\":[" + turns + "]}]}}";
    }

    private static ObjectNode request(String primary, String secondary) {
        ObjectNode request = MAPPER.createObjectNode().put("from", "2027-01-05").put("to", "2027-03-02");
        ArrayNode files = request.putArray("files");
        files.addObject().put("name", "primary.json").put("text", primary);
        files.addObject().put("name", "secondary.json").put("text", secondary);
        return request;
    }

    private static ObjectNode shifted() {
        return request(
                pagerDuty("primary", "ana", "bo", "cy", "di", "ed", "flo", "gus", "hal"),
                pagerDuty("secondary", "bo", "cy", "di", "ed", "flo", "gus", "hal", "ana"));
    }

    private static ValidatableResponse lint(ObjectNode request) {
        return Service.json(request.toString()).post("/api/audits/schedules").then();
    }

    @Test
    void files_withATeamAndASearch_areComparedRuleByRule() throws IOException {
        ObjectNode request = shifted();
        ArrayNode members = request.putObject("team").putArray("members");
        for (String id : List.of("ana", "bo", "cy", "di", "ed", "flo", "gus", "hal", "ida")) {
            members.addObject().put("id", id).put("name", id.toUpperCase(Locale.ROOT));
        }
        request.putObject("rules").put("uneven-load", 3);
        request.putObject("solve").put("moves", 2000).put("seed", 7);
        String answer = lint(request)
                .statusCode(200)
                .body("status", equalTo("AUDITED"))
                .body("legal", equalTo(false))
                .body("members", hasSize(9))
                .body("request.rules", equalTo(Map.of("uneven-load", 3)))
                .body("notes", hasItem("primary.json:1: the schedule (primary) is tier primary of rotation on-call."))
                .body("optimised.legal", equalTo(true))
                .body("optimised.request.solve.seed", equalTo(7))
                .body("compared.find { it.rule == 'long-stint' }.sizeBefore", equalTo(49))
                .body("compared.find { it.rule == 'long-stint' }.level", equalTo("HARD"))
                .body("compared.find { it.rule == 'long-stint' }.costAfter", equalTo(0))
                .extract()
                .asString();
        JsonNode read = MAPPER.readTree(answer);

        long saved = 0;
        for (JsonNode row : read.get("compared")) {
            saved += "SOFT".equals(row.get("level").asText())
                    ? row.get("costBefore").asLong() - row.get("costAfter").asLong()
                    : 0;
        }
        assertThat(saved)
                .isEqualTo(read.at("/score/soft").asLong()
                        - read.at("/optimised/score/soft").asLong());
        given().get("/api/rotas/" + read.get("rota").asText())
                .then()
                .statusCode(200)
                .body("score.soft", equalTo(read.at("/optimised/score/soft").asInt()));
    }

    @Test
    void files_withoutATeam_takeRulesAndPeopleFromTheFiles() {
        ObjectNode request = shifted();
        request.putObject("rules").put("uneven-load", 3);
        lint(request)
                .statusCode(200)
                .body("members", hasSize(8))
                .body("request.rules", equalTo(Map.of("uneven-load", 3)))
                .body("", not(hasKey("optimised")))
                .body("", not(hasKey("compared")));
    }

    @Test
    void oneFile_withASearch_showsTheBetterRota() {
        given().contentType("application/vnd.pagerduty+json")
                .body("[" + pagerDuty("primary", "ana", "bo", "cy", "di", "ed", "flo") + ","
                        + pagerDuty("secondary", "bo", "cy", "di", "ed", "flo", "ana") + "]")
                .post("/api/audits?from=2027-01-05&to=2027-03-02&optimise=PT1S&seed=5")
                .then()
                .statusCode(200)
                .body("legal", equalTo(false))
                .body("optimised.legal", equalTo(true))
                .body("request.solve.seed", equalTo(5));
    }

    @Test
    void oneFile_withASearchThatCannotBe_isRefused() throws IOException {
        for (String wrong : List.of("optimise=PT31S", "optimise=soon", "optimise=PT0S", "optimise=PT1S&seed=x")) {
            given().contentType("application/vnd.pagerduty+json")
                    .body(file("pagerduty.json"))
                    .post("/api/audits?from=2027-03-15&to=2027-04-19&" + wrong)
                    .then()
                    .statusCode(wrong.endsWith("x") ? 400 : 422)
                    .body("issues", hasSize(1));
        }
    }

    @Test
    void files_whatIsWrong_isPointedAtWithItsLine() {
        lint(request(pagerDuty("primary", "ana"), pagerDuty("secondary", "bo").replace("604800", "1")))
                .statusCode(422)
                .body("issues.pointer", contains("/files/1/text"))
                .body("issues.code", contains("out-of-range"))
                .body("issues[0].detail", startsWith("secondary.json, line 2: "));
        ObjectNode team = request(pagerDuty("primary", "ana", "bo", "cy"), pagerDuty("secondary", "bo", "cy", "di"));
        team.putObject("team").putArray("members").add("ana").add("bo");
        lint(team)
                .statusCode(422)
                .body("issues.code", everyItem(equalTo("unknown-member")))
                .body("issues.pointer", contains("/files/0/text", "/files/1/text"));
        ObjectNode rules = shifted();
        rules.putObject("rules").put("long-stint", 1);
        lint(rules).statusCode(422).body("issues.pointer", contains("/rules/long-stint"));
        ObjectNode limit = shifted();
        limit.putObject("solve").put("limit", "PT31S");
        lint(limit).statusCode(422).body("issues.pointer", contains("/solve/limit"));
    }

    @Test
    void files_ofAnotherShape_areRefused() {
        lint(MAPPER.createObjectNode())
                .statusCode(422)
                .body("issues.pointer", containsInAnyOrder("/files", "/from", "/to"));
        ObjectNode same = shifted();
        ((ObjectNode) same.at("/files/1")).put("name", "primary.json");
        lint(same).statusCode(422).body("issues.pointer", contains("/files/1/name"));
        ObjectNode nameless = shifted();
        ((ObjectNode) nameless.at("/files/0")).remove(List.of("name", "text"));
        lint(nameless).statusCode(422).body("issues.pointer", contains("/files/0/name", "/files/0/text"));
        ObjectNode many = shifted();
        ArrayNode files = (ArrayNode) many.get("files");
        while (files.size() < 21) {
            files.addObject().put("name", files.size() + ".json").put("text", "{}");
        }
        lint(many).statusCode(422).body("issues.code", contains("too-many"));
        ObjectNode unknown = shifted();
        unknown.put("shifts", 1);
        lint(unknown).statusCode(400).body("issues.code", contains("unknown-field"));
        Service.json("{\"files\": ")
                .post("/api/audits/schedules")
                .then()
                .statusCode(400)
                .body("issues.code", contains("malformed-json"));
    }
}
