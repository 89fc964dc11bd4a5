package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.store.Store;
import org.oncall.rota.teams.FeedDesk;
import org.oncall.rota.teams.TeamDesk;

/** Calendars of what is published. Far ahead, so that no day of it has begun. */
@QuarkusTest
@Timeout(180)
class FeedResourceTest {
    private static final String PERIOD =
            "{\"from\": \"2099-01-06\", \"to\": \"2099-03-03\", \"solve\": {\"moves\": 5000}}";

    @Inject
    Store store;

    @Inject
    RotaIntake intake;

    @Inject
    TeamDesk desk;

    @Inject
    Clock clock;

    private String team;

    @BeforeEach
    void team() {
        team = "/api/teams/feeds-" + UUID.randomUUID().toString().substring(0, 8);
        put();
    }

    private void put() {
        Service.json("{\"name\": \"Feeders\", \"holidays\": \"none\", \"members\":"
                        + " [\"Ana\", \"Bo\", \"Cy\", \"Di\", \"Ed\", \"Flo\", \"Gus\", \"Hal\"]}")
                .put(team)
                .then()
                .statusCode(201);
    }

    private String publish() {
        String rota = "/api/rotas/"
                + Service.json(PERIOD)
                        .header("Prefer", "wait=60")
                        .post(team + "/rotas")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
        given().post(rota + "/publish").then().statusCode(200);
        return rota;
    }

