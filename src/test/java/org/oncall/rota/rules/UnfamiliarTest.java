package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class UnfamiliarTest {
    private static final String RULE = "unfamiliar";

    @Test
    void unfamiliar_partnerTheNoviceDoesNotKnow_costsEachSlot() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-05", 3).put("Bo", "secondary", "2027-01-05", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Ana 1");
    }

    @Test
    void unfamiliar_partnerTheNoviceKnows_isFree() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-05", 7).put("Cy", "secondary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unfamiliar_beingKnown_isNotKnowing() {
        Draft rota = Draft.of(problem()
                        .member(member("Bo").knows("Ana"))
                        .member(member("Ana").novice()))
                .put("Ana", "primary", "2027-01-05", 2)
                .put("Bo", "secondary", "2027-01-05", 2);

        assertThat(rota.total(RULE)).isEqualTo(2);
    }

    @Test
    void unfamiliar_nobodyBesideThem_isAnotherRulesBusiness() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unfamiliar_oneOfTwoPartnersKnown_isFree() {
        ProblemBuilder threeTiers = team().rotation(rotation("on-call").tiers("a", "b", "c"));

        assertThat(Draft.of(threeTiers)
                        .put("Bo", "a", "2027-01-05", 4)
                        .put("Ana", "b", "2027-01-05", 4)
                        .put("Cy", "c", "2027-01-05", 3)
                        .charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void unfamiliar_knownNoviceBesideAnUnknownPartner_doesNotHelp() {
        ProblemBuilder threeTiers = problem("Bo")
                .member(member("Ana").novice().knows("Di"))
                .member(member("Di").novice().knows("Bo"))
                .rotation(rotation("on-call").tiers("a", "b", "c"));

        assertThat(Draft.of(threeTiers)
                        .put("Bo", "a", "2027-01-05", 2)
                        .put("Ana", "b", "2027-01-05", 2)
                        .put("Di", "c", "2027-01-05", 2)
                        .charges(RULE))
                .containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void unfamiliar_afterTheSupervisedStints_isFree() {
        Draft rota = Draft.of(team().rotation(rotation("on-call").supervised(1)))
                .put("Ana", "primary", "2027-01-05", 2)
                .put("Ana", "primary", "2027-01-19", 5)
                .put("Bo", "secondary", "2027-01-05", 30);

        assertThat(rota.total(RULE)).isEqualTo(2);
    }

    @Test
    void unfamiliar_stintsInHistory_areCounted() {
        Draft rota = Draft.of(team().history("Ana", "secondary", "2026-12-08", 4)
                        .history("Ana", "secondary", "2026-12-16", 4))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "secondary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unfamiliar_knownPartnerInAnotherRotation_doesNotHelp() {
        Draft rota = Draft.of(team().rotation(rotation("one")).rotation(rotation("two")))
                .put("Ana", "one", "primary", "2027-01-05", 1)
                .put("Bo", "one", "secondary", "2027-01-05", 1)
                .put("Cy", "two", "secondary", "2027-01-05", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void unfamiliar_nobody_isFree() {
        assertThat(Draft.of(team()).breaches(RULE)).isEmpty();
    }

    @Test
    void unfamiliar_sentence_namesTheNovice() {
        Draft rota = Draft.of(team()).put("Ana", "secondary", "2027-01-05", 1).put("Bo", "primary", "2027-01-05", 1);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana is a novice in stint 1 of 2 supervised ones and knows nobody experienced beside"
                        + " them on Tue 5 January 2027.");
    }

    private static ProblemBuilder team() {
        return problem("Bo", "Cy").member(member("Ana").novice().knows("Cy"));
    }
}
