package org.oncall.rota.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oncall.rota.assess.Assessment.RotationCapacity;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.solver.RotaSolver;
import org.oncall.rota.support.RandomProblems;

/** What is called certain is: trying everything on a day, and legal rotas that were found, never contradict it. */
class AssessmentPropertyTest {
    private static final int SEEDS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 1_001, 2_001, 3_001})
    void certainDays_cannotBeStaffedHoweverOneTries_andOtherDaysCan(long start) {
        for (long seed = start; seed < start + SEEDS; seed++) {
            RuleFacts facts = new RuleFacts(RandomProblems.problem(seed));
            Assessment assessment = Assessment.of(facts);
            for (int r = 0; r < facts.rotationCount(); r++) {
                RotationFacts rotation = facts.rotation(r);
                RotationCapacity capacity = assessment.rotations().get(r);
                for (int p = 0; p < rotation.plannedDays(); p++) {
                    LocalDate date = rotation.day(rotation.firstPlanned() + p).date();
                    boolean staffed = mostFilled(facts, rotation, p, 0, 0) == rotation.tierCount();
                    assertThat(isCertain(capacity, date))
                            .as("seed %d, %s, %s", seed, capacity.rotation(), date)
                            .isNotEqualTo(staffed);
                }
            }
        }
    }

    private static boolean isCertain(RotationCapacity capacity, LocalDate date) {
        return capacity.gaps().stream()
                .filter(gap -> gap.reason() == CertainGap.Reason.PEOPLE || gap.reason() == CertainGap.Reason.NOBODY)
                .anyMatch(gap -> !date.isBefore(gap.first()) && !date.isAfter(gap.last()));
    }

    /** Tries each free person, and nobody, in each tier in turn. */
    private static int mostFilled(RuleFacts facts, RotationFacts rotation, int day, int tier, int taken) {
        if (tier == rotation.tierCount()) {
            return 0;
        }
        int most = mostFilled(facts, rotation, day, tier + 1, taken);
        for (int m = 0; m < facts.memberCount(); m++) {
            if ((taken >> m & 1) == 0 && rotation.mayHold(m, tier) && rotation.couldHold(m, day)) {
                most = Math.max(most, 1 + mostFilled(facts, rotation, day, tier + 1, taken | 1 << m));
            }
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(longs = 5_001)
    void leastGaps_areNeverMoreThanALegalRotaHas(long start) {
        int judged = 0;
        for (long seed = start; seed < start + SEEDS; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            AuditReport report = Audit.of(new RotaSolver(problem, new SolveSettings(Duration.ofMinutes(1), 0, 1_000L))
                    .solve(improvement -> {})
                    .rota());
            if (report.isLegal()) {
                judged++;
                for (RotationCapacity rotation : Assessment.of(problem).rotations()) {
                    long gaps = problem.slots().stream()
                            .filter(slot -> slot.rotation().equals(rotation.rotation())
                                    && report.rota().holder(slot) == null)
                            .count();
                    assertThat((long) rotation.leastGaps())
                            .as("seed %d, %s", seed, rotation.rotation())
                            .isLessThanOrEqualTo(gaps);
                }
            }
        }
        assertThat(judged).isGreaterThan(SEEDS / 4);
    }
}
