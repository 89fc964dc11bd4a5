package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class WhyResourceTest {
    private final List<String> submitted = new ArrayList<>();

    @AfterEach
    void stopAll() {
        submitted.forEach(location -> given().delete(location));
    }

    private static JsonPath solved() {
        return Service.json(Service.QUICK)
                .header("Prefer", "wait=20")
                .post("/api/rotas")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String submit(String body) {
        String location = Service.submit(body).statusCode(202).extract().header("Location");
        submitted.add(location);
        return location;
    }

    @Test
    void why_ofAShift_ranksEverybodyAndNobody() {
        JsonPath rota = solved();
        Map<String, Object> shift = rota.getMap("shifts[1]");

        JsonPath why = given().get("/api/rotas/" + rota.getString("id") + "/shifts/" + shift.get("id") + "/why")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("id", equalTo(rota.getString("id")))
                .body("status", equalTo("SOLVED"))
                .body("asked", equalTo(shift.get("id")))
                .body("shift", equalTo(shift))
                .body("score", equalTo(rota.get("score")))
                .body("options", hasSize(9))
                .extract()
                .jsonPath();

        assertThat(why.getList("options.rank")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(why.getList("options.findAll { it.holds }.member")).containsExactly(shift.get("member"));
        assertThat(why.getList("options.findAll { it.member == null }.name")).containsExactly("Nobody");
        List<Map<String, Object>> options = why.getList("options");
        for (int i = 0; i < options.size(); i++) {
            List<Integer> soft = why.getList("options[" + i + "].rules.findAll { it.level == 'SOFT' }.cost");
            assertThat(why.getInt("options[" + i + "].difference.soft"))
                    .isEqualTo(soft.stream().mapToInt(Integer::intValue).sum());
        }
    }

    @Test
    void why_ofAnUnknownShift_isAProblemThatNamesThoseThereAre() {
        String id = solved().getString("id");

        given().get("/api/rotas/" + id + "/shifts/on-call.primary.2030-01-01/why")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/rotas/" + id + "/shifts/on-call.primary.2030-01-01/why"))
                .body("detail", containsString("(on-call.primary.2030-01-01) is not in this rota"))
                .body("detail", containsString("on-call.secondary.2027-01-05 to on-call.secondary.2027-03-01"));
    }

    @Test
    void why_ofAnUnknownRota_isAProblem() {
        for (String id : List.of("0b8a2a4e-5c39-4b0c-9d58-6c4bb1f6b1a9", "abc")) {
            given().get("/api/rotas/" + id + "/shifts/on-call.primary.2027-01-05/why")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString("(" + id + ")"));
        }
    }

    @Test
    void why_whileThereIsNoRota_isAConflictWithAWayOut() {
        submit(Service.ENDLESS);
        String waiting = submit(Service.ENDLESS);
        String why = waiting + "/shifts/on-call.primary.2027-01-05/why";

        given().get(why)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("it is QUEUED"))
                .body("detail", containsString("GET " + waiting));
        given().delete(waiting);
        given().get(why)
                .then()
                .statusCode(409)
                .body("detail", containsString("it is STOPPED"))
                .body("detail", containsString("POST /api/rotas"));
    }
}
