package org.oncall.rota.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ValidatableResponse audit(String body) {
        return Service.json(body).post("/api/audits").then();
    }

    @Test
    void audit_theExample_isAnsweredAsTheExampleSays() throws IOException {
        String answer = audit(Service.example("audit"))
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo("AUDITED"))
                .body("members", hasSize(8))
                .body("shifts", hasSize(4))
                .body("gaps", empty())
                .body("request.team.zone", equalTo("Europe/London"))
                .body("request.shifts", hasSize(4))
                .extract()
                .asString();
        JsonNode shown = JSON.readTree(Service.example("audit-answer"));
        JsonNode given = JSON.readTree(answer);

        shown.properties()
                .forEach(field ->
                        assertThat(given.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue()));
    }

    @Test
    void audit_theAnswerOfASolve_isTheSameAgain() throws IOException {
        String solved = Service.json(Service.QUICK)
                .header("Prefer", "wait=20")
                .post("/api/rotas")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        JsonNode answer = JSON.readTree(solved);
        ObjectNode request = (ObjectNode) answer.get("request");
        request.set("shifts", answer.get("shifts"));
        JsonNode audit = JSON.readTree(
                audit(request.toString()).statusCode(200).extract().asString());

        assertThat(audit.get("score")).isEqualTo(answer.get("score"));
        assertThat(audit.get("shifts")).isEqualTo(answer.get("shifts"));
        assertThat(audit.get("rules")).isEqualTo(answer.get("rules"));
        assertThat(audit.get("cuts")).isEmpty();
        JsonNode again = JSON.readTree(
                audit(audit.get("request").toString()).statusCode(200).extract().asString());
        assertThat(again).isEqualTo(audit);
    }

    @Test
    void audit_withAProof_saysWhatWouldCloseEachGap() {
        String empty = Service.ALL_AWAY.replace("\"solve\": {\"moves\": 2000}", "\"shifts\": []");

        Service.json(empty)
                .post("/api/audits?prove=true")
                .then()
                .statusCode(200)
                .body("proof.verdict", equalTo("IMPOSSIBLE"))
                .body("gaps", hasSize(1))
                .body("gaps[0].closing.status", equalTo("FOUND"))
                .body("gaps[0].closing.cheapest", equalTo(true));
        audit(empty).body("proof", nullValue()).body("gaps[0].closing", nullValue());
    }

    @Test
    void audit_overlap_isNotLegal() {
        audit(Service.example("audit").replaceFirst("2027-01-12T09", "2027-01-12T20"))
                .statusCode(200)
                .body("legal", equalTo(false))
                .body("score.hard", equalTo(0))
                .body("cuts.code", contains("overlap", "stretched", "stretched"))
                .body("cuts[0].member", equalTo("Ana"))
                .body("cuts[0].other", equalTo("Cy"))
                .body("cuts[0].time", equalTo("PT11H"));
    }

    @Test
    void audit_everyIssue_isAProblem() {
        audit(Service.example("audit")
                        .replace("\"Bo\", \"from\"", "\"Bob\", \"from\"")
                        .replace("\"to\": \"2027-01-19\"", "\"to\": \"soon\""))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/audits"))
                .body("issues.pointer", containsInAnyOrder("/to", "/shifts/2/member"));
    }

    @Test
    void audit_wrongShape_isAProblem() {
        audit(Service.example("audit").replace("\"tier\"", "\"teir\""))
                .statusCode(400)
                .body("issues", hasSize(8));
        audit("{").statusCode(400);
        audit("").statusCode(400);
        audit("{\"shifts\": 5}").statusCode(400);
    }

    @Test
    void audit_withoutShifts_saysSo() {
        audit(Service.QUICK).statusCode(422).body("issues.pointer", contains("/shifts"));
    }

    @Test
    void submit_withShifts_isRefused() {
        Service.submit(Service.example("audit")).statusCode(400).body("issues.code", contains("unknown-field"));
    }

    @Test
    void audit_anotherTypeOrCharset_isAProblem() {
        RestAssured.given()
                .contentType("text/csv")
                .body("rotation,tier")
                .post("/api/audits")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        RestAssured.given()
                .header("Content-Type", "application/json; charset=utf-16")
                .body(Service.example("audit").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/audits")
                .then()
                .statusCode(415)
                .body("instance", equalTo("/api/audits"));
    }

    @Test
    void audit_tooLarge_isAProblem() {
        audit(" ".repeat(5 * 1024 * 1024 + 1))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("larger"));
    }

    @Test
    void why_ofAShiftThatWasBroughtAlong_ranksEverybody() {
        Service.json(Service.example("audit"))
                .post("/api/audits/shifts/on-call.primary.2027-01-07/why")
                .then()
                .statusCode(200)
                .body("id", nullValue())
                .body("status", equalTo("AUDITED"))
                .body("asked", equalTo("on-call.primary.2027-01-07"))
                .body("shift.id", equalTo("on-call.primary.2027-01-05"))
                .body("shift.member", equalTo("Ana"))
                .body("options", hasSize(9));
    }

    @Test
    void why_ofAnUnknownShift_isAProblem() {
        Service.json(Service.example("audit"))
                .post("/api/audits/shifts/on-call.primary.2030-01-01/why")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/audits/shifts/on-call.primary.2030-01-01/why"))
                .body("detail", containsString("on-call.primary.2027-01-05"));
    }

    @Test
    void csv_ofARota_isARowAShift() {
        String csv = Service.json(Service.example("audit"))
                .post("/api/audits/shifts.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .extract()
                .asString();

        assertThat(csv.lines())
                .hasSize(5)
                .startsWith(
                        "rotation,tier,member,name,from,to",
                        "on-call,primary,Ana,Ana,2027-01-05T12:00:00Z,2027-01-12T12:00:00Z");
    }

    @Test
    void csv_ofAWrongRequest_isAProblem() {
        Service.json("{}")
                .post("/api/audits/shifts.csv")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/audits/shifts.csv"));
    }
}
