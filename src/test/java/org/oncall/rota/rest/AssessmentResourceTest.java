package org.oncall.rota.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssessmentResourceTest {
    private static final String THREE = """
            {"team": {"members": ["Ana", "Bo", "Cy"]}, "from": "2027-01-05", "to": "2027-03-02"}
            """;

    private static ValidatableResponse assess(String body) {
        return Service.json(body).post("/api/assessments").then();
    }

    @Test
    void assess_threePeople_saysWhatIsCertain() {
        assess(THREE)
                .statusCode(200)
                .contentType("application/json")
                .body("mayBeComplete", equalTo(false))
                .body("rotations[0].leastGaps", equalTo(31))
                .body("rotations[0].peopleForTarget", equalTo(7))
                .body("rotations[0].loads.average", equalTo(0.6667f))
                .body("rotations[0].weeks", hasSize(8))
                .body("rotations[0].certainGaps.reason", hasItem("HALF_THE_TIME"))
                .body("members.name", contains("Ana", "Bo", "Cy"))
                .body("statements.certain", hasItems(true, false))
                .body(
                        "sentences",
                        hasItem(
                                "Rotation on-call: whatever rota is made, at least 31 of its 112 slots will stay empty."))
                .body("request.team.zone", equalTo("Europe/London"));
    }

    @Test
    void assess_ofEachExample_isAnswered() {
        OpenApi.REQUESTS.forEach(
                example -> assess(Service.example(example)).statusCode(200).body("mayBeComplete", equalTo(true)));
    }

    @Test
    void assess_withAProof_decidesIt() {
        Service.json(Service.ALL_AWAY)
                .post("/api/assessments?prove=true")
                .then()
                .statusCode(200)
                .body("mayBeComplete", equalTo(false))
                .body("proof.verdict", equalTo("IMPOSSIBLE"))
                .body("proof.conflict.smallest", equalTo(true))
                .body("proof.conflict.facts.sentence", hasItem("Ana's leave 10-13 February 2027"))
                .body("proof.repair.status", equalTo("FOUND"))
                .body("proof.repair.price", equalTo(4))
                .body("proof.repair.changes[0].kind", equalTo("MOVE_LEAVE"))
                .body("proof.repair.changes[0].days[0].from", equalTo("2027-02-10"));
        Service.json(Service.QUICK)
                .post("/api/assessments?prove=true")
                .then()
                .statusCode(200)
                .body("mayBeComplete", equalTo(true))
                .body("proof.verdict", equalTo("POSSIBLE"))
                .body("proof.conflict", nullValue());
        assess(THREE).body("proof", nullValue());
    }

    @Test
    void assess_badInput_isAProblemWithEveryIssue() {
        assess(THREE.replace("2027-03-02", "soon").replace("2027-01-05", "now"))
                .contentType("application/problem+json")
                .statusCode(422)
                .body("instance", equalTo("/api/assessments"))
                .body("issues.pointer", hasItems("/from", "/to"));
        assess("{").statusCode(400).contentType("application/problem+json").body("issues", hasSize(1));
    }

    @Test
    void assess_ofAForeignCharset_isTurnedAway() {
        io.restassured.RestAssured.given()
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", "application/json; charset=utf-16")
                .body(THREE.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/assessments")
                .then()
                .statusCode(415)
                .body("detail", startsWith("The charset (utf-16)"));
    }
}
