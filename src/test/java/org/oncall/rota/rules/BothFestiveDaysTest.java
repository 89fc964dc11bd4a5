package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class BothFestiveDaysTest {
    private static final String RULE = "both-festive-days";

    @Test
    void bothFestiveDays_christmasAndNewYear_costsOne() {
        Draft rota = Draft.of(winter()).put("Ana", "primary", "2027-12-25", 1).put("Ana", "secondary", "2028-01-01", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void bothFestiveDays_morningsOfBoth_costsOne() {
        // The on-call days of 24 and 31 December run to midday of the festive day.
        Draft rota = Draft.of(winter()).put("Ana", "primary", "2027-12-24", 1).put("Ana", "primary", "2027-12-31", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void bothFestiveDays_allFourOnCallDays_costsOne() {
        Draft rota = Draft.of(winter()).put("Ana", "primary", "2027-12-24", 2).put("Ana", "primary", "2027-12-31", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void bothFestiveDays_twoOnCallDaysOfOneFestiveDay_isFree() {
        Draft rota = Draft.of(winter()).put("Ana", "primary", "2027-12-24", 2);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void bothFestiveDays_onePersonEach_isFree() {
        Draft rota = Draft.of(winter()).put("Ana", "primary", "2027-12-25", 1).put("Bo", "primary", "2028-01-01", 1);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void bothFestiveDays_otherDaysOfThePeriod_areFree() {
        Draft rota = Draft.of(winter()).put("Ana", "primary", "2027-12-25", 6).put("Ana", "primary", "2028-01-02", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void bothFestiveDays_inTwoRotations_costsOne() {
        Draft rota = Draft.of(winter().rotation(rotation("one")).rotation(rotation("two")))
                .put("Ana", "one", "primary", "2028-01-01", 1)
                .put("Ana", "two", "primary", "2027-12-25", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void bothFestiveDays_oneInHistory_costsOne() {
        ProblemBuilder problem = afterChristmas().history("Ana", "secondary", "2027-12-25", 2);

        assertThat(Draft.of(problem).put("Ana", "primary", "2028-01-01", 1).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(problem).put("Bo", "primary", "2028-01-01", 1).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "primary", "2028-01-04", 7).charges(RULE))
                .isEmpty();
    }

    @Test
    void bothFestiveDays_oneFestiveDayAcrossTheStart_isStillOne() {
        ProblemBuilder problem =
                problem("Bo", "Ana").period("2027-12-25", "2028-02-01").history("Ana", "primary", "2027-12-24", 1);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-12-25", 1).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem)
                        .put("Ana", "primary", "2027-12-25", 1)
                        .put("Ana", "primary", "2027-12-31", 1)
                        .charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void bothFestiveDays_yearBefore_isAnotherRulesBusiness() {
        ProblemBuilder problem = winter().history("Ana", "primary", "2027-01-01", 1);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-12-25", 1).charges(RULE))
                .isEmpty();
    }

    @Test
    void bothFestiveDays_twoFestivePeriodsInOnePlan_costsOneEach() {
        ProblemBuilder problem = problem("Bo", "Ana").period("2026-12-01", "2028-02-01");

        assertThat(Draft.of(problem)
                        .put("Ana", "primary", "2026-12-25", 1)
                        .put("Ana", "primary", "2027-01-01", 1)
                        .put("Ana", "primary", "2027-12-25", 1)
                        .put("Ana", "primary", "2028-01-01", 1)
                        .put("Bo", "secondary", "2027-01-01", 1)
                        .put("Bo", "secondary", "2027-12-25", 1)
                        .charges(RULE))
                .containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void bothFestiveDays_coverageThatEndsTheEveningBefore_isFree() {
        Draft rota = Draft.of(winter().rotation(rotation("evenings").everyDay("16:00-22:00")))
                .put("Ana", "primary", "2027-12-24", 1)
                .put("Ana", "primary", "2028-01-01", 1);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void bothFestiveDays_leftUncovered_isFree() {
        Draft rota = Draft.of(winter().rotation(rotation("on-call").festiveUncovered()))
                .put("Ana", "primary", "2027-12-24", 2)
                .put("Ana", "primary", "2027-12-31", 2);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void bothFestiveDays_oneOnCallDayThatTouchesTwo_costsOne() {
        Draft rota = Draft.of(winter().rotation(rotation("on-call").festive("12-24", "01-02", "12-25", "12-26")))
                .put("Ana", "primary", "2027-12-25", 1)
                .put("Bo", "secondary", "2027-12-26", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void bothFestiveDays_periodWithinOneYear_isReadByItsYear() {
        Draft rota = Draft.of(
                        problem("Bo", "Ana").rotation(rotation("on-call").festive("02-01", "02-20", "02-03", "02-17")))
                .put("Ana", "primary", "2027-02-03", 1)
                .put("Ana", "primary", "2027-02-16", 1)
                .put("Bo", "secondary", "2027-02-03", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void bothFestiveDays_nobody_isFree() {
        assertThat(Draft.of(winter()).breaches(RULE)).isEmpty();
    }

    @Test
    void bothFestiveDays_sentence_namesThePersonAndTheLastDay() {
        Draft rota = Draft.of(winter()).put("Ana", "primary", "2027-12-25", 1).put("Ana", "primary", "2028-01-01", 1);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana is on call on 2 festive days of one festive period, the last on"
                        + " Sat 1 January 2028; nobody bears more than one.");
    }

    private static ProblemBuilder winter() {
        return problem("Bo", "Ana").period("2027-12-07", "2028-02-01");
    }

    private static ProblemBuilder afterChristmas() {
        return problem("Bo", "Ana").period("2027-12-28", "2028-02-01");
    }
}
