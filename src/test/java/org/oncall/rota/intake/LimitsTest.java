package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.accepted;
import static org.oncall.rota.intake.Requests.issues;
import static org.oncall.rota.intake.Requests.namesWith;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The largest requests that are accepted, and the smallest that are not. */
class LimitsTest {
    private static String list(int size, IntFunction<String> entry) {
        return IntStream.range(0, size).mapToObj(entry).collect(Collectors.joining(",", "[", "]"));
    }

    private static void assertTooMany(String json, String pointer, String start) {
        assertThat(issues(json)).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("too-many");
            assertThat(issue.pointer()).isEqualTo(pointer);
            assertThat(issue.sentence()).startsWith(start).contains(" Maybe ");
        });
    }

    private static String members(int size) {
        return namesWith("/team/members", list(size, i -> "\"M" + i + "\""));
    }

    @Test
    void members_twoHundred_areAccepted() {
        accepted(members(200));
        assertTooMany(members(201), "/team/members", "The members (201) of the team must be 1 to 200.");
    }

    private static String leave(int size) {
        String day = "{\"from\": \"2027-02-08\", \"to\": \"2027-02-08\"}";
        return namesWith("/team/members/0", "{\"name\": \"Ana\", \"leave\": " + list(size, i -> day) + "}");
    }

    @Test
    void leave_fourHundredTimes_isAccepted() {
        accepted(leave(400));
        assertTooMany(
                leave(401), "/team/members/0/leave", "The leave (401 entries) of member (Ana) must be at most 400.");
    }

    private static String rotations(int size) {
        return namesWith(
                "/team/rotations", list(size, i -> "{\"id\": \"r" + i + "\", \"tiers\": [{\"id\": \"sre\"}]}"));
    }

    @Test
    void rotations_twentyWithOneTierEach_areAccepted() {
        accepted(rotations(20));
        assertTooMany(
                rotations(21),
                "/team/rotations",
                "The rotations (21) of the team have 21 tiers and must together have at most 20.");
    }

    private static String windows(int size) {
        return namesWith(
                "/team/rotations", "[{\"coverage\": {\"weekends\": " + list(size, i -> "\"07:00-22:00\"") + "}}]");
    }

    @Test
    void windows_fortyEight_areAccepted() {
        accepted(windows(48));
        assertTooMany(
                windows(49),
                "/team/rotations/0/coverage/weekends",
                "The weekends (49 windows) of the coverage of rotation (on-call) must be at most 48.");
    }

    @Test
    void period_twoYears_isAccepted() {
        accepted(namesWith("/to", "\"2029-01-05\""));
    }

    @Test
    void period_oneDay_isAccepted() {
        assertThat(accepted(namesWith("/to", "\"2027-01-06\"")).problem().slots())
                .hasSize(2);
    }

    @Test
    void period_firstAndLastYear_areAccepted() {
        accepted(Requests.with(namesWith("/from", "\"1990-01-01\""), "/to", "\"1990-07-01\""));
        accepted(Requests.with(namesWith("/from", "\"2200-12-01\""), "/to", "\"2202-12-01\""));
    }

    @Test
    void numbers_atTheirEnds_areAccepted() {
        accepted(namesWith("/team/rotations", "[{\"longest\": \"P60D\", \"rest\": \"P365D\", \"supervised\": 20}]"));
        accepted(namesWith("/team/rotations", "[{\"longest\": \"P1D\", \"rest\": \"P0D\", \"supervised\": 0}]"));
        accepted(namesWith("/rules", "{\"wish\": 0, \"changed\": 1000000}"));
        accepted(namesWith("/solve", "{\"limit\": \"PT0.1S\", \"moves\": 1, \"seed\": -9223372036854775808}"));
        accepted(namesWith("/solve", "{\"limit\": \"PT10M\"}"));
    }

    @Test
    void festiveDaysInARow_areAcceptedWhereNoOnCallDayFallsOnTwo() {
        String festive = "\"festive\": {\"days\": [\"12-25\", \"12-26\"]%s}";
        String december = namesWith("/from", "\"2026-12-01\"");

        accepted(Requests.with(
                december, "/team/rotations", "[{\"handover\": {\"time\": \"00:00\"}, " + festive.formatted("") + "}]"));
        accepted(Requests.with(december, "/team/rotations", "[{" + festive.formatted(", \"cover\": false") + "}]"));
        accepted(Requests.with(
                december,
                "/team/rotations",
                "[{\"coverage\": {\"workingDays\": [\"13:00-17:00\"], \"weekends\": [\"13:00-17:00\"],"
                        + " \"holidays\": [\"13:00-17:00\"]}, " + festive.formatted("") + "}]"));
    }
}
