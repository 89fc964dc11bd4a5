package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class DoubleDutyTest {
    private static final String RULE = "double-duty";

    @Test
    void doubleDuty_twoRotationsOnADate_costsEachDate() {
        Draft rota = Draft.of(onCallAndSupport())
                .put("Ana", "on-call", "primary", "2027-01-13", 7)
                .put("Ana", "support", "desk", "2027-01-11", 5)
                .put("Bo", "on-call", "secondary", "2027-01-13", 7);

        // Wednesday 13, Thursday 14 and Friday 15.
        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Ana 1");
        assertThat(rota.sentences(RULE).getFirst())
                .isEqualTo("Ana serves more than one rotation on Wed 13 January 2027.");
    }

    @Test
    void doubleDuty_oneRotationEach_isFree() {
        Draft rota = Draft.of(onCallAndSupport())
                .put("Ana", "on-call", "primary", "2027-01-12", 7)
                .put("Bo", "support", "desk", "2027-01-11", 5);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void doubleDuty_oneRotationAfterTheOther_isFree() {
        Draft rota = Draft.of(onCallAndSupport())
                .put("Ana", "on-call", "primary", "2027-01-16", 2)
                .put("Ana", "support", "desk", "2027-01-11", 5)
                .put("Ana", "support", "desk", "2027-01-18", 5);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void doubleDuty_twoTiersOfOneRotation_isAnotherRulesBusiness() {
        Draft rota = Draft.of(onCallAndSupport())
                .put("Ana", "on-call", "primary", "2027-01-12", 7)
                .put("Ana", "on-call", "secondary", "2027-01-12", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void doubleDuty_threeRotationsOnADate_costsOne() {
        Draft rota = Draft.of(onCallAndSupport().rotation(rotation("third")))
                .put("Ana", "on-call", "primary", "2027-01-13", 1)
                .put("Ana", "support", "desk", "2027-01-13", 1)
                .put("Ana", "third", "secondary", "2027-01-13", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void doubleDuty_secondAndThirdRotation_costsOne() {
        Draft rota = Draft.of(onCallAndSupport().rotation(rotation("third")))
                .put("Ana", "support", "desk", "2027-02-23", 3)
                .put("Ana", "third", "secondary", "2027-02-25", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
        assertThat(rota.sentences(RULE)).containsExactly("Ana serves more than one rotation on Thu 25 February 2027.");
    }

    @Test
    void doubleDuty_history_doesNotCount() {
        Draft rota = Draft.of(onCallAndSupport().history("Ana", "on-call", "primary", "2026-12-29", 7))
                .put("Ana", "support", "desk", "2027-01-05", 3);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void doubleDuty_oneRotation_doesNotApply() {
        Draft rota = Draft.of(problem("Ana", "Bo")).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void doubleDuty_nobody_isFree() {
        assertThat(Draft.of(onCallAndSupport()).breaches(RULE)).isEmpty();
    }

    private static ProblemBuilder onCallAndSupport() {
        return problem("Ana", "Bo").rotation(rotation("on-call")).rotation(officeHours("support"));
    }
}
