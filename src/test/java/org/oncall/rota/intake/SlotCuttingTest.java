package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.accepted;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;

/** How shifts of the history and of a published rota become slots; on-call days begin at noon unless said otherwise. */
class SlotCuttingTest {
    private static final String OFFICE_HOURS = """
            {"kind": "IN_HOURS", "handover": {"time": "00:00"}, "coverage": {"workingDays": ["09:00-17:00"]},
             "tiers": [{"id": "primary"}]}
            """;

    private static RotaProblem problem(String rotation, String history, String published) {
        return accepted("""
                        {"team": {"members": ["Ana", "Bo", "Cy"], "rotations": [%s]},
                         "from": "2027-01-05", "to": "2027-01-19", "history": [%s], "published": [%s]}
                        """.formatted(rotation, history, published)).problem();
    }

    private static String shift(String tier, String member, String from, String to) {
        return """
                {"rotation": "on-call", "tier": "%s", "member": "%s", "from": "%s", "to": "%s"}
                """.formatted(tier, member, from, to);
    }

    private static String primary(String member, String from, String to) {
        return shift("primary", member, from, to);
    }

    private static List<String> show(List<Holding> holdings) {
        return holdings.stream()
                .map(holding -> holding.slot().tier() + " " + holding.slot().date() + " " + holding.member())
                .toList();
    }

    private static List<String> history(String... shifts) {
        return show(problem("{}", String.join(",", shifts), "").history());
    }

    @Test
    void wholeDays_belongToTheirMember() {
        assertThat(history(primary("Ana", "2026-12-31T12:00:00Z", "2027-01-02T12:00:00Z")))
                .containsExactly("primary 2026-12-31 Ana", "primary 2027-01-01 Ana");
    }

    @Test
    void otherOffset_isTheSameInstant() {
        assertThat(history(primary("Ana", "2026-12-31T13:00:00+01:00", "2027-01-01T13:00:00+01:00")))
                .containsExactly("primary 2026-12-31 Ana");
    }

    @Test
    void midnightHandovers_giveTheDayToWhoHasItsFirstHalf() {
        assertThat(history(
                        primary("Ana", "2026-12-29T00:00:00Z", "2026-12-31T00:00:00Z"),
                        primary("Bo", "2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z")))
                .containsExactly("primary 2026-12-29 Ana", "primary 2026-12-30 Ana", "primary 2026-12-31 Bo");
    }

    @Test
    void secondHalf_alone_isNotTheDay() {
        assertThat(history(primary("Ana", "2026-12-30T00:00:00Z", "2026-12-30T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void lessThanHalf_isNotTheDay() {
        assertThat(history(primary("Ana", "2026-12-30T12:00:00Z", "2026-12-30T23:59:00Z")))
                .isEmpty();
    }

    @Test
    void moreThanHalf_isTheDayWhereverItLies() {
        assertThat(history(primary("Ana", "2026-12-30T23:59:00Z", "2026-12-31T12:00:00Z")))
                .containsExactly("primary 2026-12-30 Ana");
    }

    @Test
    void coverageHours_countAndNotTheClock() {
        assertThat(show(problem(
                                OFFICE_HOURS,
                                primary("Ana", "2026-12-30T09:00:00Z", "2026-12-30T13:00:00Z") + ","
                                        + primary("Bo", "2026-12-30T13:00:00Z", "2026-12-31T17:00:00Z"),
                                "")
                        .history()))
                .containsExactly("primary 2026-12-30 Ana", "primary 2026-12-31 Bo");
    }

    @Test
    void dayWithoutCoverage_isNobodys() {
        assertThat(show(problem(OFFICE_HOURS, primary("Ana", "2026-12-31T00:00:00Z", "2027-01-05T00:00:00Z"), "")
                        .history()))
                .containsExactly("primary 2026-12-31 Ana", "primary 2027-01-04 Ana");
    }

    @Test
    void shiftAcrossTheStart_isHistoryBeforeItAndPublishedAfterIt() {
        String across = primary("Ana", "2027-01-03T12:00:00Z", "2027-01-07T12:00:00Z");
        RotaProblem problem = problem("{}", across, across);

        assertThat(show(problem.history())).containsExactly("primary 2027-01-03 Ana", "primary 2027-01-04 Ana");
        assertThat(show(problem.published())).containsExactly("primary 2027-01-05 Ana", "primary 2027-01-06 Ana");
    }

    @Test
    void historyInTheHoursBeforeTheFirstHandover_isAccepted() {
        assertThat(history(primary("Ana", "2027-01-04T12:00:00Z", "2027-01-05T06:00:00Z")))
                .containsExactly("primary 2027-01-04 Ana");
    }

    @Test
    void publishedPastTheEnd_isCutThere() {
        RotaProblem problem = problem("{}", "", primary("Ana", "2027-01-17T12:00:00Z", "2027-02-01T12:00:00Z"));

        assertThat(show(problem.published())).containsExactly("primary 2027-01-17 Ana", "primary 2027-01-18 Ana");
    }

    @Test
    void publishedBeforeTheStart_isPassedOver() {
        assertThat(problem("{}", "", primary("Ana", "2026-12-17T12:00:00Z", "2027-01-05T12:00:00Z"))
                        .published())
                .isEmpty();
    }

    @Test
    void tiers_areSortedAsInTheRotationAndThenByDate() {
        assertThat(history(
                        shift("secondary", "Cy", "2027-01-01T12:00:00Z", "2027-01-02T12:00:00Z"),
                        primary("Bo", "2027-01-02T12:00:00Z", "2027-01-03T12:00:00Z"),
                        primary("Ana", "2027-01-01T12:00:00Z", "2027-01-02T12:00:00Z")))
                .containsExactly("primary 2027-01-01 Ana", "primary 2027-01-02 Bo", "secondary 2027-01-01 Cy");
    }

    @Test
    void dayOfTwentyFiveHours_hasItsHalfLater() {
        String night = "{\"handover\": {\"time\": \"00:00\"}, \"tiers\": [{\"id\": \"primary\"}]}";
        RotaProblem problem = problem(night, primary("Ana", "2026-10-24T23:00:00Z", "2026-10-25T11:00:00Z"), "");
        assertThat(problem.history()).isEmpty();

        problem = problem(night, primary("Ana", "2026-10-24T23:00:00Z", "2026-10-25T11:30:00Z"), "");
        assertThat(show(problem.history())).containsExactly("primary 2026-10-25 Ana");
    }

    @Test
    void schedule_startsTheDayBeforeTheEarliestHistoryOfItsRotation() {
        RotaProblem problem =
                problem("{}, {\"id\": \"desk\"}", primary("Ana", "2026-12-31T12:00:00Z", "2027-01-02T12:00:00Z"), "");

        assertThat(problem.schedules().get(0).days().getFirst().date()).isEqualTo("2026-12-30");
        assertThat(problem.schedules().get(0).planned().getFirst().date()).isEqualTo("2027-01-05");
        assertThat(problem.schedules().get(1).days().getFirst().date()).isEqualTo("2027-01-05");
        assertThat(problem.schedules().get(1).planned())
                .extracting(OnCallDay::date)
                .endsWith(LocalDate.parse("2027-01-18"))
                .hasSize(14);
    }
}
