package org.oncall.rota.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Gap;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Level;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.RandomProblems;

class ObstaclesTest {
    @Test
    void obstacles_ofAGap_nameEachMembersHardFindings_andNothingForWhoCouldTakeIt() {
        AuditReport report = Audit.of(Draft.of(problem("Ana", "Bo")
                        .member(member("Cy").leave("2027-01-13", "2027-01-14"))
                        .period("2027-01-05", "2027-02-09"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-19", 21)
                .rota());

        List<Obstacles> first = Obstacles.of(report, 20).getFirst();

        assertThat(report.gaps().getFirst().id()).isEqualTo("on-call.primary.2027-01-12");
        assertThat(first)
                .extracting(of -> of.member().name(), Obstacles::sentences)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "Ana",
                                List.of(
                                        "Ana: is on call in on-call for 14 days running from Tue 5 January 2027 to Mon 18 January 2027, 7 days too many.")),
                        org.assertj.core.groups.Tuple.tuple(
                                "Cy",
                                List.of(
                                        "Cy: is on leave from Tue 12 January 2027 to Thu 14 January 2027 and cannot hold primary of on-call.")));
    }

    @Test
    void obstacles_ofAnyRota_areThereWhereTheAuditFindsANewHardBreach() {
        for (long seed = 0; seed < 40; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            Rota rota = RandomProblems.rota(problem, seed);
            AuditReport before = Audit.of(rota);
            List<List<Obstacles>> obstacles = Obstacles.of(before, 3);
            assertThat(obstacles).hasSize(Math.min(3, before.gaps().size()));
            for (int g = 0; g < obstacles.size(); g++) {
                assertThat(obstacles.get(g))
                        .extracting(Obstacles::member)
                        .containsExactlyElementsOf(problem.team().members());
                for (Obstacles of : obstacles.get(g)) {
                    Map<Slot, MemberId> holders = new HashMap<>(rota.holders());
                    slots(problem, before.gaps().get(g))
                            .forEach(slot -> holders.put(slot, of.member().id()));
                    AuditReport after = Audit.of(new Rota(problem, holders));
                    assertThat(of.sentences().isEmpty())
                            .as("seed %d, gap %d, %s", seed, g, of.member().name())
                            .isEqualTo(hard(before).containsAll(hard(after)));
                }
            }
        }
    }

    private static List<Object> hard(AuditReport report) {
        return report.rules().stream()
                .filter(rule -> rule.rule().level() == Level.HARD)
                .flatMap(rule -> rule.findings().stream())
                .map(Object.class::cast)
                .toList();
    }

    private static List<Slot> slots(RotaProblem problem, Gap gap) {
        for (RotationSchedule schedule : problem.schedules()) {
            if (schedule.rotation().id().equals(gap.rotation())) {
                return schedule.planned().stream()
                        .filter(day -> gap.span().contains(day.span().start()))
                        .map(OnCallDay::date)
                        .map(date -> new Slot(gap.rotation(), gap.tier(), date))
                        .toList();
            }
        }
        return List.of();
    }
}
