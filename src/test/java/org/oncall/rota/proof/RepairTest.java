package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.proof.ProofResult.Impossible;
import org.oncall.rota.support.EveryRota;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class RepairTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TINY_PROBLEMS = 60;

    private static Repair repair(RotaProblem problem) {
        return found(Proof.repair(problem, Rota.empty(problem), LIMIT));
    }

    private static Repair found(RepairResult result) {
        assertThat(result).isInstanceOf(RepairResult.Found.class);
        Repair repair = ((RepairResult.Found) result).repair();
        assertThat(repair.cheapest()).isTrue();
        return repair;
    }

    private static void assertLegalAndComplete(Repair repair) {
        AuditReport report = Audit.of(repair.rota());
        assertThat(report.isLegal()).isTrue();
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void repair_everybodyAway_movesAsFewDaysOfOneLeaveAsCanBe() {
        ProblemBuilder problem = ProblemBuilder.problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"));
        for (String name : List.of("Ana", "Bo", "Cy", "Di")) {
            problem.member(MemberBuilder.member(name).leave("2027-02-10", "2027-02-20"));
        }
        // Only Ed could be there sooner: his leave ends two days before that of the others.
        problem.member(
                MemberBuilder.member("Ed").leave("2027-02-01", "2027-02-11").leave("2027-02-14", "2027-02-16"));

        Repair repair = repair(problem.build());

        assertThat(repair.changes())
                .hasSizeLessThanOrEqualTo(2)
                .allSatisfy(change -> assertThat(change).isInstanceOf(Change.MoveLeave.class));
        assertLegalAndComplete(repair);
    }

    @Test
    void repair_somebodyJoinsTooLate_isBroughtOnNoEarlierThanNeeded() {
        RotaProblem problem = ProblemBuilder.problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary").rest(7))
                .member(MemberBuilder.member("Ana"))
                .member(MemberBuilder.member("Bo").from("2027-02-02"))
                .member(MemberBuilder.member("Cy").from("2027-02-02"))
                .build();

        Repair repair = repair(problem);

        assertThat(repair.changes()).singleElement().isInstanceOfSatisfying(Change.JoinEarlier.class, join -> {
            assertThat(join.from()).isEqualTo(LocalDate.parse("2027-01-12"));
            assertThat(join.price()).isEqualTo(21);
            assertThat(join.sentence()).endsWith(" 12 January 2027, 21 days earlier than on 2 February 2027.");
        });
        assertLegalAndComplete(repair);
    }

    @Test
    void repair_shortPeriodThatNobodyJudges_countsNoHalfOfTheTime() {
        RotaProblem problem = ProblemBuilder.problem()
                .period("2027-01-05", "2027-01-19")
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"))
                .member(MemberBuilder.member("Ana"))
                .member(MemberBuilder.member("Bo").from("2027-01-15"))
                .build();

        Repair repair = repair(problem);

        assertThat(repair.changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.JoinEarlier.class,
                        join -> assertThat(join.from()).isEqualTo(LocalDate.parse("2027-01-12")));
        assertLegalAndComplete(repair);
    }

    @Test
    void repair_somebodyLeftLongBefore_costsEveryDaySince() {
        ProblemBuilder problem = ProblemBuilder.problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"))
                .member(MemberBuilder.member("Eve").until("2026-06-01"));
        for (String name : List.of("Ana", "Bo", "Cy", "Di")) {
            problem.member(MemberBuilder.member(name).leave("2027-01-10", "2027-01-12"));
        }

        Repair repair = repair(problem.build());

        assertThat(repair.changes()).allSatisfy(change -> assertThat(change).isInstanceOf(Change.MoveLeave.class));
        assertThat(repair.price()).isEqualTo(3);
    }

    @Test
    void moveLeave_fromTheMiddleOfAnEndlessLeave_leavesBothEnds() {
        DateRange leave = new DateRange(LocalDate.parse("0001-01-01"), LocalDate.parse("9999-12-31"));
        DateRange moved = new DateRange(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-02-03"));

        assertThat(Changes.without(leave, List.of(moved)))
                .containsExactly(
                        new DateRange(leave.first(), LocalDate.parse("2027-01-31")),
                        new DateRange(LocalDate.parse("2027-02-04"), leave.last()));
        assertThat(Changes.without(moved, List.of(leave))).isEmpty();
        assertThat(Changes.without(moved, List.of(new DateRange(leave.first(), LocalDate.parse("2027-01-01")))))
                .containsExactly(moved);
    }

    @Test
    void repair_tooLongARest_isShortenedAsLittleAsNeeded() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy")
                .rotation(RotationBuilder.rotation("on-call").tiers("primary").rest(20))
                .build();

        Repair repair = repair(problem);

        assertThat(repair.changes()).singleElement().isInstanceOfSatisfying(Change.SetLimit.class, set -> {
            assertThat(set.limit()).isEqualTo(Change.Limit.REST);
            assertThat(set.days()).isEqualTo(14);
        });
        assertThat(repair.price()).isEqualTo(100);
        assertLegalAndComplete(repair);
    }

    @Test
    void repair_aSkillOfOne_trainsSomebody() {
        RotaProblem problem = ProblemBuilder.problem("Bo", "Cy", "Di", "Ed", "Flo")
                .member(MemberBuilder.member("Ana").skills("senior"))
                .rotation(RotationBuilder.rotation("on-call").tier("primary").tier("secondary", "senior"))
                .build();

        Repair repair = repair(problem);

        assertThat(repair.changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change).isInstanceOf(Change.Train.class));
        assertThat(repair.changes().getFirst().sentence()).endsWith(" in senior, for secondary of on-call.");
        assertLegalAndComplete(repair);
    }

    @Test
    void repair_aTeamOfTwo_givesUpARule_andSaysSo() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo")
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"))
                .build();

        Repair repair = repair(problem);

        assertThat(repair.rulesGivenUp()).isEqualTo(Set.of("half-the-time"));
        assertThat(repair.changes())
                .singleElement()
                .extracting(Change::sentence)
                .isEqualTo("Give up that nobody is on call half of the time or more.");
    }

    @Test
    void repair_possibleProblem_isNotNeeded() {
        RotaProblem problem =
                ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo").build();

        assertThat(Proof.repair(problem, Rota.empty(problem), LIMIT)).isInstanceOf(RepairResult.NotNeeded.class);
    }

    @Test
    void repair_nobodyThere_isNone() {
        RotaProblem problem = ProblemBuilder.problem("Ana").build();

        // Two tiers for one person: nothing that may be changed makes her two.
        assertThat(Proof.repair(problem, Rota.empty(problem), LIMIT)).isEqualTo(new RepairResult.None());
    }

    @Test
    void repair_tinyTeams_isOneOrLessThanAnyLeaveThatMendsAlone_andIsAudited() {
        int found = 0;
        int byLeave = 0;
        for (long seed = 0; seed < TINY_PROBLEMS; seed++) {
            RotaProblem problem = EveryRota.tinyProblem(new SplittableRandom(seed));
            if (!(Proof.decide(problem, LIMIT) instanceof Impossible)) {
                continue;
            }
            RepairResult result = Proof.repair(problem, Rota.empty(problem), LIMIT);
            if (result instanceof RepairResult.Found(Repair repair)) {
                found++;
                AuditReport report = Audit.of(repair.rota());
                assertThat(report.isComplete()).as("seed %d", seed).isTrue();
                assertThat(report.rules().stream()
                                .filter(rule -> rule.rule().level() == org.oncall.rota.rules.Level.HARD)
                                .filter(rule -> rule.size() > 0)
                                .map(rule -> rule.rule().id())
                                .collect(Collectors.toSet()))
                        .as("seed %d", seed)
                        .isSubsetOf(repair.rulesGivenUp());
            }
            int cheapest = result instanceof RepairResult.Found(Repair repair) ? repair.price() : Integer.MAX_VALUE;
            for (Member member : problem.team().members()) {
                for (DateRange leave : member.leave()) {
                    RotaProblem without = problem.with(member.withLeave(member.leave().stream()
                            .filter(other -> !other.equals(leave))
                            .toList()));
                    if (new EveryRota(without).hasLegalAndComplete()) {
                        byLeave++;
                        assertThat((long) cheapest)
                                .as("seed %d", seed)
                                .isLessThanOrEqualTo(leave.first()
                                        .until(leave.last().plusDays(1))
                                        .getDays());
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(10);
        assertThat(byLeave).isPositive();
    }

    @Test
    void close_oneGapOfSeveral_needsOneChange_andKeepsWhatIsHeld() {
        ProblemBuilder builder = ProblemBuilder.problem()
                .rotation(RotationBuilder.rotation("on-call").tiers("primary"));
        for (String name : List.of("Ana", "Bo", "Cy", "Di")) {
            builder.member(
                    MemberBuilder.member(name).leave("2027-01-20", "2027-01-21").leave("2027-02-10", "2027-02-13"));
        }
        RotaProblem problem = builder.build();
        Rota rota = org.oncall.rota.support.Draft.of(problem)
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Cy", "primary", "2027-01-22", 4)
                .put("Di", "primary", "2027-01-26", 7)
                .put("Ana", "primary", "2027-02-02", 7)
                .put("Bo", "primary", "2027-02-14", 2)
                .put("Cy", "primary", "2027-02-16", 7)
                .put("Di", "primary", "2027-02-23", 7)
                .rota();
        AuditReport report = Audit.of(rota);
        assertThat(report.isLegal()).isTrue();
        assertThat(report.gaps()).hasSize(2);

        Set<org.oncall.rota.domain.Slot> second = problem.slots().stream()
                .filter(slot -> rota.holder(slot) == null && slot.date().isAfter(LocalDate.parse("2027-02-01")))
                .collect(Collectors.toSet());
        Repair repair = found(Proof.close(rota, second, LIMIT));

        assertThat(repair.changes()).singleElement().isInstanceOf(Change.MoveLeave.class);
        assertThat(repair.price()).isEqualTo(4);
        assertThat(repair.rota().holders().keySet())
                .containsAll(rota.holders().keySet())
                .containsAll(second);
        assertThat(Audit.of(repair.rota()).isLegal()).isTrue();
    }
}
