package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class TeamResourceTest {
    private static final String EIGHT =
            "{\"name\": \"Platform\", \"members\": [\"Ana\", \"Bo\", \"Cy\", \"Di\", \"Ed\", \"Flo\", \"Gus\", \"Hal\"]}";
    private static final String QUICK = ", \"solve\": {\"moves\": 2000}}";

    private String team;

    @BeforeEach
    void make() {
        team = "/api/teams/team-" + UUID.randomUUID().toString().substring(0, 8);
        put(team, EIGHT).statusCode(201).header("ETag", "\"1\"");
    }

    // ---- Teams

    @Test
    void team_isReadAsARequestTakesIt_withDefaults() {
        given().get(team)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Platform"))
                .body("zone", equalTo("Europe/London"))
                .body("members", hasSize(8))
                .body("rotations[0].tiers", hasSize(2));
        given().get("/api/teams").then().statusCode(200).body("name", hasItem("Platform"));
        given().get("/api/teams/nobody").then().statusCode(404).body("detail", containsString("nobody"));
    }

    @Test
    void putTeam_withoutACondition_isRefused_andAStaleOneChangesNothing() {
        put(team, EIGHT.replace("Platform", "Other"))
                .statusCode(428)
                .contentType("application/problem+json")
                .body("detail", containsString("If-Match"));
        match("\"1\"", EIGHT.replace("Platform", "First"))
                .put(team)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        match("\"1\"", EIGHT.replace("Platform", "Lost")).put(team).then().statusCode(412);
        match("W/\"2\"", EIGHT).put(team).then().statusCode(412);
        given().header("If-None-Match", "*")
                .contentType("application/json")
                .body(EIGHT)
                .put(team)
                .then()
                .statusCode(412);

        given().get(team).then().header("ETag", "\"2\"").body("name", equalTo("First"));
    }

    @Test
    void putTeam_thatIsWrong_isToldEverythingByItsPlaceInTheTeam() {
        put(team + "x", "{\"zone\": \"Europe/Lodnon\", \"members\": [{\"name\": \"Ana\", \"share\": 2}]}")
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/zone", "/members/0/share")));
        put(team + "x", "{\"nmae\": 1}").statusCode(400).body("issues.pointer", hasItem("/nmae"));
        put("/api/teams/-x", EIGHT).statusCode(422);
        match("\"1\"", EIGHT).put(team + "x").then().statusCode(412);
    }

    @Test
    void deleteTeam_keepsTheTrail_andMadeAgainItGoesOn() {
        given().delete(team).then().statusCode(428);
        given().header("If-Match", "\"1\"").delete(team).then().statusCode(204);

        given().get(team).then().statusCode(404);
        given().get(team + "/trail").then().statusCode(200).body("what", equalTo(List.of("team-deleted", "team-made")));
        put(team, EIGHT).statusCode(201).header("ETag", "\"3\"");
    }

    /** Whoever replaces must say what; whoever adds or takes back one thing need not, but is held to it. */
    @Test
    void edits_ofEveryKind_wantOrHonourIfMatch() {
        String ana = team + "/members/Ana";
        String leave = "{\"from\": \"2027-02-08\", \"to\": \"2027-02-14\"}";
        String wish = "{\"from\": \"2027-03-02\", \"to\": \"2027-03-02\"}";
        String calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n";
        Service.json(leave).post(ana + "/leave").then().statusCode(201);
        Service.json(wish).post(ana + "/wishes").then().statusCode(201).header("ETag", "\"3\"");

        put(team, EIGHT).statusCode(428);
        given().delete(team).then().statusCode(428);
        put(ana, "{\"name\": \"Ana\"}").statusCode(428);
        given().delete(ana).then().statusCode(428);

        match("\"2\"", EIGHT).put(team).then().statusCode(412);
        match("\"2\"", "{\"name\": \"Ana\"}").put(ana).then().statusCode(412);
        match("\"2\"", leave.replace("14", "15")).post(ana + "/leave").then().statusCode(412);
        match("\"2\"", wish.replace("03-02", "03-03"))
                .post(ana + "/wishes")
                .then()
                .statusCode(412);
        given().contentType("text/calendar")
                .body(calendar)
                .header("If-Match", "\"2\"")
                .post(ana + "/leave")
                .then()
                .statusCode(412);
        for (String gone :
                List.of(team, ana, ana + "/leave/2027-02-08_2027-02-14", ana + "/wishes/2027-03-02_2027-03-02_avoid")) {
            given().header("If-Match", "\"2\"").delete(gone).then().statusCode(412);
        }
        given().get(team).then().header("ETag", "\"3\"");
        given().header("If-Match", "\"3\"")
                .delete(ana + "/leave/2027-02-08_2027-02-14")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"");
    }

    @Test
    void edits_atOnce_oneWinsAndTheOthersAreTold() throws Exception {
        List<Callable<Integer>> edits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "Name " + i;
            edits.add(() ->
                    match("\"1\"", EIGHT.replace("Platform", name)).put(team).statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> status : threads.invokeAll(edits)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(7);
        given().get(team).then().header("ETag", "\"2\"");
    }

    // ---- Members

    @Test
    void members_areAdded_replacedAndTakenOut() {
        put(team + "/members/ivy", "{\"name\": \"Ivy\", \"share\": 0.6}")
                .statusCode(201)
                .body("id", equalTo("ivy"))
                .header("ETag", "\"2\"");
        put(team + "/members/ivy", "{\"name\": \"Ivy\"}").statusCode(428);
        match("\"2\"", "{\"name\": \"Ivy\", \"until\": \"2027-06-30\"}")
                .put(team + "/members/ivy")
                .then()
                .statusCode(200)
                .body("until", equalTo("2027-06-30"));
        match("\"3\"", "{\"name\": \"Ivy\", \"share\": 7, \"from\": \"x\"}")
                .put(team + "/members/ivy")
                .then()
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/share", "/from")));
        match("\"3\"", "{\"id\": \"eve\", \"name\": \"Ivy\"}")
                .put(team + "/members/ivy")
                .then()
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/id")));
        given().get(team + "/members").then().body("id", hasItem("ivy")).body("", hasSize(9));
        given().header("If-Match", "\"3\"").delete(team + "/members/ivy").then().statusCode(204);
        given().get(team + "/members/ivy").then().statusCode(404).body("detail", containsString("Known members"));
    }

    // ---- Leave and wishes

    @Test
    void leave_isAddedOnce_andTakenBackById() {
        String leave = team + "/members/Ana/leave";
        String location = Service.json("{\"from\": \"2027-02-08\", \"to\": \"2027-02-14\"}")
                .header("X-Rota-User", "ana")
                .post(leave)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("id", equalTo("2027-02-08_2027-02-14"))
                .extract()
                .header("Location");
        Service.json("{\"from\": \"2027-02-08\", \"to\": \"2027-02-14\"}")
                .post(leave)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        Service.json("{\"from\": \"2027-02-08\", \"to\": \"2027-02-07\"}")
                .post(leave)
                .then()
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/to")));
        given().get(team + "/members/Ana").then().body("leave", hasSize(1));

        given().header("If-Match", "\"1\"").delete(location).then().statusCode(412);
        given().delete(location).then().statusCode(200).body("", hasSize(0));
        given().delete(location).then().statusCode(404);
        given().get(team + "/trail")
                .then()
                .body("what", equalTo(List.of("leave-removed", "leave-added", "team-made")))
                .body("who", equalTo(List.of("unknown", "ana", "unknown")))
                .body("details[1].leave.from", equalTo("2027-02-08"));
    }

    @Test
    void wishes_areAddedAndTakenBack() {
        String wishes = team + "/members/Bo/wishes";
        Service.json("{\"from\": \"2027-03-02\", \"to\": \"2027-03-02\", \"want\": true}")
                .post(wishes)
                .then()
                .statusCode(201)
                .body("id", equalTo("2027-03-02_2027-03-02_want"));
        Service.json("{\"from\": \"2027-03-02\", \"to\": \"2027-03-02\"}")
                .post(wishes)
                .then()
                .statusCode(422)
                .body("issues.code", equalTo(List.of("contradicting-wishes")));
        given().get(wishes).then().body("want", equalTo(List.of(true)));
        given().delete(wishes + "/2027-03-02_2027-03-02_want")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void feed_importedTwice_isThereOnce_andACancellationTakesItOut() {
        String day = java.time.LocalDate.now().plusDays(30).toString();
        String feed = calendar(
                "BEGIN:VEVENT\r\nUID:easter@hr\r\nDTSTART;VALUE=DATE:" + day.replace("-", "") + "\r\nEND:VEVENT\r\n");
        String leave = team + "/members/Cy/leave";
        importFeed(leave, feed)
                .statusCode(200)
                .body("added.uid", equalTo(List.of("easter@hr")))
                .body("added.from", equalTo(List.of(day)));
        importFeed(leave, feed).statusCode(200).body("added", hasSize(0)).body("removed", hasSize(0));
        given().get(leave).then().body("uid", equalTo(List.of("easter@hr")));

        importFeed(leave, feed.replace("END:VEVENT", "STATUS:CANCELLED\r\nEND:VEVENT"))
                .statusCode(200)
                .body("removed.from", equalTo(List.of(day)));
        given().get(leave).then().body("", hasSize(0));
    }

    @Test
    void feed_thatIsCutOff_isRefused_andChangesNothing() {
        String leave = team + "/members/Cy/leave";
        importFeed(leave, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DA")
                .statusCode(400)
                .body("issues.code", equalTo(List.of("bad-calendar")));
        given().get(team).then().header("ETag", "\"1\"");
    }

    // ---- Rotas

    @Test
    void rota_isSolvedPublished_andTheNextOneKnowsIt() {
        String winter = solve("2027-01-05", "2027-03-02");
        given().get("/api/rotas/" + winter)
                .then()
                .body("team", equalTo(team.substring("/api/teams/".length())))
                .body("revision", equalTo(1))
                .body("state", equalTo("DRAFT"))
                .body("request.history", hasSize(0));
        given().get(team + "/on-call?at=2027-01-06T12:00:00Z").then().body("tiers[0].now", nullValue());
        publish(winter, "{\"why\": \"winter\"}")
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("why", nullValue())
                .body("publishedAt", notNullValue());

        String spring = solve("2027-03-02", "2027-04-27");
        JsonPath answer = given().get("/api/rotas/" + spring).jsonPath();
        assertThat(answer.getList("request.history")).isNotEmpty();
        assertThat(answer.getList("request.published")).isEmpty();
        assertThat(answer.getString("basedOn")).isNull();

        String again = solve("2027-02-02", "2027-03-30");
        JsonPath overlapping = given().get("/api/rotas/" + again).jsonPath();
        assertThat(overlapping.getList("request.published")).isNotEmpty();
        assertThat(overlapping.getString("basedOn")).isEqualTo(winter);
        publish(again, "").statusCode(200);
        given().get("/api/rotas/" + winter).then().body("state", equalTo("SUPERSEDED"));
        publish(spring, "").statusCode(409).body("detail", containsString("something else was published since"));

        given().get(team + "/rotas")
                .then()
                .body("state", equalTo(List.of("PUBLISHED", "DRAFT", "SUPERSEDED")))
                .body("revision", equalTo(List.of(3, 2, 1)));
        given().get(team + "/trail")
                .then()
                .body("findAll { it.what == 'rota-published' }.revisionAfter", equalTo(List.of(3, 1)))
                .body(
                        "findAll { it.what == 'rota-published' }.revisionBefore",
                        equalTo(java.util.Arrays.asList(1, null)))
                .body("find { it.what == 'rota-published' && it.revisionAfter == 1 }.why", equalTo("winter"));
        given().get("/api/rotas/" + winter + "/trail")
                .then()
                .body("what", equalTo(List.of("rota-superseded", "rota-published", "rota-made", "rota-asked")));
    }

    @Test
    void onCall_isWhoIsPublished_withTheHandovers() {
        String id = solve("2027-01-05", "2027-03-02");
        publish(id, "").statusCode(200);
        JsonPath shifts = given().get("/api/rotas/" + id).jsonPath();
        Map<String, String> first = shifts.getMap("shifts.find { it.tier == 'primary' }");

        given().get(team + "/on-call?at=" + first.get("from").replace("+", "%2B"))
                .then()
                .body("tiers", hasSize(2))
                .body("tiers[0].tier", equalTo("primary"))
                .body("tiers[0].now.member", equalTo(first.get("member")))
                .body("tiers[0].now.to", equalTo(first.get("to")))
                .body("tiers[0].next.from", equalTo(first.get("to")));
        given().get(team + "/on-call?at=2027-01-01T00:00:00Z")
                .then()
                .body("tiers[0].now", nullValue())
                .body("tiers[0].next.from", startsWith("2027-01-05T12:00"));
        given().get(team + "/on-call?at=tomorrow").then().statusCode(422);
        given().get("/api/members/" + first.get("member") + "/shifts?from=2027-01-01T00:00:00Z&team="
                        + team.substring("/api/teams/".length()))
                .then()
                .statusCode(200)
                .body("teams[0].shifts.from", hasItem(first.get("from")));
        given().get("/api/members/zoe/shifts").then().statusCode(404);
    }

    @Test
    void why_ofAPublishedRota_isAnswered() {
        String id = solve("2027-01-05", "2027-02-02");
        publish(id, "").statusCode(200);

        given().get("/api/rotas/" + id + "/shifts/on-call.primary.2027-01-05/why")
                .then()
                .statusCode(200);
    }

    @Test
    void publish_ofWhatHasBecomeIllegal_isRefusedWithTheFindings_unlessDespite() {
        String id = solve("2027-01-05", "2027-02-02");
        String member = given().get("/api/rotas/" + id).jsonPath().getString("shifts[0].member");
        Service.json("{\"from\": \"2027-01-06\", \"to\": \"2027-01-07\"}")
                .post(team + "/members/" + member + "/leave")
                .then()
                .statusCode(201);

        publish(id, "")
                .statusCode(409)
                .body("issues.code", hasItem("on-leave"))
                .body("detail", containsString("breaks hard rules"));
        given().get("/api/rotas/" + id).then().body("state", equalTo("DRAFT"));
        publish(id, "{\"despite\": true}").statusCode(200);
        given().get("/api/rotas/" + id + "/trail").then().body("[0].details.despite", not(hasSize(0)));
    }

    @Test
    void publish_byTwoAtOnce_happensOnce() throws Exception {
        String id = solve("2027-01-05", "2027-02-02");
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> publish =
                    () -> given().post("/api/rotas/" + id + "/publish").statusCode();
            for (Future<Integer> status : threads.invokeAll(List.of(publish, publish, publish, publish))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void publish_ofWhatIsNoDraft_saysWhatItIs() {
        String loose = Service.json(Service.QUICK)
                .header("Prefer", "wait=20")
                .post("/api/rotas")
                .jsonPath()
                .getString("id");

        publish(loose, "").statusCode(409).body("detail", containsString("belongs to no team"));
        publish(UUID.randomUUID().toString(), "").statusCode(404);
    }

    @Test
    void offer_opensTheTradingWindow_whichPublishingEnds() {
        String id = solve("2027-01-05", "2027-02-02");
        String offer = "/api/rotas/" + id + "/offer";
        Service.json("{\"until\": \"2020-01-01T00:00:00Z\"}").post(offer).then().statusCode(422);
        Service.json("{\"until\": \"2099-01-01T00:00:00Z\"}")
                .post(offer)
                .then()
                .statusCode(200)
                .body("state", equalTo("OFFERED"))
                .body("offeredUntil", equalTo("2099-01-01T00:00:00Z"));
        publish(id, "").statusCode(200);
        Service.json("{\"until\": \"2099-01-01T00:00:00Z\"}").post(offer).then().statusCode(409);
    }

    // ---- Keys

    @Test
    void key_sentTwice_isDoneOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"from\": \"2027-01-05\", \"to\": \"2027-02-02\"" + QUICK;
        String first = keyed(key, body)
                .post(team + "/rotas")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        String second = keyed(key, body)
                .post(team + "/rotas")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        keyed(key, body.replace("2000", "2001"))
                .post(team + "/rotas")
                .then()
                .statusCode(422)
                .body("issues.code", equalTo(List.of("key-used")));
        assertThat(second).isEqualTo(first);
        Response ended = await("/api/rotas/" + first);
        assertThat(ended.jsonPath().getInt("revision")).isEqualTo(1);

        String publish = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            keyed(publish, "{}")
                    .post("/api/rotas/" + first + "/publish")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("state", equalTo("PUBLISHED"));
        }
        given().get(team + "/rotas").then().body("", hasSize(1));
    }

    @Test
    void key_ofWhatWasRefused_canBeUsedAgain() {
        String key = UUID.randomUUID().toString();
        String leave = team + "/members/Di/leave";
        keyed(key, "{\"from\": \"2027-02-08\"}").post(leave).then().statusCode(422);
        keyed(key, "{\"from\": \"2027-02-08\", \"to\": \"2027-02-09\"}")
                .post(leave)
                .then()
                .statusCode(201);
        keyed(key, "{\"from\": \"2027-02-08\", \"to\": \"2027-02-09\"}")
                .post(leave)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"");
        keyed("ü", "{}").post(leave).then().statusCode(422);
    }

    // ---- A database that is away

    @Test
    void database_thatIsAway_isSaid_withWhenToComeAgain() {
        given().get("/api/broken/store")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("detail", containsString("Nothing was changed"))
                .body("detail", not(containsString("No space left")));
        given().get("/q/health/ready").then().body("checks.name", hasItem("store"));
    }

    // ---- Words of these tests

    private String solve(String from, String to) {
        return Service.json("{\"from\": \"" + from + "\", \"to\": \"" + to + "\"" + QUICK)
                .header("Prefer", "wait=60")
                .post(team + "/rotas")
                .then()
                .statusCode(200)
                .body("status", equalTo("SOLVED"))
                .extract()
                .path("id");
    }

    private static Response await(String location) {
        while (true) {
            Response answer = given().get(location);
            if (answer.path("status").equals("SOLVED")) {
                return answer;
            }
        }
    }

    private static ValidatableResponse publish(String id, String body) {
        return Service.json(body).post("/api/rotas/" + id + "/publish").then();
    }

    private static RequestSpecification keyed(String key, String body) {
        return Service.json(body).header("Idempotency-Key", key);
    }

    private static RequestSpecification match(String tag, String body) {
        return Service.json(body).header("If-Match", tag);
    }

    private static ValidatableResponse put(String path, String body) {
        return Service.json(body).put(path).then();
    }

    @Test
    void teamFeed_isTheLeaveOfThoseWhomItsEventsName_andFollowsThem() {
        java.time.LocalDate day = java.time.LocalDate.now().plusDays(30);
        String leave = team + "/leave";
        String ana = event("1", "Ana: holiday", day);
        String both = event("2", "Conference (Bo, Cy)", day.plusDays(7));
        importFeed(leave, calendar(ana + both + event("3", "Company day", day)))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("members.member", equalTo(List.of("Ana", "Bo", "Cy")))
                .body("members[0].added.from", equalTo(List.of(day.toString())))
                .body("members[2].added.uid", equalTo(List.of("2")))
                .body("others", equalTo(List.of("Company day")));
        importFeed(leave, calendar(ana + both)).header("ETag", "\"2\"").body("members", hasSize(0));

        // The event is Di's now, and Cy does not go to the conference.
        importFeed(leave, calendar(event("1", "Di: holiday", day) + event("2", "Conference (Bo)", day.plusDays(7))))
                .body("members.member", equalTo(List.of("Ana", "Cy", "Di")))
                .body("members[0].removed.from", equalTo(List.of(day.toString())))
                .body("members[1].removed.uid", equalTo(List.of("2")))
                .body("members[2].added.from", equalTo(List.of(day.toString())));
        importFeed(
                        leave,
                        calendar(event("2", "Conference (Bo)", day.plusDays(7))
                                .replace("END:V", "STATUS:CANCELLED\r\nEND:V")))
                .body("members.member", equalTo(List.of("Bo")))
                .body("members[0].removed", hasSize(1));
        given().get(team + "/members/Di/leave").then().body("from", equalTo(List.of(day.toString())));
        given().get(team + "/trail").then().body("what[0]", equalTo("leave-imported"));
        given().header("Content-Type", "text/calendar")
                .header("If-Match", "\"1\"")
                .body(calendar(ana))
                .post(leave)
                .then()
                .statusCode(412);
        importFeed("/api/teams/nobody/leave", calendar(ana)).statusCode(404);
        importFeed(leave, "BEGIN:VCALENDAR").statusCode(400);
    }

    /** A feed that is silent about what somebody took out, or about people who are gone, brings nothing back. */
    @Test
    void importedLeave_isForgottenWithTheLeaveTheMemberAndTheTeam() {
        java.time.LocalDate day = java.time.LocalDate.now().plusDays(30);
        String bo = team + "/members/Bo/leave";
        String both = calendar(event("1", "Ana: holiday", day) + event("2", "Bo: holiday", day));
        String only = calendar(event("3", "Cy: holiday", day));
        importFeed(team + "/leave", both).statusCode(200);
        given().delete(bo + "/" + day + "_" + day).then().statusCode(200);
        importFeed(team + "/leave", only).statusCode(200);
        given().get(bo).then().body("", hasSize(0));

        // The same days by hand are not the feed's.
        Service.json("{\"from\": \"" + day + "\", \"to\": \"" + day + "\"}")
                .post(bo)
                .then()
                .statusCode(201);
        importFeed(team + "/leave", both.replace("END:VEVENT", "STATUS:CANCELLED\r\nEND:VEVENT"))
                .statusCode(200);
        given().get(bo).then().body("uid", equalTo(java.util.Collections.singletonList(null)));
        given().get(team + "/members/Ana/leave").then().body("", hasSize(0));

        importFeed(team + "/leave", both).statusCode(200);
        String tag = given().get(team).header("ETag");
        given().header("If-Match", tag).delete(team + "/members/Ana").then().statusCode(204);
        put(team + "/members/Ana", "{\"name\": \"Ana North\"}").statusCode(201);
        importFeed(team + "/leave", only).statusCode(200);
        given().get(team + "/members/Ana/leave").then().body("", hasSize(0));
    }

    private static String event(String uid, String title, java.time.LocalDate day) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:" + title + "\r\nDTSTART;VALUE=DATE:"
                + day.toString().replace("-", "") + "\r\nEND:VEVENT\r\n";
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hr//EN\r\n" + events + "END:VCALENDAR\r\n";
    }

    private static ValidatableResponse importFeed(String path, String feed) {
        return given().header("Content-Type", "text/calendar")
                .body(feed.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then();
    }
}
