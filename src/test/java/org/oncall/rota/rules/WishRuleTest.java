package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;

class WishRuleTest {
    private static final String RULE = "wish";

    @Test
    void wish_daysToAvoid_costOneEach() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").avoids("2027-01-08", "2027-01-10")))
                .put("Ana", "primary", "2027-01-05", 5)
                .put("Bo", "secondary", "2027-01-05", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void wish_daysAskedFor_earnOneEach() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").wants("2027-01-06", "2027-01-06")))
                .put("Ana", "secondary", "2027-01-05", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana -1");
        assertThat(rota.total(RULE)).isEqualTo(-1);
    }

    @Test
    void wish_keptAndBroken_addUp() {
        Draft rota = Draft.of(problem("Bo")
                        .member(member("Ana").avoids("2027-01-05", "2027-01-06").wants("2027-01-09", "2027-01-20")))
                .put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.total(RULE)).isEqualTo(2 - 3);
        assertThat(rota.timeline("Ana").wishesBroken()).isEqualTo(2);
        assertThat(rota.timeline("Ana").wishesKept()).isEqualTo(3);
    }

    @Test
    void wish_dayBeforeAndAfter_areFree() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").avoids("2027-01-08", "2027-01-10")))
                .put("Ana", "primary", "2027-01-05", 3)
                .put("Ana", "primary", "2027-01-11", 3);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void wish_askedForAndNotHeld_isFree() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").wants("2027-01-06", "2027-01-12")))
                .put("Bo", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void wish_slotsInTwoRotations_countEach() {
        Draft rota = Draft.of(problem("Bo")
                        .member(member("Ana").avoids("2027-01-12", "2027-01-12"))
                        .rotation(rotation("on-call"))
                        .rotation(officeHours("support")))
                .put("Ana", "on-call", "primary", "2027-01-12", 7)
                .put("Ana", "support", "desk", "2027-01-11", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void wish_nobody_isFree() {
        assertThat(Draft.of(problem("Bo").member(member("Ana").avoids("2027-01-08", "2027-01-10")))
                        .breaches(RULE))
                .isEmpty();
    }

    @Test
    void wish_nobodyAsked_doesNotApply() {
        assertThat(Draft.of(problem("Bo", "Ana"))
                        .put("Ana", "primary", "2027-01-05", 7)
                        .breaches(RULE))
                .isEmpty();
    }

    @Test
    void wish_sentence_namesThePersonAndTheDay() {
        Draft rota = Draft.of(problem("Bo")
                        .member(member("Ana").avoids("2027-01-05", "2027-01-05").wants("2027-01-06", "2027-01-06")))
                .put("Ana", "primary", "2027-01-05", 2);

        assertThat(rota.sentences(RULE))
                .containsExactly(
                        "Ana asked not to be on call on Tue 5 January 2027 (primary of on-call).",
                        "Ana asked to be on call, and is, on Wed 6 January 2027 (primary of on-call).");
    }
}
