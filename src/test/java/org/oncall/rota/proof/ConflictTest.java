package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Team;
import org.oncall.rota.proof.ProofResult.Impossible;
import org.oncall.rota.proof.ProofResult.Possible;
import org.oncall.rota.support.EveryRota;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class ConflictTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TINY_PROBLEMS = 60;

    @Test
    void find_everybodyAwayForSomeDays_namesTheLeaveAndAWeek() {
        ProblemBuilder problem = ProblemBuilder.problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"));
        for (String name : List.of("Ana", "Bo", "Cy", "Di")) {
            problem.member(MemberBuilder.member(name).leave("2027-02-10", "2027-02-13"));
        }

        Conflict conflict = conflict(problem.build());

        assertThat(conflict.smallest()).isTrue();
        assertThat(conflict.repairsComplete()).isTrue();
        assertThat(conflict.facts())
                .extracting(Fact::sentence)
                .containsExactlyInAnyOrder(
                        "primary of on-call in the week from Tue 9 February 2027",
                        "Ana's leave 10-13 February 2027",
                        "Bo's leave 10-13 February 2027",
                        "Cy's leave 10-13 February 2027",
                        "Di's leave 10-13 February 2027");
        assertThat(conflict.repairs())
                .extracting(Fact::kind)
                .startsWith(Fact.Kind.LEAVE, Fact.Kind.LEAVE, Fact.Kind.LEAVE, Fact.Kind.LEAVE);
    }

    @Test
    void find_twoSeniors_namesTheSkillsOfTheOthers_anyOfWhomWouldDo() {
        RotaProblem problem = ProblemBuilder.problem("Cy", "Di")
                .member(MemberBuilder.member("Ana").skills("senior"))
                .member(MemberBuilder.member("Bo").skills("senior"))
                .rotation(RotationBuilder.rotation("on-call").tier("secondary", "senior"))
                .build();

        Conflict conflict = conflict(problem);

        assertThat(conflict.smallest()).isTrue();
        assertThat(conflict.facts())
                .extracting(Fact::sentence)
                .contains(
                        "Cy lacks the skills [senior] of secondary of on-call",
                        "Di lacks the skills [senior] of secondary of on-call");
        assertThat(conflict.repairs())
                .extracting(Fact::sentence)
                .contains(
                        "Cy lacks the skills [senior] of secondary of on-call",
                        "Di lacks the skills [senior] of secondary of on-call");
    }

    @Test
    void find_onePerson_namesWhatCannotBeRepaired() {
        RotaProblem problem =
                ProblemBuilder.problem("Ana").period("2027-01-05", "2027-02-02").build();

        Conflict conflict = conflict(problem);

        assertThat(conflict.smallest()).isTrue();
        assertThat(conflict.facts()).extracting(Fact::kind).contains(Fact.Kind.NATURE);
        assertThat(conflict.repairs()).extracting(Fact::kind).doesNotContain(Fact.Kind.NATURE);
    }

    @Test
    void find_tinyTeams_noFactCanBeSpared_andEachLeaveIsARepairExactlyWhereARotaWithoutItExists() {
        int conflicts = 0;
        int leaveRepairs = 0;
        for (long seed = 0; seed < TINY_PROBLEMS; seed++) {
            RotaProblem problem = EveryRota.tinyProblem(new SplittableRandom(seed));
            if (!(Proof.decide(problem, LIMIT, LIMIT) instanceof Impossible(Conflict conflict))) {
                continue;
            }
            conflicts++;
            assertThat(conflict).isNotNull();
            assertThat(conflict.smallest()).isTrue();
            Prover prover = new Prover(problem, LIMIT);
            assertThat(prover.ask(conflict.facts()::contains).verdict())
                    .as("seed %d", seed)
                    .isEqualTo(Prover.Verdict.IMPOSSIBLE);
            for (Fact fact : conflict.facts()) {
                assertThat(prover.ask(other -> conflict.facts().contains(other) && !other.equals(fact))
                                .verdict())
                        .as("seed %d without %s", seed, fact.sentence())
                        .isEqualTo(Prover.Verdict.POSSIBLE);
                if (fact.kind() == Fact.Kind.LEAVE) {
                    boolean mends = new EveryRota(without(problem, fact)).hasLegalAndComplete();
                    assertThat(conflict.repairs().contains(fact))
                            .as("seed %d, %s", seed, fact.sentence())
                            .isEqualTo(mends);
                    leaveRepairs += mends ? 1 : 0;
                }
            }
        }
        assertThat(conflicts).isGreaterThan(15);
        assertThat(leaveRepairs).isPositive();
    }

    @Test
    void find_noTimeForIt_isLeftOut() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo").build();

        assertThat(Proof.decide(problem, LIMIT)).isEqualTo(new Impossible(null));
    }

    @Test
    void find_hardlyAnyTime_doesNotClaimToBeSmallest() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy").build();

        Impossible result = (Impossible) Proof.decide(problem, LIMIT, Duration.ofNanos(1));

        assertThat(result.conflict()).isNotNull();
        assertThat(result.conflict().smallest()).isFalse();
        assertThat(result.conflict().repairsComplete()).isFalse();
        assertThat(result.conflict().facts()).isNotEmpty();
    }

    private static Conflict conflict(RotaProblem problem) {
        ProofResult result = Proof.decide(problem, LIMIT, LIMIT);
        assertThat(result).isNotInstanceOf(Possible.class);
        return ((Impossible) result).conflict();
    }

    private static RotaProblem without(RotaProblem problem, Fact leave) {
        Team team = problem.team();
        List<Member> members = team.members().stream()
                .map(member -> member.id().equals(leave.member()) ? without(member, leave) : member)
                .toList();
        return new RotaProblem(
                new Team(team.name(), team.zone(), team.holidays(), members, team.rotations()),
                problem.from(),
                problem.to(),
                problem.schedules(),
                problem.history(),
                problem.published(),
                problem.now(),
                problem.freezeUntil(),
                problem.weights());
    }

    private static Member without(Member member, Fact leave) {
        List<DateRange> rest = member.leave().stream()
                .filter(range -> !range.first().equals(leave.first()))
                .toList();
        return new Member(
                member.id(),
                member.name(),
                member.share(),
                member.onCall(),
                member.from(),
                member.until(),
                member.skills(),
                member.novice(),
                member.knows(),
                rest,
                member.wishes());
    }
}
