package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class RuleBookTest {
    @Test
    void rules_idsLevelsAndWeights_areThoseOfTheContract() {
        assertThat(RuleBook.rules().stream().map(rule -> rule.id() + " " + rule.level() + " " + rule.defaultWeight()))
                .containsExactly(
                        "two-places HARD 1",
                        "on-leave HARD 1",
                        "not-on-rota HARD 1",
                        "missing-skill HARD 1",
                        "back-to-back HARD 1",
                        "long-stint HARD 1",
                        "half-the-time HARD 1",
                        "unsupervised HARD 1",
                        "both-festive-days HARD 1",
                        "gap MEDIUM 1",
                        "over-target SOFT 4",
                        "uneven-load SOFT 1",
                        "uneven-unsocial SOFT 2",
                        "uneven-tiers SOFT 1",
                        "handover SOFT 1",
                        "too-soon SOFT 1",
                        "irregular SOFT 1",
                        "double-duty SOFT 3",
                        "wish SOFT 10",
                        "festive-again SOFT 50",
                        "unfamiliar SOFT 5",
                        "changed SOFT 8");
    }

    @Test
    void rules_descriptions_areSentencesOfTheirOwn() {
        assertThat(RuleBook.rules())
                .extracting(Rule::description)
                .doesNotHaveDuplicates()
                .allMatch(description -> description.matches("[A-Z0-9].*\\."));
    }

    @Test
    void find_id_isTheRuleOrEmpty() {
        assertThat(RuleBook.find("too-soon")).containsInstanceOf(TooSoon.class);
        assertThat(RuleBook.find("too_soon")).isEmpty();
    }

    @Test
    void weight_changedByTheProblem_replacesTheDefault() {
        RuleFacts facts = new RuleFacts(
                problem("Ana").weight("too-soon", 0).weight("wish", 25).build());

        assertThat(weight("too-soon", facts)).isZero();
        assertThat(weight("wish", facts)).isEqualTo(25);
        assertThat(weight("over-target", facts)).isEqualTo(4);
    }

    static ProblemBuilder[] awkwardProblems() {
        return new ProblemBuilder[] {
            problem().rotation(rotation("on-call")),
            problem("Ana").period("2027-01-05", "2027-01-06"),
            // A weekend, on which office hours have no day at all.
            problem("Ana").period("2027-01-09", "2027-01-11").rotation(officeHours("support")),
            problem("Ana")
                    .period("2027-01-09", "2027-01-11")
                    .rotation(officeHours("support"))
                    .history("Ana", "desk", "2027-01-04", 5),
            problem()
                    .member(member("Ana").optedOut().novice())
                    .member(member("Bo").from("2030-01-01")),
            problem("Ana").rotation(rotation("on-call").tier("primary", "a skill that nobody has")),
            problem("Ana", "Bo").period("2026-12-01", "2028-02-01").holidays("GB-NIR"),
            // 64 days: whole words of bits.
            problem("Ana", "Bo").period("2027-01-05", "2027-03-10"),
        };
    }

    @ParameterizedTest
    @MethodSource("awkwardProblems")
    void rules_nobodyOnCall_findNothingButGapsAndDebts(ProblemBuilder problem) {
        Draft rota = Draft.of(problem);

        for (Rule rule : RuleBook.rules()) {
            if (!rule.id().startsWith("uneven-") && !rule.id().equals("gap")) {
                assertThat(rota.breaches(rule.id())).as(rule.id()).isEmpty();
            }
        }
        assertThat(rota.total("gap")).isEqualTo(problem.build().slots().size());
        assertThat(rota.total("uneven-load")).isNotNegative();
    }

    @ParameterizedTest
    @MethodSource("awkwardProblems")
    void rules_oneMemberOnEverySlot_canAllBeAsked(ProblemBuilder problem) {
        Draft rota = Draft.of(problem);
        if (rota.facts().memberCount() == 0) {
            return;
        }
        problem.build()
                .slots()
                .forEach(slot -> rota.put(
                        "Ana",
                        slot.rotation().value(),
                        slot.tier().value(),
                        slot.date().toString(),
                        1));

        for (Rule rule : RuleBook.rules()) {
            assertThat(rota.sentences(rule.id())).as(rule.id()).allMatch(sentence -> sentence.endsWith("."));
        }
        assertThat(rota.total("gap")).isZero();
    }

    private static int weight(String id, RuleFacts facts) {
        return RuleBook.find(id).orElseThrow().weight(facts);
    }
}
