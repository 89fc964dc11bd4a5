package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class HalfTheTimeTest {
    private static final String RULE = "half-the-time";

    @Test
    void halfTheTime_justUnderHalf_isFree() {
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 27);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void halfTheTime_exactlyHalf_costsOne() {
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 28);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void halfTheTime_daysOverHalf_costThoseDays() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 20)
                .put("Ana", "secondary", "2027-02-01", 11)
                .put("Bo", "secondary", "2027-01-05", 20);

        assertThat(rota.charges(RULE)).containsExactly("Ana 3");
    }

    @Test
    void halfTheTime_oddPeriod_roundsUp() {
        ProblemBuilder odd = problem("Bo", "Ana").period("2027-01-05", "2027-03-03"); // 57 days

        assertThat(Draft.of(odd).put("Ana", "primary", "2027-01-05", 28).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(odd).put("Ana", "primary", "2027-01-05", 29).charges(RULE))
                .containsExactly("Ana 1"); // 29 - 28.5, rounded up
        assertThat(Draft.of(odd).put("Ana", "primary", "2027-01-05", 31).charges(RULE))
                .containsExactly("Ana 3");
    }

    @Test
    void halfTheTime_bothTiersOnADay_countsTheDayOnce() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 27)
                .put("Ana", "secondary", "2027-01-05", 27);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void halfTheTime_twoOnCallRotations_areCountedTogetherByDate() {
        ProblemBuilder problem = problem("Bo", "Ana").rotation(rotation("one")).rotation(rotation("two"));

        assertThat(Draft.of(problem)
                        .put("Ana", "one", "primary", "2027-01-05", 20)
                        .put("Ana", "two", "primary", "2027-01-15", 20)
                        .charges(RULE))
                .containsExactly("Ana 2"); // 30 dates, 10 of them twice
    }

    @Test
    void halfTheTime_officeHours_doNotCount() {
        Draft rota = Draft.of(problem("Bo", "Ana").rotation(rotation("on-call")).rotation(officeHours("support")))
                .put("Ana", "on-call", "primary", "2027-01-05", 27)
                .put("Ana", "support", "desk", "2027-02-01", 29);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void halfTheTime_newcomer_isJudgedOverTheirDaysOnTheRota() {
        ProblemBuilder problem = problem("Bo").member(member("Ana").from("2027-02-09")); // 21 days to 1 March

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-09", 10).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-09", 11).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void halfTheTime_neverOnTheRotaInThePeriod_isAnotherRulesBusiness() {
        Draft rota =
                Draft.of(problem("Bo").member(member("Ana").from("2028-01-01"))).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void halfTheTime_nobody_isFree() {
        assertThat(Draft.of(problem("Bo", "Ana")).breaches(RULE)).isEmpty();
    }

    @Test
    void halfTheTime_periodOf28Days_isJudgedWithoutHistory() {
        ProblemBuilder problem = problem("Bo", "Ana").period("2027-02-02", "2027-03-02");

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 14).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void halfTheTime_longPeriod_doesNotLookBackIntoHistory() {
        Draft rota = Draft.of(problem("Bo", "Ana").history("Ana", "primary", "2026-11-10", 7))
                .put("Ana", "primary", "2027-01-05", 27);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void halfTheTime_shortPeriodWithoutHistory_isNotJudged() {
        Draft rota = Draft.of(twoWeeks()).put("Ana", "primary", "2027-02-02", 14);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void halfTheTime_shortPeriodWithHistory_isStretchedBackTo28Days() {
        // The 28 days up to 15 February begin on 19 January.
        ProblemBuilder problem =
                twoWeeks().history("Bo", "primary", "2027-01-19", 1).history("Ana", "secondary", "2027-01-21", 9);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-09", 4).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-09", 5).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-08", 7).charges(RULE))
                .containsExactly("Ana 2");
    }

    @Test
    void halfTheTime_historyBeforeThe28Days_doesNotCount() {
        ProblemBuilder problem = twoWeeks().history("Ana", "primary", "2027-01-12", 8); // only the 19th is within

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 12).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 13).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void halfTheTime_historyThatDoesNotReachBackFarEnough_isNotJudged() {
        ProblemBuilder problem = twoWeeks().history("Ana", "primary", "2027-01-20", 13);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-02-02", 14).charges(RULE))
                .isEmpty();
    }

    @Test
    void halfTheTime_historyOfOfficeHoursOnly_isNotJudged() {
        ProblemBuilder problem = twoWeeks()
                .rotation(rotation("on-call"))
                .rotation(officeHours("support"))
                .history("Ana", "support", "desk", "2027-01-04", 21);

        assertThat(Draft.of(problem)
                        .put("Ana", "on-call", "primary", "2027-02-02", 14)
                        .charges(RULE))
                .isEmpty();
    }

    @Test
    void halfTheTime_noDayInThePeriod_isNotCharged() {
        ProblemBuilder problem = twoWeeks().history("Ana", "primary", "2027-01-19", 14);

        assertThat(Draft.of(problem).put("Bo", "primary", "2027-02-02", 7).charges(RULE))
                .isEmpty();
    }

    @Test
    void halfTheTime_sentence_namesThePersonAndTheDays() {
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 30);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana is on call on 30 of 56 days on the rota; it must be under half.");
    }

    private static ProblemBuilder twoWeeks() {
        return problem("Bo", "Ana").period("2027-02-02", "2027-02-16");
    }
}
