package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class BackToBackTest {
    private static final String RULE = "back-to-back";

    @Test
    void backToBack_sixDaysRest_costsOneDay() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "primary", "2027-01-18", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void backToBack_sevenDaysRest_isFree() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "primary", "2027-01-19", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void backToBack_oneDayRestAndAnotherTier_costsSixDays() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-13", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 6");
    }

    @Test
    void backToBack_noRestAtAll_isOneStint() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-12", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void backToBack_threeStints_chargesEachRest() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 3)
                .put("Ana", "primary", "2027-01-10", 2)
                .put("Ana", "primary", "2027-01-16", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 5", "Ana 3");
    }

    @Test
    void backToBack_twoPeopleInTurn_areNotMixedUp() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Ana", "primary", "2027-01-19", 7)
                .put("Bo", "primary", "2027-01-26", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void backToBack_anotherRotation_isFree() {
        Draft rota = Draft.of(problem("Bo", "Ana").rotation(rotation("one")).rotation(rotation("two")))
                .put("Ana", "one", "primary", "2027-01-05", 7)
                .put("Ana", "two", "primary", "2027-01-14", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void backToBack_nobody_isFree() {
        assertThat(Draft.of(problem("Bo", "Ana")).breaches(RULE)).isEmpty();
    }

    @Test
    void backToBack_acrossHistory_costsTheMissingDays() {
        ProblemBuilder problem = february().history("Ana", "secondary", "2027-01-22", 7);

        // Last on call on 28 January; rest from the 29th.
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 7).charges(RULE))
                .containsExactly("Ana 3");
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-05", 7).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Bo", "primary", "2027-02-02", 7).charges(RULE))
                .isEmpty();
    }

    @Test
    void backToBack_withinHistory_isNotCharged() {
        ProblemBuilder problem =
                february().history("Ana", "primary", "2027-01-05", 7).history("Ana", "primary", "2027-01-14", 5);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 7).charges(RULE))
                .isEmpty();
    }

    @Test
    void backToBack_stintThatBeganInHistory_isNotItselfChargedButTheNextIs() {
        ProblemBuilder problem =
                february().history("Ana", "primary", "2027-01-20", 7).history("Ana", "primary", "2027-01-30", 3);

        assertThat(Draft.of(problem)
                        .put("Ana", "primary", "2027-02-02", 2)
                        .put("Ana", "primary", "2027-02-09", 2)
                        .charges(RULE))
                .containsExactly("Ana 2");
    }

    @Test
    void backToBack_bothStintsInTheFestivePeriod_wantsTwoDays() {
        assertThat(Draft.of(december())
                        .put("Ana", "primary", "2027-12-24", 2)
                        .put("Ana", "secondary", "2027-12-28", 2)
                        .charges(RULE))
                .isEmpty();
        assertThat(Draft.of(december())
                        .put("Ana", "primary", "2027-12-24", 2)
                        .put("Ana", "secondary", "2027-12-27", 2)
                        .charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void backToBack_oneStintOnlyPartlyInTheFestivePeriod_wantsSevenDays() {
        assertThat(Draft.of(december())
                        .put("Ana", "primary", "2027-12-23", 2)
                        .put("Ana", "primary", "2027-12-27", 1)
                        .charges(RULE))
                .containsExactly("Ana 5");
        assertThat(Draft.of(december())
                        .put("Ana", "primary", "2027-12-30", 1)
                        .put("Ana", "primary", "2028-01-02", 2)
                        .charges(RULE))
                .containsExactly("Ana 5");
    }

    @Test
    void backToBack_festiveStintInHistory_wantsTwoDays() {
        ProblemBuilder problem =
                problem("Bo", "Ana").period("2027-12-28", "2028-02-22").history("Ana", "primary", "2027-12-25", 2);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-12-28", 1).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-12-29", 1).charges(RULE))
                .isEmpty();
    }

    @Test
    void backToBack_restOfTheRotation_isWhatCounts() {
        ProblemBuilder problem =
                problem("Bo", "Ana").rotation(rotation("on-call").rest(14));

        assertThat(Draft.of(problem)
                        .put("Ana", "primary", "2027-01-05", 7)
                        .put("Ana", "primary", "2027-01-22", 7)
                        .charges(RULE))
                .containsExactly("Ana 4");
    }

    @Test
    void backToBack_festiveRestLongerThanTheOrdinary_isStillCharged() {
        ProblemBuilder problem = problem("Bo", "Ana")
                .period("2027-12-07", "2028-02-01")
                .rotation(rotation("on-call").rest(1).festiveRest(4));

        assertThat(Draft.of(problem)
                        .put("Ana", "primary", "2027-12-24", 1)
                        .put("Ana", "primary", "2027-12-27", 1)
                        .charges(RULE))
                .containsExactly("Ana 2");
    }

    @Test
    void backToBack_officeHoursOverAWeekend_isOneStint() {
        Draft rota = Draft.of(problem("Bo", "Ana").rotation(officeHours("support")))
                .put("Ana", "desk", "2027-01-11", 5)
                .put("Ana", "desk", "2027-01-18", 5);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void backToBack_officeHours_restCountsTheWeekend() {
        Draft rota = Draft.of(problem("Bo", "Ana").rotation(officeHours("support")))
                .put("Ana", "desk", "2027-01-11", 5)
                .put("Ana", "desk", "2027-01-19", 2);

        // Saturday, Sunday and Monday are three days of rest.
        assertThat(rota.charges(RULE)).containsExactly("Ana 4");
    }

    @Test
    void backToBack_sentence_namesThePersonTheRestAndTheDays() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "primary", "2027-01-18", 7);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana would be on call in on-call again from Mon 18 January 2027, 6 days of rest after"
                        + " the stint whose last day is Mon 11 January 2027; rest of 7 days is required.");
    }

    private static ProblemBuilder february() {
        return problem("Bo", "Ana").period("2027-02-02", "2027-03-30");
    }

    private static ProblemBuilder december() {
        return problem("Bo", "Ana").period("2027-12-07", "2028-02-01");
    }
}
