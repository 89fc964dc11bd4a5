package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.Origin;
import org.oncall.rota.jobs.RotaJobs;
import org.oncall.rota.jobs.Solve;
import org.oncall.rota.jobs.SolveStatus;

@QuarkusTest
@Timeout(60)
class RotaResourceTest {
    @Inject
    RotaJobs jobs;

    @Inject
    RotaIntake intake;

    @TestHTTPResource
    URI root;

    private final List<String> submitted = new ArrayList<>();

    /** So that no test waits for the solves of another. */
    @AfterEach
    void stopAll() {
        submitted.forEach(location -> given().delete(location));
    }

    // ---- Submit

    @Test
    void submit_withoutAPreference_isAcceptedAndGoesOn() {
        String location = submit(Service.ENDLESS)
                .statusCode(202)
                .header("Preference-Applied", nullValue())
                .contentType("application/json")
                .body("status", equalTo("QUEUED"))
                .body("score", nullValue())
                .body("request.solve.limit", equalTo("PT10M"))
                .extract()
                .header("Location");

        assertThat(location).matches("/api/rotas/[0-9a-f-]{36}");
        given().get(location).then().statusCode(200).body("id", equalTo(location.substring("/api/rotas/".length())));
    }

    @Test
    void submit_withAWait_isAnsweredWithTheRota() {
        Response answer =
                Service.json(Service.QUICK).header("Prefer", "wait=20").post("/api/rotas");

        answer.then()
                .statusCode(200)
                .header("Preference-Applied", "wait=20")
                .body("status", equalTo("SOLVED"))
                .body("legal", equalTo(true))
                .body("members", hasSize(8))
                .body("solver.moves", notNullValue())
                .body("problem", nullValue());
        String location = answer.header("Content-Location");
        given().get(location).then().statusCode(200).body("shifts", equalTo(answer.path("shifts")));
    }

    @Test
    void submit_withAWaitShorterThanTheSolve_isAcceptedAsItStands() {
        ValidatableResponse answer = submit(Service.ENDLESS, "wait=1");

        answer.statusCode(202)
                .header("Preference-Applied", "wait=1")
                .header("Location", notNullValue())
                .body("status", equalTo("SOLVING"));
    }

    @Test
    void submit_withAWaitAsLongAsTheSolve_isAnsweredWithTheRota() {
        submit(Service.ONE_SECOND, "wait=1").statusCode(200).body("status", equalTo("SOLVED"));
    }

    @Test
    void submit_withTooLongAWait_saysWhichItApplied() {
        submit(Service.QUICK, "wait=5000").statusCode(200).header("Preference-Applied", "wait=120");
    }

    @Test
    void submit_ofEachExample_isAccepted() {
        for (String example : OpenApi.REQUESTS) {
            submit(Service.example(example)).statusCode(202);
        }
    }

    @Test
    void submit_ofUtf8_keepsNames() {
        submit(Service.QUICK.replace("\"Ana\"", "\"Ána Łódź\""), "wait=20")
                .statusCode(200)
                .body("members.name", hasItem("Ána Łódź"));
    }

    @Test
    void submit_impossible_saysWhy_andWhatWouldCloseEachGap() {
        String location = Service.json(Service.ALL_AWAY)
                .header("Prefer", "wait=60")
                .post("/api/rotas")
                .then()
                .statusCode(200)
                .body("legal", equalTo(true))
                .body("complete", equalTo(false))
                .extract()
                .header("Content-Location");

        given().get(location)
                .then()
                .body("proof.verdict", equalTo("IMPOSSIBLE"))
                .body("proof.conflict.facts", hasSize(5))
                .body("proof.repair.price", equalTo(4))
                .body("gaps", hasSize(1))
                .body("gaps[0].reasons", hasSize(4))
                .body("gaps[0].closing.status", equalTo("FOUND"))
                .body("gaps[0].closing.changes[0].kind", equalTo("MOVE_LEAVE"));
    }

