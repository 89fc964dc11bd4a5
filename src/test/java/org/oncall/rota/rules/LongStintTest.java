package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class LongStintTest {
    private static final String RULE = "long-stint";

    @Test
    void longStint_sevenDays_isFree() {
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void longStint_tenDays_costsThree() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 10)
                .put("Bo", "primary", "2027-01-15", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 3");
    }

    @Test
    void longStint_tiersTakenInTurn_isStillOneStint() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 5)
                .put("Ana", "secondary", "2027-01-10", 4);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2");
    }

    @Test
    void longStint_twoPeopleRunning_areNotMixedUp() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void longStint_twoRotationsRunning_areNotOneStint() {
        Draft rota = Draft.of(problem("Bo", "Ana").rotation(rotation("one")).rotation(rotation("two")))
                .put("Ana", "one", "primary", "2027-01-05", 7)
                .put("Ana", "two", "primary", "2027-01-12", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void longStint_nobody_isFree() {
        assertThat(Draft.of(problem("Bo", "Ana")).breaches(RULE)).isEmpty();
    }

    @Test
    void longStint_acrossTheStart_countsFromItsFirstDayInHistory() {
        Draft rota = Draft.of(february().history("Ana", "secondary", "2027-01-29", 4))
                .put("Ana", "primary", "2027-02-02", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2");
        assertThat(rota.breaches(RULE).getFirst().when().start()).isEqualTo("2027-01-29T12:00:00Z");
    }

    @Test
    void longStint_tooLongInHistoryAlready_chargesOnlyDaysInThePeriod() {
        ProblemBuilder problem = february().history("Ana", "primary", "2027-01-23", 10);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 1).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(problem).charges(RULE)).isEmpty();
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-03", 7).charges(RULE))
                .isEmpty();
    }

    @Test
    void longStint_handoverMovedOffABankHoliday_allowsOneDayMore() {
        ProblemBuilder problem = problem("Bo", "Ana").holidaysOn("2027-02-09");

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 8).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-01", 9).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void longStint_eightDaysThatEndElsewhere_costsOne() {
        ProblemBuilder problem = problem("Bo", "Ana").holidaysOn("2027-02-09");

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-03", 8).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 9).charges(RULE))
                .containsExactly("Ana 2");
    }

    @Test
    void longStint_handoverMovedOverTwoBankHolidays_allowsTwoDaysMore() {
        ProblemBuilder problem = problem("Bo", "Ana").holidaysOn("2027-02-09", "2027-02-10");

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 9).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 8).charges(RULE))
                .containsExactly("Ana 1"); // ends on Wednesday 10 February, no handover day
    }

    @Test
    void longStint_endsThePeriodAtAMovedHandover_allowsOneDayMore() {
        Draft rota = Draft.of(
                        problem("Bo", "Ana").period("2027-01-05", "2027-02-10").holidaysOn("2027-02-09"))
                .put("Ana", "primary", "2027-02-02", 8);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void longStint_threeDaysInTheFestivePeriod_costsOne() {
        assertThat(Draft.of(december()).put("Ana", "primary", "2027-12-24", 2).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(december()).put("Ana", "primary", "2027-12-24", 3).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void longStint_intoTheFestivePeriod_countsOnlyItsFestiveDaysThere() {
        Draft rota = Draft.of(december()).put("Ana", "primary", "2027-12-21", 5);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void longStint_beyondBothLimits_countsADayOnce() {
        Draft rota = Draft.of(december()).put("Ana", "primary", "2027-12-21", 8);

        // 26, 27 and 28 December; the last is beyond the week as well. Without bank holidays Tuesday 28 is no holiday.
        assertThat(rota.charges(RULE)).containsExactly("Ana 3");
    }

    @Test
    void longStint_outOfTheFestivePeriod_costsTheDaysBeyondTwoInIt() {
        Draft rota = Draft.of(december()).put("Ana", "primary", "2027-12-30", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2"); // 1 and 2 January
    }

    @Test
    void longStint_festiveDaysInHistory_countTowardsTheTwo() {
        Draft rota = Draft.of(problem("Bo", "Ana")
                        .period("2027-12-26", "2028-02-01")
                        .history("Ana", "primary", "2027-12-24", 2))
                .put("Ana", "primary", "2027-12-26", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2");
    }

    @Test
    void longStint_officeHoursOverAWeekend_countsCalendarDays() {
        ProblemBuilder support = problem("Bo", "Ana").rotation(officeHours("support"));

        assertThat(Draft.of(support).put("Ana", "desk", "2027-01-11", 5).charges(RULE))
                .isEmpty();
        // From a Friday to the Thursday after is a week.
        assertThat(Draft.of(support).put("Ana", "desk", "2027-01-15", 7).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(support).put("Ana", "desk", "2027-01-11", 8).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(support).put("Ana", "desk", "2027-01-11", 12).charges(RULE))
                .containsExactly("Ana 5");
    }

    @Test
    void longStint_officeHoursEndingBeforeAHolidayWithoutCover_allowsTheMovedDay() {
        Draft rota = Draft.of(problem("Bo", "Ana")
                        .holidaysOn("2027-02-08")
                        .rotation(officeHours("support").longest(4)))
                .put("Ana", "desk", "2027-02-01", 5);

        // Monday 8 February is a holiday, so hands change on Tuesday 9: Friday may be the fifth day.
        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void longStint_longestOfTheRotation_isWhatCounts() {
        Draft rota = Draft.of(problem("Bo", "Ana")
                        .rotation(rotation("on-call").longest(14).festiveLongest(3)))
                .put("Ana", "primary", "2027-01-05", 16);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2");
    }

    @Test
    void longStint_sentence_namesThePersonAndTheLength() {
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 8);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana is on call in on-call for 8 days running from Tue 5 January 2027"
                        + " to Tue 12 January 2027, 1 day too many.");
    }

    private static ProblemBuilder february() {
        return problem("Bo", "Ana").period("2027-02-02", "2027-03-30");
    }

    private static ProblemBuilder december() {
        return problem("Bo", "Ana").period("2027-12-07", "2028-02-01");
    }
}