    private JsonPath make(String body) {
        return Service.json(body)
                .header("X-Rota-User", "mia")
                .post(team + "/feeds")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(String user, String body) {
        return Service.json(body).header("X-Rota-User", user);
    }

    /** The events of a calendar by UID, each a map of its properties. */
    private static Map<String, Map<String, String>> events(String calendar) {
        Map<String, Map<String, String>> events = new LinkedHashMap<>();
        Matcher event = Pattern.compile("BEGIN:VEVENT\r\n(.*?)END:VEVENT", Pattern.DOTALL)
                .matcher(calendar.replace("\r\n ", ""));
        while (event.find()) {
            Map<String, String> properties = new LinkedHashMap<>();
            for (String line : event.group(1).split("\r\n")) {
                properties.put(line.replaceAll("[;:].*", ""), line.replaceAll("^[^:]*:", ""));
            }
            assertThat(events.put(properties.get("UID"), properties)).isNull();
        }
        return events;
    }

    private static Map<String, Map<String, String>> read(String address) {
        return events(given().get(address).then().statusCode(200).extract().asString());
    }

    @Test
    void feed_saysWhatIsPublished_andASwapChangesItsEvents() {
        String whole = make("{}").getString("address");
        assertThat(read(whole)).isEmpty();
        String rota = publish();
        List<Map<String, String>> shifts = given().get(rota).jsonPath().getList("shifts");
        Map<String, Map<String, String>> before = read(whole);
        assertThat(before).hasSameSizeAs(shifts);
        assertThat(before.values())
                .allSatisfy(event -> assertThat(event)
                        .containsEntry("SEQUENCE", "0")
                        .containsEntry("STATUS", "CONFIRMED")
                        .doesNotContainKeys("ATTENDEE", "ORGANIZER"));
        Map<String, String> shift = coverable(rota, shifts);
        String giver = shift.get("member");
        String personal = make("{\"member\": \"" + giver + "\"}").getString("address");
        String grafana = make("{\"tier\": \"" + shift.get("tier") + "\", \"profile\": \"grafana-ical\"}")
                .getString("address");
        int duties = read(personal).size();

        String taker = swap(rota, shift);

        Map<String, Map<String, String>> after = read(whole);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        List<String> changed = after.keySet().stream()
                .filter(uid -> !after.get(uid).equals(before.get(uid)))
                .toList();
        assertThat(changed).hasSize(1);
        assertThat(after.get(changed.getFirst()))
                .containsEntry("SEQUENCE", "1")
                .containsEntry("SUMMARY", taker + ": on-call " + shift.get("tier"));
        assertThat(before.get(changed.getFirst())).containsEntry("SUMMARY", giver + ": on-call " + shift.get("tier"));
        assertThat(read(personal)).hasSize(duties);
        assertThat(read(personal).get(changed.getFirst()))
                .containsEntry("STATUS", "CANCELLED")
                .containsEntry("SEQUENCE", "1");
        assertThat(read(make("{\"member\": \"" + taker + "\"}").getString("address"))
                        .get(changed.getFirst()))
                .containsEntry("STATUS", "CONFIRMED")
                .containsEntry("SEQUENCE", "1");
        assertThat(read(grafana).get(changed.getFirst())).containsEntry("SUMMARY", taker);

        String token = personal.substring(FeedDesk.PATH.length(), personal.length() - FeedDesk.ENDING.length());
        assertThat(events(after(token, Duration.ofDays(29)))).hasSize(duties);
        assertThat(events(after(token, Duration.ofDays(31))))
                .hasSize(duties - 1)
                .doesNotContainKey(changed.getFirst());
    }

    /** What the calendar says when that time has gone by. */
    private String after(String token, Duration time) {
        return new String(
                new FeedDesk(store, intake, desk, Clock.offset(clock, time))
                        .calendar(token)
                        .orElseThrow(),
                StandardCharsets.UTF_8);
    }

    /** A shift that somebody else could take. */
    private static Map<String, String> coverable(String rota, List<Map<String, String>> shifts) {
        return shifts.stream()
                .filter(shift -> cover(rota, shift) != null)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> cover(String rota, Map<String, String> shift) {
        return given().queryParam("member", shift.get("member"))
                .queryParam("shift", shift.get("id"))
                .get(rota + "/swaps/proposals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("find { it.kind == 'COVER' }");
    }

    /** Somebody else takes the shift. */
    private static String swap(String rota, Map<String, String> shift) {
        Map<String, Object> proposal = cover(rota, shift);
        String swap = as("mia", "{\"handings\": " + json(proposal.get("handings")) + "}")
                .post(rota + "/swaps")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return as("mia", "{}")
                .post(swap + "/accept")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .extract()
                .path("handings[0].to");
    }

    private static String json(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void feed_unchanged_isTheSameBytesAnd304_evenPublishedAgain() {
        String address = make("{\"tier\": \"on-call/primary\"}").getString("address");
        publish();
        var first = given().get(address)
                .then()
                .statusCode(200)
                .contentType("text/calendar;charset=UTF-8")
                .header("Cache-Control", "private")
                .extract();
        String tag = first.header("ETag");

        publishSame();

        assertThat(given().get(address).asByteArray()).isEqualTo(first.asByteArray());
        given().header("If-None-Match", tag)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", "private");
    }

    /** Another revision that says the same: everything is frozen. */
    private void publishSame() {
        String rota = "/api/rotas/"
                + Service.json(PERIOD.replace("\"solve\"", "\"freezeUntil\": \"2099-03-03\", \"solve\""))
                        .header("Prefer", "wait=60")
                        .post(team + "/rotas")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
        given().post(rota + "/publish").then().statusCode(200);
    }

    @Test
    void feed_address_isToldOnce_unguessable_andGoneOnceRevoked() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            addresses.add(make("{\"why\": \"wall screen\"}").getString("address"));
        }
        assertThat(new TreeSet<>(addresses)).hasSize(3);
        assertThat(addresses).allMatch(address -> address.matches("/api/feeds/[A-Za-z0-9_-]{43}\\.ics"));
        JsonPath list = given().get(team + "/feeds")
                .then()
                .statusCode(200)
                .body("", hasSize(3))
                .body("[0].address", nullValue())
                .body("[0].profile", equalTo("ical"))
                .body("[0].madeBy", equalTo("mia"))
                .extract()
                .jsonPath();
        String feed = team + "/feeds/" + list.getString("[0].id");

        given().header("X-Rota-User", "moe").delete(feed).then().statusCode(204);

        given().delete(feed).then().statusCode(404);
        given().get(team + "/feeds").then().body("", hasSize(2));
        String revoked = given().get(addresses.getFirst())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(revoked)
                .isEqualTo(given().get("/api/feeds/nobody-ever-had-this.ics")
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString())
                .doesNotContain("nobody");
        given().get(addresses.get(1)).then().statusCode(200);
        String trail = given().get(team + "/trail")
                .then()
                .body("what", hasItems("feed-made", "feed-revoked"))
                .body("find { it.what == 'feed-revoked' }.who", equalTo("moe"))
                .body("find { it.what == 'feed-made' }.why", equalTo("wall screen"))
                .extract()
                .asString();
        assertThat(trail)
                .doesNotContain(addresses.get(1).substring(FeedDesk.PATH.length(), FeedDesk.PATH.length() + 20));
    }

    @Test
    void feed_ofADeletedTeam_isGone_evenIfATeamOfThatIdIsMadeAgain() {
        String address = make("{}").getString("address");
        given().header("If-Match", "*").delete(team).then().statusCode(204);
        given().get(address).then().statusCode(404);

        put();

        given().get(address).then().statusCode(404);
        given().get(team + "/feeds").then().body("", hasSize(0));
    }

    @Test
    void feed_ofATeamThatPublishedBeforeCalendarsWereKept_saysWhatItPublished() {
        String rota = publish();
        Map<String, Map<String, String>> sent = read(make("{}").getString("address"));
        swap(
                rota,
                given().get(rota)
                        .jsonPath()
                        .<Map<String, String>>getList("shifts")
                        .getLast());
        String address = make("{}").getString("address");
        String kept = given().get(address).asString();
        String id = team.substring("/api/teams/".length());
        store.run(transaction -> transaction.feeds().send(id, "{\"events\":[]}", clock.instant()));
        assertThat(read(address)).isEmpty();

        forget(id);

        assertThat(given().get(address).asString()).isEqualTo(kept);
        assertThat(events(kept)).hasSameSizeAs(sent);
    }

    @Inject
    @io.quarkus.agroal.DataSource("h2")
    javax.sql.DataSource source;

    private void forget(String id) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement("delete from sent where team = ?")) {
            statement.setString(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void make_ofWhatThereIsNot_saysEverythingAtOnce() {
        Service.json("{\"tier\": \"third\", \"member\": \"Zed\", \"profile\": \"xls\"}")
                .post(team + "/feeds")
                .then()
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/tier", "/member", "/member", "/profile")))
                .body("issues[0].detail", containsString("on-call/primary, on-call/secondary"));
        Service.json("{\"profile\": \"grafana-ical\"}")
                .post(team + "/feeds")
                .then()
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/tier")));
        Service.json("{\"people\": 1}").post(team + "/feeds").then().statusCode(400);
        Service.json("{}").post("/api/teams/nobody/feeds").then().statusCode(404);
        given().get("/api/teams/nobody/feeds").then().statusCode(404);
    }
}