    @Test
    void submit_untilTheQueueIsFull_isTurnedAwayForAWhile() {
        ValidatableResponse last = submit(Service.LONG);
        while (last.extract().statusCode() == 202) {
            last = submit(Service.LONG);
        }

        last.statusCode(503)
                .contentType("application/problem+json")
                .body("detail", containsString("Maybe try again in"));
        assertThat(Integer.parseInt(last.extract().header("Retry-After"))).isBetween(1, 600);
        given().get("/q/health/ready").then().statusCode(503).body("status", equalTo("DOWN"));

        given().delete(submitted.getFirst());
        given().get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void submit_thatFails_isAFailureOfTheService() {
        Intake.Accepted accepted = (Intake.Accepted) intake.read(Service.QUICK.getBytes(StandardCharsets.UTF_8));
        Solve failed = new Solve(
                UUID.randomUUID(),
                SolveStatus.FAILED,
                accepted,
                Origin.NOBODY,
                Duration.ofSeconds(1),
                null,
                null,
                null,
                null,
                "The search failed.",
                false);

        try (jakarta.ws.rs.core.Response answer = Submissions.submitted(failed, Duration.ofSeconds(20))) {
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(answer.getMediaType()).hasToString("application/problem+json");
            assertThat(answer.getHeaderString("Content-Location")).isEqualTo("/api/rotas/" + failed.id());
        }
    }

    // ---- Look and stop

    @Test
    void stop_whileItSolves_keepsTheBestSoFar() {
        String location = submit(Service.ENDLESS).extract().header("Location");
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(Service.events(client, root.resolve(location + "/progress"))
                            .anyMatch(event -> JsonPath.from(event).get("score") != null))
                    .isTrue();
            client.shutdownNow();
        }

        given().get(location).then().body("status", equalTo("SOLVING")).body("score", notNullValue());
        given().delete(location)
                .then()
                .statusCode(200)
                .body("status", equalTo("STOPPED"))
                .body("shifts", not(empty()));
        given().get(location).then().statusCode(200).body("status", equalTo("STOPPED"));
        given().delete(location).then().statusCode(200).body("status", equalTo("STOPPED"));
    }

    @Test
    void anUnknownId_isAProblemEverywhere() {
        for (String id : List.of("0b8a2a4e-5c39-4b0c-9d58-6c4bb1f6b1a9", "abc", "1-1-1-1-1")) {
            String path = "/api/rotas/" + id;
            problem(given().get(path), 404).body("detail", containsString("(" + id + ")"));
            problem(given().delete(path), 404);
            problem(given().get(path + "/progress"), 404);
        }
    }

    @Test
    void answers_areCompressedForThoseWhoTakeIt() {
        Response answer = Service.json(Service.QUICK)
                .header("Prefer", "wait=20")
                .header("Accept-Encoding", "gzip")
                .post("/api/rotas");

        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        answer.then().statusCode(200).body("status", equalTo("SOLVED"));
    }

