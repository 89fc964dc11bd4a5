package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LintResourceTest {
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
    }
}
