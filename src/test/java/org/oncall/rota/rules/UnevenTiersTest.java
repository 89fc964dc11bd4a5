package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class UnevenTiersTest {
    private static final String RULE = "uneven-tiers";

    @Test
    void unevenTiers_sevenDaysEach_isFree() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-19", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void unevenTiers_allInOneTier_costsHalfOfThem() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 14)
                .put("Bo", "secondary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-19", 3);

        assertThat(rota.charges(RULE)).containsExactly("Bo 2", "Ana 7");
    }

    @Test
    void unevenTiers_oneDayApart_isRoundedUpToOne() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 8)
                .put("Ana", "secondary", "2027-01-19", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void unevenTiers_threeTiers_costsHalfTheDistances() {
        ProblemBuilder problem =
                problem("Bo", "Ana").rotation(rotation("on-call").tiers("a", "b", "c"));

        // 5, 0, 0 against 5/3 each: (10/3 + 5/3 + 5/3) / 2 = 3.33.
        assertThat(Draft.of(problem).put("Ana", "b", "2027-01-05", 5).charges(RULE))
                .containsExactly("Ana 3");
        // 4, 3, 1 against 8/3 each: (4/3 + 1/3 + 5/3) / 2 = 1.67.
        assertThat(Draft.of(problem)
                        .put("Ana", "a", "2027-01-05", 4)
                        .put("Ana", "b", "2027-01-19", 3)
                        .put("Ana", "c", "2027-02-02", 1)
                        .charges(RULE))
                .containsExactly("Ana 2");
    }

    @Test
    void unevenTiers_onlyTiersTheMemberMayHold_areCompared() {
        ProblemBuilder problem = problem("Bo")
                .member(member("Ana").skills("go"))
                .rotation(rotation("on-call").tier("a", "go").tier("b", "sql").tier("c"));

        // Ana may hold a and c: 6 and 2 against 4 each. Bo may hold c alone.
        assertThat(Draft.of(problem)
                        .put("Ana", "a", "2027-01-05", 6)
                        .put("Ana", "c", "2027-01-19", 2)
                        .put("Bo", "c", "2027-02-02", 9)
                        .charges(RULE))
                .containsExactly("Ana 2");
    }

    @Test
    void unevenTiers_severalRotations_areJudgedApart() {
        Draft rota = Draft.of(problem("Bo", "Ana")
                        .rotation(rotation("one"))
                        .rotation(rotation("two"))
                        .rotation(officeHours("support")))
                .put("Ana", "one", "primary", "2027-01-05", 4)
                .put("Ana", "two", "secondary", "2027-01-19", 6)
                .put("Ana", "support", "desk", "2027-02-01", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2", "Ana 3");
    }

    @Test
    void unevenTiers_history_doesNotCount() {
        Draft rota = Draft.of(problem("Bo", "Ana").history("Ana", "secondary", "2026-12-08", 7))
                .put("Ana", "primary", "2027-01-05", 6);

        assertThat(rota.charges(RULE)).containsExactly("Ana 3");
    }

    @Test
    void unevenTiers_nobody_isFree() {
        assertThat(Draft.of(problem("Bo", "Ana")).breaches(RULE)).isEmpty();
    }

    @Test
    void unevenTiers_sentence_namesThePersonAndTheDistance() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-19", 5);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana's 12 days in on-call are 1 day from an even split over 2 tiers.");
    }
}
