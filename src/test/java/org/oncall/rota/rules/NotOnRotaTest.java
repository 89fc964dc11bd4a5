package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class NotOnRotaTest {
    private static final String RULE = "not-on-rota";

    @Test
    void notOnRota_beforeTheFirstDay_costsEachSlot() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").from("2027-01-15")))
                .put("Ana", "primary", "2027-01-12", 7)
                .put("Bo", "secondary", "2027-01-12", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Ana 1");
    }

    @Test
    void notOnRota_fromTheFirstDayOn_isFree() {
        Draft rota =
                Draft.of(problem("Bo").member(member("Ana").from("2027-01-15"))).put("Ana", "primary", "2027-01-15", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void notOnRota_lastDayIsIncluded_theNextCosts() {
        ProblemBuilder leaving = problem("Bo").member(member("Ana").until("2027-01-15"));

        assertThat(Draft.of(leaving).put("Ana", "primary", "2027-01-12", 4).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(leaving).put("Ana", "primary", "2027-01-12", 6).charges(RULE))
                .containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void notOnRota_optedOut_costsEachSlotOfOnCallButNotOfOfficeHours() {
        ProblemBuilder problem = problem("Bo")
                .member(member("Ana").optedOut())
                .rotation(rotation("on-call"))
                .rotation(officeHours("support"));

        assertThat(Draft.of(problem)
                        .put("Ana", "on-call", "secondary", "2027-01-12", 3)
                        .put("Ana", "support", "desk", "2027-01-18", 5)
                        .charges(RULE))
                .containsExactly("Ana 1", "Ana 1", "Ana 1");
    }

    @Test
    void notOnRota_officeHoursBeforeTheFirstDay_costsEachSlot() {
        Draft rota = Draft.of(
                        problem("Bo").member(member("Ana").from("2027-01-20")).rotation(officeHours("support")))
                .put("Ana", "desk", "2027-01-15", 7);

        // Friday, Monday and Tuesday: the weekend is not planned.
        assertThat(rota.total(RULE)).isEqualTo(3);
    }

    @Test
    void notOnRota_nobody_isFree() {
        assertThat(Draft.of(problem("Bo").member(member("Ana").optedOut())).breaches(RULE))
                .isEmpty();
    }

    @Test
    void notOnRota_sentence_namesThePersonTheDayAndThePlace() {
        Draft rota = Draft.of(problem("Bo").member(member("Ana").from("2027-02-01")))
                .put("Ana", "secondary", "2027-01-31", 3);

        assertThat(rota.sentences(RULE))
                .containsExactly(
                        "Ana is not on the rota on Sun 31 January 2027" + " and cannot hold secondary of on-call.");
    }
}
