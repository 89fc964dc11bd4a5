package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PayResourceTest {
    private static final String ROTA = """
            "team": {"members": ["Ana", "Bo", "Cy"]}, "from": "2026-03-24", "to": "2026-03-31",
            "shifts": [{"rotation": "on-call", "tier": "primary", "member": "Ana",
                        "from": "2026-03-24T12:00:00Z", "to": "2026-03-31T11:00:00Z"}]
            """;

    @Test
    void pay_theWeekInWhichClocksGoForward_isOneHundredAndSixtySevenHours() {
        given().contentType("application/json")
                .body("{" + ROTA + ", \"pay\": {\"currency\": \"GBP\", \"base\": \"1.00\"}}")
                .post("/api/pay")
                .then()
                .statusCode(200)
                .body("total", equalTo("167.00"))
                .body("members[0].time", equalTo("PT167H"))
                .body("members[0].hours.kind", contains("WORKING_DAY", "WEEKEND"));
    }

    @Test
    void pay_badRules_are422_andBadShape_is400() {
        given().contentType("application/json")
                .body("{" + ROTA + ", \"pay\": {\"currency\": \"GBP\", \"base\": \"1,00\"}}")
                .post("/api/pay")
                .then()
                .statusCode(422)
                .body("issues.pointer", contains("/pay/base"));
        given().contentType("application/json")
                .body("{" + ROTA + ", \"pay\": {\"currency\": \"GBP\", \"base\": 1.00}}")
                .post("/api/pay")
                .then()
                .statusCode(400)
                .body("issues.code", contains("wrong-type"));
    }

    @Test
    void toil_anAlert_isAClaim() {
        given().contentType("application/json")
                .body("{" + ROTA
                        + ", \"alerts\": [{\"member\": \"Ana\", \"at\": \"2026-03-25T02:00:00Z\", \"woken\": true}]}")
                .post("/api/toil")
                .then()
                .statusCode(200)
                .body("members[0].days", equalTo("0.5"))
                .body("members[0].restOwed", equalTo("PT3H"))
                .body("members[0].claims[0].onCall", equalTo(true));
    }

    @Test
    void toil_badAlerts_are422() {
        given().contentType("application/json")
                .body("{" + ROTA + ", \"alerts\": [{\"member\": \"Anna\", \"at\": \"2026-03-25\"}]}")
                .post("/api/toil")
                .then()
                .statusCode(422)
                .body("issues.pointer", contains("/alerts/0/member", "/alerts/0/at"));
    }
}
