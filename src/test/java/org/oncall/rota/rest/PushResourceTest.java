package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.push.FakePagerDuty;

@QuarkusTest
@Timeout(180)
class PushResourceTest {
    private static final String USERS =
            "\"users\": {\"Ana\": \"PANA\", \"Bo\": \"PBO\", \"Cy\": \"PCY\", \"Di\": \"PDI\","
                    + " \"Ed\": \"PED\", \"Flo\": \"PFLO\", \"Gus\": \"PGUS\", \"Hal\": \"PHAL\"}";
    private static final String LOOK = "{\"target\": \"pagerduty\", \"fallback\": \"PBOSS\", " + USERS + "}";
    private static final String WRITE =
            LOOK.replace("\"target\"", "\"dryRun\": false, \"why\": \"a new rota\", \"target\"");

    private final FakePagerDuty server = new FakePagerDuty(Instant::now);
    private String team;
    private String rota;

    @BeforeEach
    void publish() {
        System.setProperty("pagerduty.base", server.base().toString());
        System.setProperty("pagerduty.token", "secret");
        team = "/api/teams/push-" + UUID.randomUUID().toString().substring(0, 8);
        Service.json("{\"holidays\": \"none\", \"members\":"
                        + " [\"Ana\", \"Bo\", \"Cy\", \"Di\", \"Ed\", \"Flo\", \"Gus\", \"Hal\"]}")
                .put(team)
                .then()
                .statusCode(201);
        rota = "/api/rotas/"
                + Service.json("{\"from\": \"2099-01-06\", \"to\": \"2099-02-03\", \"solve\": {\"moves\": 2000}}")
                        .header("Prefer", "wait=60")
                        .post(team + "/rotas")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
    }

    @AfterEach
    void stop() {
        server.close();
        System.clearProperty("pagerduty.base");
        System.clearProperty("pagerduty.token");
    }

    private ValidatableResponse push(String body) {
        return Service.json(body)
                .header("X-Rota-User", "mia")
                .post(rota + "/push")
                .then();
    }

    @Test
    void push_ofADraft_isAConflict_andOfNothing404() {
        push(LOOK).statusCode(409).body("detail", containsString("is DRAFT, and must be one of [PUBLISHED]"));
        Service.json(LOOK)
                .post("/api/rotas/" + UUID.randomUUID() + "/push")
                .then()
                .statusCode(404);
        assertThat(server.writes()).isEmpty();
    }

    @Test
    void push_looksByDefault_writesWhenToldTo_andASecondTimeNothing() {
        given().post(rota + "/publish").then().statusCode(200);
        push(LOOK)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("written", equalTo(false))
                .body("fallback", equalTo("PBOSS"))
                .body("creates", greaterThan(7))
                .body("schedules.id", equalTo(java.util.Arrays.asList(null, null)))
                .body("schedules[0].create[0].user", notNullValue());
        assertThat(server.writes()).isEmpty();
        given().get(rota + "/trail").then().body("what", not(hasItems("rota-pushed")));

        push(WRITE).statusCode(200).body("written", equalTo(true)).body("creates", greaterThan(7));
        int writes = server.writes().size();
        assertThat(writes).isPositive();
        given().get(rota + "/trail")
                .then()
                .body("[0].what", equalTo("rota-pushed"))
                .body("[0].who", equalTo("mia"))
                .body("[0].why", equalTo("a new rota"))
                .body("[0].details.creates", greaterThan(7));

        push(WRITE)
                .statusCode(200)
                .body("written", equalTo(false))
                .body("creates", equalTo(0))
                .body("changes", equalTo(0))
                .body("deletes", equalTo(0))
                .body("schedules.create.flatten()", empty());
        assertThat(server.writes()).hasSize(writes);
    }

    @Test
    void push_underOneKey_isDoneOnce_butTriedAgainWhereItFailed() {
        given().post(rota + "/publish").then().statusCode(200);
        String key = UUID.randomUUID().toString();
        server.failNext(429, "Retry-After", "70");
        keyed(key).statusCode(503).header("Retry-After", "70").body("detail", containsString("asks to wait 70 s"));
        assertThat(server.writes()).isEmpty();

        int creates = keyed(key).statusCode(200).extract().path("creates");
        int writes = server.writes().size();

        keyed(key).statusCode(200).body("creates", equalTo(creates)).body("written", equalTo(true));
        assertThat(server.writes()).hasSize(writes);
    }

    private ValidatableResponse keyed(String key) {
        return Service.json(WRITE)
                .header("Idempotency-Key", key)
                .post(rota + "/push")
                .then();
    }

    @Test
    void push_whereTheOtherToolRefuses_is502WithWhatItSaid() {
        given().post(rota + "/publish").then().statusCode(200);
        System.setProperty("pagerduty.token", "wrong");

        push(WRITE)
                .statusCode(502)
                .contentType("application/problem+json")
                .header("Retry-After", nullValue())
                .body("detail", containsString("Maybe the token is wrong"))
                .body("detail", not(containsString("Token token")));
    }

    @Test
    void push_withoutAToken_orToAnUnsafeAddress_isAConflict() {
        given().post(rota + "/publish").then().statusCode(200);
        System.setProperty("pagerduty.base", "http://pager.example");
        push(LOOK).statusCode(409).body("detail", containsString("must begin with https://"));
        System.clearProperty("pagerduty.token");

        push(LOOK).statusCode(409).body("detail", containsString("PAGERDUTY_TOKEN"));
    }

    @Test
    void push_ofWhatCannotBeMeant_saysEverythingAtOnce() {
        given().post(rota + "/publish").then().statusCode(200);

        push("{\"target\": \"pigeon\", \"version\": \"v4\", \"fallback\": \"boss@example.org\", "
                        + USERS.replace("PANA", "ana@example.org").replace("\"Bo\"", "\"Zed\"") + "}")
                .statusCode(422)
                .body(
                        "issues.pointer",
                        equalTo(List.of("/target", "/version", "/fallback", "/users/Ana", "/users/Zed", "/users")));
        push("{\"token\": \"mine\"}").statusCode(400);
        assertThat(server.writes()).isEmpty();
    }
}
