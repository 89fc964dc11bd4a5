package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class UnsupervisedTest {
    private static final String RULE = "unsupervised";

    @Test
    void unsupervised_noviceAlone_costsEachSlot() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-05", 3);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Ana 1");
    }

    @Test
    void unsupervised_experiencedPartner_isFree() {
        Draft rota = Draft.of(team()).put("Ana", "secondary", "2027-01-05", 7).put("Bo", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unsupervised_partnerForFiveOfSevenDays_costsTwo() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-05", 7).put("Bo", "secondary", "2027-01-07", 5);

        assertThat(rota.total(RULE)).isEqualTo(2);
    }

    @Test
    void unsupervised_twoNovicesTogether_costsBoth() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-05", 2).put("Cy", "secondary", "2027-01-06", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Cy 1", "Cy 1");
    }

    @Test
    void unsupervised_experiencedMemberAlone_isFree() {
        Draft rota = Draft.of(team()).put("Bo", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unsupervised_thirdStint_isFree() {
        Draft rota = Draft.of(team())
                .put("Ana", "primary", "2027-01-05", 1)
                .put("Ana", "secondary", "2027-01-19", 2)
                .put("Ana", "primary", "2027-02-02", 7);

        assertThat(rota.total(RULE)).isEqualTo(3);
    }

    @Test
    void unsupervised_stintsInHistory_areCounted() {
        ProblemBuilder one = february().history("Ana", "primary", "2027-01-05", 7);
        ProblemBuilder two =
                february().history("Ana", "primary", "2027-01-05", 3).history("Ana", "secondary", "2027-01-19", 3);

        assertThat(Draft.of(one)
                        .put("Ana", "primary", "2027-02-02", 2)
                        .put("Ana", "primary", "2027-02-16", 7)
                        .total(RULE))
                .isEqualTo(2);
        assertThat(Draft.of(two).put("Ana", "primary", "2027-02-02", 7).total(RULE))
                .isZero();
    }

    @Test
    void unsupervised_stintAcrossTheStart_isOneStint() {
        ProblemBuilder second =
                february().history("Ana", "primary", "2027-01-05", 3).history("Ana", "secondary", "2027-01-30", 3);
        ProblemBuilder third = february()
                .history("Ana", "primary", "2027-01-05", 3)
                .history("Ana", "primary", "2027-01-15", 3)
                .history("Ana", "primary", "2027-01-30", 3);

        assertThat(Draft.of(second)
                        .put("Ana", "primary", "2027-02-02", 4)
                        .put("Ana", "primary", "2027-02-16", 7)
                        .total(RULE))
                .isEqualTo(4);
        assertThat(Draft.of(third).put("Ana", "primary", "2027-02-02", 4).total(RULE))
                .isZero();
    }

    @Test
    void unsupervised_partnerInAnotherRotation_doesNotHelp() {
        Draft rota = Draft.of(team().rotation(rotation("one")).rotation(rotation("two")))
                .put("Ana", "two", "primary", "2027-01-05", 2)
                .put("Bo", "one", "primary", "2027-01-05", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void unsupervised_stints_areCountedByRotation() {
        Draft rota = Draft.of(team().rotation(rotation("one").supervised(1))
                        .rotation(rotation("two").supervised(1)))
                .put("Ana", "one", "primary", "2027-01-05", 2)
                .put("Ana", "two", "primary", "2027-01-19", 3)
                .put("Ana", "two", "primary", "2027-02-02", 5);

        assertThat(rota.total(RULE)).isEqualTo(5);
    }

    @Test
    void unsupervised_noStintsToBeSupervised_isFree() {
        Draft rota =
                Draft.of(team().rotation(rotation("on-call").supervised(0))).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unsupervised_officeHoursOverAWeekend_isOneStint() {
        Draft rota =
                Draft.of(team().rotation(officeHours("support").supervised(1))).put("Ana", "desk", "2027-01-14", 6);

        // Thursday, Friday, Monday and Tuesday.
        assertThat(rota.total(RULE)).isEqualTo(4);
    }

    @Test
    void unsupervised_teamWithoutNovices_isFree() {
        Draft rota = Draft.of(problem("Bo", "Di")).put("Bo", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unsupervised_nobody_isFree() {
        assertThat(Draft.of(team()).breaches(RULE)).isEmpty();
    }

    @Test
    void unsupervised_sentence_namesTheNoviceAndTheStint() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-05", 1);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana is a novice in stint 1 of 2 supervised ones and has nobody experienced beside"
                        + " them on Tue 5 January 2027.");
    }

    private static ProblemBuilder team() {
        return problem("Bo").member(member("Ana").novice()).member(member("Cy").novice());
    }

    private static ProblemBuilder february() {
        return team().period("2027-02-02", "2027-03-30");
    }
}
