package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class UnevenUnsocialTest {
    private static final String RULE = "uneven-unsocial";

    @Test
    void unevenUnsocial_weekendsSharedByShare_areFree() {
        // 16 Saturdays and Sundays by shares 1, 1 and 0.5: 6.4, 6.4 and 3.2.
        Draft rota = Draft.of(threePeople())
                .put("Ana", "first", "2027-01-05", 21)
                .put("Bo", "first", "2027-01-26", 21)
                .put("Cy", "first", "2027-02-16", 5);

        // Cy has Saturday 20 February but not Sunday 21.
        assertThat(rota.timeline("Cy").unsocialCount(0)).isEqualTo(1);
        assertThat(rota.charges(RULE)).containsExactly("Cy 4");
        assertThat(rota.put("Cy", "first", "2027-02-21", 7).breaches(RULE)).isEmpty();
    }

    @Test
    void unevenUnsocial_twoMoreAndThreeLess_costTheSquares() {
        Draft rota = Draft.of(threePeople())
                .put("Ana", "first", "2027-01-05", 28)
                .put("Bo", "first", "2027-02-02", 12)
                .put("Cy", "first", "2027-02-15", 10);

        assertThat(rota.charges(RULE)).containsExactly("Ana 4", "Bo 9", "Cy 1");
    }

    @Test
    void unevenUnsocial_nobody_costsEverybodyTheSquareOfTheirShare() {
        assertThat(Draft.of(threePeople()).charges(RULE)).containsExactly("Ana 36", "Bo 36", "Cy 9");
    }

    @Test
    void unevenUnsocial_weekdays_doNotCount() {
        Draft rota = Draft.of(threePeople()).put("Ana", "first", "2027-01-11", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 36", "Bo 36", "Cy 9");
    }

    @Test
    void unevenUnsocial_bankHoliday_isUnsocial() {
        Draft rota =
                Draft.of(threePeople().holidaysOn("2027-02-10", "2027-02-11")).put("Ana", "first", "2027-02-08", 5);

        // 18 days: 7.2, 7.2 and 3.6.
        assertThat(rota.charges(RULE)).containsExactly("Ana 25", "Bo 49", "Cy 16");
    }

    @Test
    void unevenUnsocial_festiveDay_isUnsocialOnBothOnCallDaysThatTouchIt() {
        // Tuesday 21 to Thursday 30 December 2027: 24 touches Christmas Day, 25 and 26 are a weekend.
        Draft rota = Draft.of(problem("Ana", "Bo")
                        .period("2027-12-21", "2027-12-31")
                        .rotation(rotation("on-call").tiers("first")))
                .put("Ana", "first", "2027-12-24", 1);

        // 3 days, 1.5 each.
        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Bo 4");
    }

    @Test
    void unevenUnsocial_debtFromHistory_isOwed() {
        // Four unsocial days of history, 16 to come: 8, 8 and 4.
        Draft rota = Draft.of(threePeople().history("Ana", "first", "2026-12-08", 14))
                .put("Ana", "first", "2027-01-05", 14)
                .put("Bo", "first", "2027-01-19", 28);

        assertThat(rota.charges(RULE)).containsExactly("Cy 16");
    }

    @Test
    void unevenUnsocial_officeHours_haveNone() {
        Draft rota =
                Draft.of(problem("Ana", "Bo").rotation(officeHours("support"))).put("Ana", "desk", "2027-01-05", 30);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unevenUnsocial_severalRotations_areJudgedApart() {
        Draft rota = Draft.of(problem("Ana", "Bo")
                        .rotation(rotation("one").tiers("first"))
                        .rotation(rotation("two").tiers("first")))
                .put("Ana", "one", "first", "2027-01-05", 56)
                .put("Bo", "two", "first", "2027-01-05", 49);

        assertThat(rota.charges(RULE)).containsExactly("Ana 64", "Ana 64", "Bo 64", "Bo 36");
    }

    @Test
    void unevenUnsocial_sentence_namesThePersonAndTheShare() {
        Draft rota = Draft.of(threePeople()).put("Bo", "first", "2027-01-05", 5);

        assertThat(rota.sentences(RULE))
                .contains("Bo has 1 unsocial day in on-call, history included; the fair share is 6.");
    }

    private static ProblemBuilder threePeople() {
        return problem("Ana", "Bo")
                .member(member("Cy").share(0.5))
                .rotation(rotation("on-call").tiers("first"));
    }
}
