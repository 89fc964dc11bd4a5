package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class UnevenLoadTest {
    private static final String RULE = "uneven-load";

    @Test
    void unevenLoad_partTimer_owesHalf() {
        // 56 days by shares 1, 1 and 0.5: 22.4, 22.4 and 11.2.
        Draft rota = Draft.of(threePeople())
                .put("Ana", "first", "2027-01-05", 22)
                .put("Bo", "first", "2027-01-27", 22)
                .put("Cy", "first", "2027-02-18", 11);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unevenLoad_threeDaysMoreAndTwoLess_costTheSquares() {
        Draft rota = Draft.of(threePeople())
                .put("Ana", "first", "2027-01-05", 25)
                .put("Bo", "first", "2027-01-30", 20)
                .put("Cy", "first", "2027-02-19", 11);

        assertThat(rota.charges(RULE)).containsExactly("Ana 9", "Bo 4");
    }

    @Test
    void unevenLoad_nobody_costsEverybodyTheSquareOfTheirShare() {
        assertThat(Draft.of(threePeople()).charges(RULE)).containsExactly("Ana 484", "Bo 484", "Cy 121");
    }

    @Test
    void unevenLoad_twoTiersOnADay_countTheDayOnce() {
        Draft rota = Draft.of(problem("Ana", "Bo").period("2027-01-05", "2027-01-15"))
                .put("Ana", "primary", "2027-01-05", 10)
                .put("Ana", "secondary", "2027-01-05", 10);

        // Of 20 slots 10 each are fair: Ana is there on 10 days, Bo on none.
        assertThat(rota.charges(RULE)).containsExactly("Bo 100");
    }

    @Test
    void unevenLoad_halfADay_isRoundedUp() {
        Draft rota = Draft.of(problem("Ana", "Bo")
                        .period("2027-01-05", "2027-01-14")
                        .rotation(rotation("on-call").tiers("first")))
                .put("Ana", "first", "2027-01-05", 5)
                .put("Bo", "first", "2027-01-10", 4);

        assertThat(rota.charges(RULE)).containsExactly("Bo 1");
    }

    @Test
    void unevenLoad_debtFromHistory_isOwed() {
        // 10 days of history and 56 to come: 26.4, 26.4 and 13.2.
        ProblemBuilder problem = threePeople().history("Ana", "first", "2026-12-20", 10);

        assertThat(Draft.of(problem)
                        .put("Ana", "first", "2027-01-05", 16)
                        .put("Bo", "first", "2027-01-21", 26)
                        .put("Cy", "first", "2027-02-16", 13)
                        .breaches(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "first", "2027-01-05", 12).charges(RULE))
                .containsExactly("Ana 16", "Bo 676", "Cy 169");
    }

    @Test
    void unevenLoad_daysOfHistoryThatNobodyHeld_areNotOwed() {
        ProblemBuilder problem =
                threePeople().history("Ana", "first", "2026-11-01", 4).history("Bo", "first", "2026-12-20", 6);

        assertThat(Draft.of(problem).put("Cy", "first", "2027-01-05", 11).charges(RULE))
                .containsExactly("Ana 484", "Bo 400", "Cy 4");
    }

    @Test
    void unevenLoad_newcomer_owesFromTheirFirstDay() {
        // Weights 56, 56 and 28: 22.4, 22.4 and 11.2 days.
        Draft rota = Draft.of(problem("Ana", "Bo")
                        .member(member("Di").from("2027-02-02"))
                        .rotation(rotation("on-call").tiers("first")))
                .put("Ana", "first", "2027-01-05", 23)
                .put("Bo", "first", "2027-01-28", 22)
                .put("Di", "first", "2027-02-19", 11);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void unevenLoad_newcomerWithHistory_owesNothingOfWhatWasBefore() {
        // History 28 days, period 56: Ana 84 days on the rota, Di 42. 84 days are split 56 to 28.
        Draft rota = Draft.of(problem("Ana")
                .member(member("Di").from("2027-01-19"))
                .rotation(rotation("on-call").tiers("first"))
                .history("Ana", "first", "2026-12-08", 28));

        assertThat(rota.charges(RULE)).containsExactly("Ana 784", "Di 784");
    }

    @Test
    void unevenLoad_leave_doesNotShrinkAShare() {
        Draft rota = Draft.of(problem("Ana")
                        .member(member("Bo").leave("2027-01-05", "2027-02-01"))
                        .rotation(rotation("on-call").tiers("first")))
                .put("Ana", "first", "2027-01-05", 28)
                .put("Bo", "first", "2027-02-02", 28);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unevenLoad_optedOut_owesNothingOnCallButTheirPartOfOfficeHours() {
        Draft rota = Draft.of(problem("Ana", "Bo")
                .member(member("Cy").optedOut())
                .rotation(rotation("on-call").tiers("first"))
                .rotation(officeHours("support")));

        // 56 days for two; 40 days for three are 13.3 each.
        assertThat(rota.charges(RULE)).containsExactly("Ana 784", "Ana 169", "Bo 784", "Bo 169", "Cy 169");
    }

    @Test
    void unevenLoad_tierThatOnePersonMayHold_isAllTheirs() {
        Draft rota = Draft.of(problem("Ana", "Bo", "Cy")
                        .member(member("Di").skills("senior"))
                        .rotation(rotation("on-call").tier("primary").tier("secondary", "senior")))
                .put("Di", "secondary", "2027-01-05", 55)
                .put("Ana", "primary", "2027-01-05", 20);

        // Di carries 56 of secondary; the 56 of primary are 18.67 each for the other three.
        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Bo 361", "Cy 361", "Di 1");
    }

    @Test
    void unevenLoad_sentence_namesThePersonAndTheShare() {
        Draft rota = Draft.of(threePeople().history("Ana", "first", "2026-12-20", 10))
                .put("Ana", "first", "2027-01-05", 12);

        assertThat(rota.sentences(RULE).getFirst())
                .isEqualTo("Ana has 22 days in on-call, history included; the fair share is 26.");
    }

    private static ProblemBuilder threePeople() {
        return problem("Ana", "Bo")
                .member(member("Cy").share(0.5))
                .rotation(rotation("on-call").tiers("first"));
    }
}
