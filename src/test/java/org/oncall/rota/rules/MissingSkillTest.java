package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class MissingSkillTest {
    private static final String RULE = "missing-skill";

    @Test
    void missingSkill_oneOfTwoSkills_costsEachSlot() {
        Draft rota =
                Draft.of(seniors()).put("Ana", "secondary", "2027-01-05", 3).put("Bo", "secondary", "2027-01-08", 4);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Ana 1");
    }

    @Test
    void missingSkill_allSkillsAndMore_isFree() {
        Draft rota = Draft.of(seniors()).put("Bo", "secondary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void missingSkill_tierWithoutSkills_isFree() {
        Draft rota = Draft.of(seniors()).put("Cy", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void missingSkill_severalPeopleAndRotations_areEachCharged() {
        Draft rota = Draft.of(seniors().rotation(officeHours("support").tier("expert", "sql")))
                .put("Cy", "on-call", "secondary", "2027-01-05", 1)
                .put("Ana", "support", "expert", "2027-01-11", 2)
                .put("Cy", "support", "desk", "2027-01-11", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Cy 1");
    }

    @Test
    void missingSkill_nobody_isFree() {
        assertThat(Draft.of(seniors()).breaches(RULE)).isEmpty();
    }

    @Test
    void missingSkill_sentence_namesThePersonAndTheSkills() {
        Draft rota = Draft.of(seniors()).put("Ana", "secondary", "2027-01-05", 1);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana lacks the skill sql that secondary of on-call needs on Tue 5 January 2027.");
    }

    private static ProblemBuilder seniors() {
        return problem()
                .member(member("Ana").skills("senior"))
                .member(member("Bo").skills("senior", "sql", "go"))
                .member(member("Cy"))
                .rotation(rotation("on-call").tier("primary").tier("secondary", "sql", "senior"));
    }
}
