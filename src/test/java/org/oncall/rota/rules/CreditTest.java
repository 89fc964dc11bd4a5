package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;

class CreditTest {
    private static final MemberId ANA = new MemberId("ana");
    private static final MemberId BO = new MemberId("bo");
    private static final MemberId CY = new MemberId("cy");

    private static Slot slot(String date) {
        return new Slot(new RotationId("on-call"), new TierId("primary"), LocalDate.parse(date));
    }

    private static RotaProblem worked(List<Holding> pins, List<Credit> credits) {
        return problem("Ana", "Bo", "Cy", "Di")
                .history("Bo", "primary", "2026-12-15", 7)
                .build()
                .withPinned(pins, credits);
    }

    private static Map<String, Integer> done(RotaProblem problem) {
        RotationFacts rotation = new RuleFacts(problem).rotation(0);
        return Map.of("ana", rotation.historyDays(0), "bo", rotation.historyDays(1), "cy", rotation.historyDays(2));
    }

    @Test
    void historyDays_dayWorkedForSomebody_countsForThem() {
        RotaProblem problem = worked(List.of(), List.of(new Credit(slot("2026-12-19"), BO, ANA)));

        assertThat(done(problem)).isEqualTo(Map.of("ana", 1, "bo", 6, "cy", 0));
        assertThat(new RuleFacts(problem).rotation(0).historyUnsocial(0)).isEqualTo(1); // a Saturday
        assertThat(new RuleFacts(problem).rotation(0).historyUnsocial(1)).isEqualTo(1);
    }

    @Test
    void historyDays_workedBySomebodyElseAfterAll_countsForNothing() {
        RotaProblem problem = worked(List.of(), List.of(new Credit(slot("2026-12-19"), CY, ANA)));

        assertThat(done(problem)).isEqualTo(Map.of("ana", 0, "bo", 7, "cy", 0));
    }

    @Test
    void historyDays_pinnedDayOfThePeriod_countsBeforeItIsWorked() {
        Credit credit = new Credit(slot("2027-01-12"), CY, ANA);

        RotaProblem pinned = worked(List.of(new Holding(credit.slot(), CY)), List.of(credit));
        RotaProblem free = worked(List.of(), List.of(credit));

        assertThat(done(pinned)).isEqualTo(Map.of("ana", 1, "bo", 7, "cy", -1));
        assertThat(done(free)).isEqualTo(Map.of("ana", 0, "bo", 7, "cy", 0));
    }
}