    @Test
    void answers_areNotForCachesToKeepNorBrowsersToGuess() {
        given().get("/api/rotas/abc")
                .then()
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    // ---- Follow

    @Test
    void progress_isToldUntilTheEnd_alsoToWhoComesLate() {
        String location = submit(Service.FIVE_SECONDS).extract().header("Location");

        List<String> told = events(location);
        List<String> late = events(location);

        assertThat(told).hasSizeGreaterThan(1);
        assertThat(told)
                .allSatisfy(event ->
                        assertThat(JsonPath.from(event).getString("elapsed")).startsWith("PT"));
        assertThat(JsonPath.from(told.getLast()).getString("status")).isEqualTo("SOLVED");
        assertThat(JsonPath.from(told.getLast()).getLong("score.hard")).isZero();
        assertThat(told.subList(0, told.size() - 1)).noneMatch(event -> event.contains("SOLVED"));
        assertThat(late).containsExactly(told.getLast());
    }

    @Test
    void progress_whenStopped_ends() {
        String location = submit(Service.ENDLESS).extract().header("Location");
        try (HttpClient client = HttpClient.newHttpClient()) {
            Iterator<String> events =
                    Service.events(client, root.resolve(location + "/progress")).iterator();
            events.next();
            given().delete(location);
            String last = events.next();
            while (events.hasNext()) {
                last = events.next();
            }

            assertThat(JsonPath.from(last).getString("status")).isEqualTo("STOPPED");
        }
    }

    @Test
    void progress_ofAClientThatGoesAway_isForgotten() {
        String location = submit(Service.ENDLESS).extract().header("Location");
        try (HttpClient client = HttpClient.newHttpClient()) {
            Service.events(client, root.resolve(location + "/progress"))
                    .iterator()
                    .next();
            assertThat(jobs.load().listeners()).isEqualTo(1);
            client.shutdownNow();
        }

        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (jobs.load().listeners() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(jobs.load().listeners()).isZero();
    }

    // ---- What is wrong with a request

    @Test
    void submit_ofNoJson_isAProblemOfShape() {
        problem(Service.json("{\"team\": oops").post("/api/rotas"), 400)
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Bad Request"))
                .body("instance", equalTo("/api/rotas"))
                .body("issues", hasSize(1))
                .body("issues[0].code", notNullValue())
                .body("issues[0].detail", containsString("line 1"));
        problem(Service.json("").post("/api/rotas"), 400).body("issues", hasSize(1));
    }

    @Test
    void submit_ofAnotherShape_isAProblemWithEveryIssue() {
        problem(
                        Service.json("{\"team\": {\"membrs\": []}, \"from\": 5, \"to\": \"2027-01-05\"}")
                                .post("/api/rotas"),
                        400)
                .body("issues.pointer", hasItems("/team/membrs", "/from"));
    }

    @Test
    void submit_ofNonsense_isAProblemOfMeaning() {
        problem(Service.json(Service.QUICK.replace("2027-03-02", "2026-03-02")).post("/api/rotas"), 422)
                .body("title", equalTo("Unprocessable Content"))
                .body("issues[0].pointer", equalTo("/to"));
    }

    @Test
    void submit_ofAnotherType_isAProblem() {
        problem(given().contentType("text/plain").body(Service.QUICK).post("/api/rotas"), 415)
                .body("detail", containsString("text/plain"));
        problem(
                        given().contentType("application/json; charset=ISO-8859-1")
                                .body(Service.QUICK)
                                .post("/api/rotas"),
                        415)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void submit_inAsciiByName_isUtf8Too() {
        given().contentType("application/json; charset=US-ASCII")
                .body(Service.QUICK)
                .header("Prefer", "wait=20")
                .post("/api/rotas")
                .then()
                .statusCode(200);
    }

    @Test
    void submit_ofTooMuch_isAProblem() {
        problem(Service.json(new byte[5 * 1024 * 1024 + 1]).post("/api/rotas"), 413)
                .body("title", equalTo("Content Too Large"));
    }

    @Test
    void anUnknownPath_isAProblem() {
        problem(given().get("/api/nothing"), 404).body("detail", containsString("/api/nothing"));
        problem(given().get("/nothing/at/all"), 404);
    }

    @Test
    void anotherMethod_isAProblemThatNamesTheRightOnes() {
        problem(given().put("/api/rotas"), 405).header("Allow", "POST");
        problem(given().post("/api/rotas/abc"), 405).header("Allow", "DELETE, GET");
    }

    @Test
    void anotherAccept_isAProblem() {
        problem(given().accept("text/csv").get("/api/rotas/abc"), 406).body("detail", containsString("text/csv"));
    }

    @Test
    void aFailureOfTheService_isAProblemWithoutItsSecrets() {
        problem(given().get("/api/broken"), 500).body("detail", not(containsString("secret")));
    }

    // ---- For those who run it

    @Test
    void metrics_countSolves() {
        submit(Service.QUICK, "wait=20").statusCode(200);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("rota_solves_total{outcome=\"solved\"}"))
                .body(containsString("rota_solve_seconds_count"))
                .body(containsString("rota_solve_soft_score_sum"))
                .body(containsString("rota_solves_illegal_total"))
                .body(containsString("rota_solves_incomplete_total"))
                .body(containsString("rota_solves_waiting"))
                .body(containsString("rota_solves_running"));
    }

    // ---- Words of these tests

    private ValidatableResponse submit(String body) {
        return submit(body, "respond-async");
    }

    private ValidatableResponse submit(String body, String preference) {
        ValidatableResponse answer = Service.json(body)
                .header("Prefer", preference)
                .post("/api/rotas")
                .then();
        String location = answer.extract().header("Location");
        if (location != null) {
            submitted.add(location);
        }
        return answer;
    }

    private static ValidatableResponse problem(Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("detail", not(empty()));
    }

    private List<String> events(String location) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Service.events(client, root.resolve(location + "/progress")).toList();
        }
    }
}
