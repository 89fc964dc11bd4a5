package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tables and calendars that people have, as parts of a request. */
@QuarkusTest
class FileResourceTest {
    private static final String TEAM_CALENDAR = """
            BEGIN:VCALENDAR
            VERSION:2.0
            X-WR-CALNAME:Who is out
            BEGIN:VEVENT
            UID:1
            SUMMARY:Ana Lima\\, annual leave
            DTSTART;VALUE=DATE:20270208
            DTEND;VALUE=DATE:20270215
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            SUMMARY:Bo Chen (conference)
            DTSTART;VALUE=DATE:20270301
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            SUMMARY:Lima\\, Ana
            DTSTART;VALUE=DATE:20270215
            END:VEVENT
            BEGIN:VEVENT
            UID:4
            SUMMARY:Company day
            DTSTART;VALUE=DATE:20270401
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    private static ValidatableResponse members(byte[] csv) {
        return given().contentType("text/csv")
                .body(csv)
                .post("/api/files/members")
                .then();
    }

    private static ValidatableResponse leave(Map<String, Object> request) {
        Map<String, Object> dated = new TreeMap<>(request);
        dated.putIfAbsent("from", "2027-01-05");
        try {
            return Service.json(new ObjectMapper().writeValueAsString(dated))
                    .post("/api/files/leave")
                    .then();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void membersTable_isReadAsMembersOfARequest() {
        members("Name;Share;Leave;Desk\nAna Lima;60 %;2027-02-08..2027-02-14;12\nBo;;;\n"
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("members.name", contains("Ana Lima", "Bo"))
                .body("members[0].share", equalTo(0.6f))
                .body("members[0].leave[0].to", equalTo("2027-02-14"))
                .body("members[1].share", nullValue())
                .body("notes", contains(containsString("Desk")));
    }

    @Test
    void membersTable_thatIsWrong_isToldEveryLine() {
        members("name,share\nAna,most\nBo,0.5,x\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("issues.code", contains("wrong-fields", "wrong-type"))
                .body(
                        "issues.detail",
                        contains(containsString("Line 3: "), containsString("Line 2: The share (most)")));
        members(new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xff})
                .statusCode(400)
                .body("issues.detail", contains(containsString("UTF-8")));
        members(new byte[0]).statusCode(422).body("issues", hasSize(1));
    }

    @Test
    void calendarOfATeam_isTheLeaveOfThoseWhomItsEventsName() {
        leave(Map.of(
                        "calendar",
                        TEAM_CALENDAR,
                        "members",
                        List.of(Map.of("id", "ana", "name", "Ana Lima"), "Bo Chen", "Cy Hall")))
                .statusCode(200)
                .body("of", nullValue())
                .body("members.member", contains("ana", "Bo Chen"))
                .body("members[0].leave.from", contains("2027-02-08"))
                .body("members[0].leave.to", contains("2027-02-15"))
                .body("members[1].leave.from", contains("2027-03-01"))
                .body("others.title", contains("Company day"))
                .body("others[0].leave[0].from", equalTo("2027-04-01"))
                .body("leave.from", contains("2027-02-08", "2027-03-01", "2027-04-01"));
    }

    @Test
    void calendarOfOne_isKnownByItsName_orElseByThatOfItsFile() {
        List<String> members = List.of("Ana Lima", "Bo Chen");
        leave(Map.of("calendar", TEAM_CALENDAR.replace("Who is out", "Bo Chen's leave"), "members", members))
                .body("of", equalTo("Bo Chen"));
        leave(Map.of("calendar", TEAM_CALENDAR, "members", members, "name", "bo.ics"))
                .body("of", nullValue());
        leave(Map.of(
                        "calendar",
                        TEAM_CALENDAR.replace("X-WR-CALNAME:Who is out\r\n", ""),
                        "members",
                        members,
                        "name",
                        "bo.ics"))
                .body("of", equalTo("Bo Chen"));
    }

    @Test
    void days_areThoseOfTheZone() {
        String late = TEAM_CALENDAR.replace("DTSTART;VALUE=DATE:20270301", "DTSTART:20270301T233000Z");
        for (Map.Entry<String, String> day : Map.of("Europe/London", "2027-03-01", "Europe/Berlin", "2027-03-02")
                .entrySet()) {
            leave(Map.of("calendar", late, "members", List.of("Bo Chen"), "zone", day.getKey()))
                    .body("members[0].leave.from", contains(day.getValue()));
        }
    }

    @Test
    void events_farFromThePeriod_areNotRead() {
        leave(Map.of("calendar", TEAM_CALENDAR, "members", List.of("Ana Lima"), "from", "2028-04-01"))
                .body("leave.from", contains("2027-04-01"))
                .body("members", hasSize(0));
    }

    @Test
    void wrongCalendar_isRefusedWithEveryIssue() {
        leave(Map.of("zone", "Europe/Lodnon", "members", List.of(Map.of("id", "ana"), Map.of()), "extra", 1))
                .statusCode(400)
                .body("issues.pointer", contains("/extra"));
        leave(Map.of("zone", "Europe/Lodnon", "from", "soon", "members", List.of(Map.of("id", "ana"), Map.of())))
                .statusCode(422)
                .body("issues.pointer", contains("/zone", "/from", "/members/1/name", "/calendar"));
        leave(Map.of("calendar", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT"))
                .statusCode(400)
                .body("issues.code", contains("bad-calendar"))
                .body("issues.pointer", contains("/calendar"));
        given().contentType("text/plain")
                .body("x")
                .post("/api/files/leave")
                .then()
                .statusCode(415);
    }

    @Test
    void membersAndEvents_asManyAsMayBe_areRead() {
        StringBuilder events = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (int i = 0; i < 5_000; i++) {
            events.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append("\r\nSUMMARY:Person Number")
                    .append(i % 400)
                    .append("\r\nDTSTART;VALUE=DATE:20270301\r\nEND:VEVENT\r\n");
        }
        List<String> people = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> "Person Number" + i)
                .toList();

        leave(Map.of("calendar", events + "END:VCALENDAR\r\n", "members", people))
                .statusCode(200)
                .body("members", hasSize(200))
                .body("others", hasSize(2_400))
                .body("others.title", everyItem(startsWith("Person")));
        assertThat(leave(Map.of("calendar", TEAM_CALENDAR, "members", java.util.Collections.nCopies(201, "Ana")))
                        .statusCode(422)
                        .extract()
                        .<List<String>>path("issues.code"))
                .containsExactly("too-many");
    }
}
