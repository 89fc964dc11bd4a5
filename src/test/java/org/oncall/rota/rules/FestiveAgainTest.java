package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class FestiveAgainTest {
    private static final String RULE = "festive-again";

    @Test
    void festiveAgain_christmasAfterChristmas_costsOne() {
        Draft rota = Draft.of(winter().history("Ana", "primary", "2026-12-25", 1))
                .put("Ana", "secondary", "2027-12-25", 1)
                .put("Bo", "primary", "2027-12-25", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void festiveAgain_bothOnCallDaysThatTouchTheDay_costOne() {
        Draft rota =
                Draft.of(winter().history("Ana", "primary", "2026-12-24", 2)).put("Ana", "secondary", "2027-12-24", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void festiveAgain_twoFestiveDays_costTwo() {
        Draft rota = Draft.of(winter().history("Ana", "primary", "2026-12-25", 1))
                .put("Ana", "secondary", "2027-12-25", 1)
                .put("Ana", "secondary", "2028-01-01", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void festiveAgain_newYearBelongsToTheYearBefore() {
        ProblemBuilder lastWinter = winter().history("Ana", "primary", "2027-01-01", 1);
        ProblemBuilder twoWintersAgo = winter().history("Ana", "primary", "2026-01-01", 1);

        assertThat(Draft.of(lastWinter).put("Ana", "primary", "2027-12-25", 1).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(lastWinter).put("Ana", "primary", "2028-01-01", 1).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(twoWintersAgo)
                        .put("Ana", "primary", "2027-12-25", 1)
                        .charges(RULE))
                .isEmpty();
    }

    @Test
    void festiveAgain_sameWinter_isAnotherRulesBusiness() {
        ProblemBuilder problem =
                problem("Bo", "Ana").period("2027-12-28", "2028-02-01").history("Ana", "primary", "2027-12-25", 1);

        assertThat(Draft.of(problem).put("Ana", "primary", "2028-01-01", 1).charges(RULE))
                .isEmpty();
    }

    @Test
    void festiveAgain_somebodyElseWasOnCall_isFree() {
        Draft rota =
                Draft.of(winter().history("Bo", "primary", "2026-12-25", 1)).put("Ana", "primary", "2027-12-25", 1);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void festiveAgain_otherDayOfLastFestivePeriod_isFree() {
        Draft rota =
                Draft.of(winter().history("Ana", "primary", "2026-12-26", 5)).put("Ana", "primary", "2027-12-25", 1);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void festiveAgain_twoWintersInOnePlan_costsTheSecond() {
        Draft rota = Draft.of(problem("Bo", "Ana").period("2026-12-01", "2028-02-01"))
                .put("Ana", "primary", "2026-12-25", 1)
                .put("Ana", "primary", "2027-12-25", 1)
                .put("Bo", "primary", "2028-01-01", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
        assertThat(rota.breaches(RULE).getFirst().when().start()).isEqualTo("2027-12-25T12:00:00Z");
    }

    @Test
    void festiveAgain_inAnotherRotationLastYear_costsOne() {
        Draft rota = Draft.of(winter().rotation(rotation("one"))
                        .rotation(rotation("two"))
                        .history("Ana", "two", "primary", "2026-12-25", 1))
                .put("Ana", "one", "primary", "2028-01-01", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void festiveAgain_officeHoursThatDoNotFallOnTheDay_areFree() {
        Draft rota = Draft.of(winter().rotation(officeHours("support"))
                        .holidays("GB-ENG")
                        .history("Ana", "desk", "2026-12-24", 10))
                .put("Ana", "desk", "2027-12-20", 14);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void festiveAgain_nobody_isFree() {
        assertThat(Draft.of(winter().history("Ana", "primary", "2026-12-25", 1)).breaches(RULE))
                .isEmpty();
    }

    @Test
    void festiveAgain_sentence_namesThePersonAndTheTrueDate() {
        Draft rota =
                Draft.of(winter().history("Ana", "primary", "2026-12-25", 1)).put("Ana", "primary", "2027-12-24", 1);

        assertThat(rota.sentences(RULE))
                .containsExactly(
                        "Ana is on call on the festive day Sat 25 December 2027 and was on one the year" + " before.");
    }

    private static ProblemBuilder winter() {
        return problem("Bo", "Ana").period("2027-12-07", "2028-02-01");
    }
}
