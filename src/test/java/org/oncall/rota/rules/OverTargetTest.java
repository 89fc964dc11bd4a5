package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class OverTargetTest {
    private static final String RULE = "over-target";

    @Test
    void overTarget_targetRoundedUp_isFree() {
        // 30 % of 56 days is 16.8.
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 17);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void overTarget_daysAbove_costEach() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 12)
                .put("Ana", "secondary", "2027-02-01", 8)
                .put("Bo", "secondary", "2027-01-05", 18);

        assertThat(rota.charges(RULE)).containsExactly("Bo 1", "Ana 3");
    }

    @Test
    void overTarget_wholeTarget_isNotRoundedUpFurther() {
        ProblemBuilder fiftyDays = problem("Bo", "Ana").period("2027-01-05", "2027-02-24"); // 30 % is 15

        assertThat(Draft.of(fiftyDays).put("Ana", "primary", "2027-01-05", 15).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(fiftyDays).put("Ana", "primary", "2027-01-05", 16).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void overTarget_newcomer_isJudgedOverTheirDaysOnTheRota() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").from("2027-02-02")))
                .put("Ana", "primary", "2027-02-02", 11);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2"); // 30 % of 28 days, rounded up, is 9
    }

    @Test
    void overTarget_neverOnTheRota_hasNoTarget() {
        Draft rota =
                Draft.of(problem("Bo").member(member("Ana").from("2028-01-01"))).put("Ana", "primary", "2027-02-02", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2");
    }

    @Test
    void overTarget_shareOfFullTime_makesNoDifference() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").share(0.5))).put("Ana", "primary", "2027-01-05", 17);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void overTarget_severalRotations_countDatesOfOnCallOnlyAndOnce() {
        Draft rota = Draft.of(problem("Bo", "Ana")
                        .rotation(rotation("one"))
                        .rotation(rotation("two"))
                        .rotation(officeHours("support")))
                .put("Ana", "one", "primary", "2027-01-05", 12)
                .put("Ana", "two", "secondary", "2027-01-10", 12)
                .put("Ana", "support", "desk", "2027-02-08", 15);

        assertThat(rota.breaches(RULE)).isEmpty(); // 17 dates
        assertThat(rota.put("Ana", "two", "secondary", "2027-02-23", 1).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void overTarget_history_doesNotCount() {
        Draft rota = Draft.of(problem("Bo", "Ana").history("Ana", "primary", "2026-12-08", 28))
                .put("Ana", "primary", "2027-01-05", 17);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void overTarget_nobody_isFree() {
        assertThat(Draft.of(problem("Bo", "Ana")).breaches(RULE)).isEmpty();
    }

    @Test
    void overTarget_sentence_namesThePersonAndTheTarget() {
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 19);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana is on call on 19 days, 2 above the target of 30 % (17 days).");
    }
}
