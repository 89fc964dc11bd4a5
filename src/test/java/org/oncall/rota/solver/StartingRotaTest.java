package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;

class StartingRotaTest {
    private static AuditReport start(ProblemBuilder problem) {
        return Audit.of(start(problem.build()));
    }

    private static Rota start(RotaProblem problem) {
        RotaSolution solution = new RotaSolution(new RuleFacts(problem));
        StartingRota.fill(solution.getBoard());
        return solution.toRota();
    }

    private static ProblemBuilder team() {
        return problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal");
    }

    @Test
    void fill_easyTeam_isLegalAndCompleteInWholeWeeks() {
        AuditReport start = start(team().period("2027-01-05", "2027-07-06"));

        assertThat(start.isLegal()).isTrue();
        assertThat(start.isComplete()).isTrue();
        assertThat(start.shifts()).hasSize(2 * 26);
        assertThat(start.members()).allMatch(load -> load.days() >= 42 && load.days() <= 49);
    }

    @Test
    void fill_easyTeamOverChristmas_isLegalAndComplete() {
        AuditReport start = start(team().period("2026-12-01", "2027-02-02").holidays("GB-ENG"));

        assertThat(start.isLegal()).isTrue();
        assertThat(start.isComplete()).isTrue();
    }

    @Test
    void fill_onePerson_leavesGaps() {
        AuditReport start = start(problem("Ana").rotation(rotation("on-call").tiers("primary")));

        assertThat(start.isLegal()).isTrue();
        assertThat(start.members().getFirst().days()).isEqualTo(27);
    }

    @Test
    void fill_leaveWithinAWeek_isFilledAroundIt() {
        ProblemBuilder problem = problem("Ana")
                .member(member("Bo").leave("2027-01-05", "2027-01-20"))
                .period("2027-01-05", "2027-01-19")
                .rotation(rotation("on-call").tiers("primary"));

        assertThat(start(problem).isLegal()).isTrue();
        assertThat(start(problem).shifts()).hasSize(1);
    }

    @Test
    void fill_nothingFrozen_breaksNoHardRule() {
        for (long seed = 0; seed < 300; seed++) {
            RotaProblem random = RandomProblems.problem(seed);
            RotaProblem problem = new RotaProblem(
                    random.team(),
                    random.from(),
                    random.to(),
                    random.schedules(),
                    random.history(),
                    random.published(),
                    random.now(),
                    null,
                    random.weights());

            assertThat(Audit.of(start(problem)).score().hard())
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    @Test
    void fill_frozenPartThatBreaksRules_breaksNoMore() {
        for (long seed = 0; seed < 300; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            RotaSolution frozen = new RotaSolution(new RuleFacts(problem));
            frozen.getSlots().stream().filter(slot -> !slot.isPinned()).forEach(slot -> slot.setPerson(null));
            Score alone = Audit.of(frozen.toRota()).score();

            assertThat(Audit.of(start(problem)).score().hard())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(alone.hard());
        }
    }

    @Test
    void fill_publishedRotaThatIsLegal_staysWhole() {
        RotaProblem problem = team().published("Ana", "primary", "2027-01-05", 7)
                .published("Bo", "secondary", "2027-01-08", 5)
                .published("Cy", "primary", "2027-02-02", 7)
                .build();

        Rota start = start(problem);

        assertThat(problem.published()).allMatch(holding -> holding.member().equals(start.holder(holding.slot())));
    }

    @Test
    void fill_publishedStintThatIsTooLong_losesOnlyTheDaysTooMany() {
        RotaProblem problem =
                team().published("Ana", "primary", "2027-01-05", 9).build();

        Rota start = start(problem);

        assertThat(problem.published().stream()
                        .filter(holding -> holding.member().equals(start.holder(holding.slot()))))
                .hasSize(7);
        assertThat(Audit.of(start).isLegal()).isTrue();
    }

    @Test
    void fill_onePersonPublishedInBothTiers_staysInOne() {
        AuditReport start = start(team().period("2027-01-05", "2027-01-12")
                .published("Ana", "primary", "2027-01-05", 7)
                .published("Ana", "secondary", "2027-01-05", 7));

        assertThat(start.isLegal()).isTrue();
        assertThat(start.isComplete()).isTrue();
        assertThat(start.members().getFirst().days()).isEqualTo(7);
        assertThat(start.shifts()).hasSize(2);
    }

    @Test
    void fill_novicePublishedAlone_isTakenOff() {
        AuditReport start = start(problem("Bo")
                .member(member("Ana").novice())
                .member(member("Cy").novice())
                .period("2027-01-05", "2027-01-12")
                .published("Ana", "primary", "2027-01-05", 7)
                .published("Cy", "secondary", "2027-01-05", 3)
                .published("Bo", "secondary", "2027-01-08", 4));

        assertThat(start.isLegal()).isTrue();
    }
}
