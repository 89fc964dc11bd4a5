package org.oncall.rota.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CalendarResourceTest {
    private static final String CHRISTMAS = """
            {"team": {"members": ["Ana", "Bo"], "holidays": "GB-ENG", "rotations": [
               {"id": "on-call", "tiers": [{"id": "primary"}]},
               {"id": "weeks", "tiers": [{"id": "a"}, {"id": "b"}], "festive": {"longest": "P7D"}}]},
             "from": "2026-12-15", "to": "2027-01-05", "now": "2026-12-17"}
            """;

    private static JsonPath calendar(String request) {
        return Service.json(request)
                .post("/api/calendars")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void days_overChristmas_sayWhatTheyAre() {
        JsonPath calendar = calendar(CHRISTMAS);

        List<Map<String, Object>> days = calendar.getList("days");
        assertThat(days).hasSize(22);
        assertThat(days.getFirst()).containsEntry("date", "2026-12-15").containsEntry("kind", "WORKING_DAY");
        assertThat(days.get(10)).isEqualTo(Map.of("date", "2026-12-25", "kind", "HOLIDAY", "festive", true));
        assertThat(days.get(11)).isEqualTo(Map.of("date", "2026-12-26", "kind", "WEEKEND", "festive", false));
        assertThat(days.get(13)).isEqualTo(Map.of("date", "2026-12-28", "kind", "HOLIDAY", "festive", false));
        assertThat(days.getLast()).containsEntry("date", "2027-01-05");
        assertThat(calendar.getString("today")).isEqualTo("2026-12-17");
        // Boxing Day is a Saturday: it is had on the Monday.
        assertThat(calendar.<Map<String, String>>getList("bankHolidays"))
                .containsExactly(
                        Map.of("date", "2026-12-25", "name", "Christmas"),
                        Map.of("date", "2026-12-28", "name", "Boxing Day"),
                        Map.of("date", "2027-01-01", "name", "New Year's Day"));
    }

    @Test
    void lines_ofShortFestiveShifts_areADayEach() {
        List<Map<String, Object>> lines = calendar(CHRISTMAS).getList("rotations[0].lines");

        assertThat(lines).extracting(line -> line.get("first")).startsWith("2026-12-15", "2026-12-22", "2026-12-24");
        assertThat(lines).hasSize(2 + 10 + 1);
        assertThat(lines.get(1))
                .containsEntry("last", "2026-12-23")
                .containsEntry("from", "2026-12-22T12:00:00Z")
                .containsEntry("to", "2026-12-24T12:00:00Z")
                .containsEntry("festive", false);
        assertThat(lines.get(2)).containsEntry("festive", true).containsEntry("festiveDays", List.of("2026-12-25"));
    }

    @Test
    void lines_whereWeeksStayWhole_areWeeks() {
        JsonPath calendar = calendar(CHRISTMAS);

        assertThat(calendar.getList("rotations[1].lines.collect { it.first }"))
                .containsExactly("2026-12-15", "2026-12-22", "2026-12-29");
        assertThat(calendar.getList("rotations[1].lines.festiveDays"))
                .element(1)
                .isEqualTo(List.of("2026-12-25"));
        assertThat(calendar.getList("rotations[1].tiers")).containsExactly("a", "b");
    }

    @Test
    void wrongRequest_isRefusedWithEveryIssue() {
        Service.json("{\"team\": {\"members\": []}, \"from\": \"2027-01-05\", \"to\": \"soon\"}")
                .post("/api/calendars")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("instance", equalTo("/api/calendars"))
                .body("issues", hasSize(2));
    }

    @Test
    void request_isAnsweredWithItsDefaults() {
        Service.json(Service.QUICK)
                .post("/api/calendars")
                .then()
                .statusCode(200)
                .body("request.team.rotations[0].tiers.id", contains("primary", "secondary"));
    }
}
