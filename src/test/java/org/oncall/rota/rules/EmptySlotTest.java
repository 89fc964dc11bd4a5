package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;

class EmptySlotTest {
    private static final String RULE = "gap";

    @Test
    void gap_emptyRota_costsEverySlotInOneRunATier() {
        assertThat(Draft.of(problem("Ana", "Bo")).charges(RULE)).containsExactly("nobody 56", "nobody 56");
    }

    @Test
    void gap_allHeld_isFree() {
        Draft rota = Draft.of(problem("Ana", "Bo"))
                .put("Ana", "primary", "2027-01-05", 56)
                .put("Bo", "secondary", "2027-01-05", 56);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void gap_atTheStartAmidAndAtTheEnd_isOneFindingARun() {
        Draft rota = Draft.of(problem("Ana", "Bo"))
                .put("Ana", "primary", "2027-01-05", 56)
                .put("Bo", "secondary", "2027-01-08", 10)
                .put("Bo", "secondary", "2027-01-19", 41);

        assertThat(rota.charges(RULE)).containsExactly("nobody 3", "nobody 1", "nobody 1");
        assertThat(rota.sentences(RULE))
                .containsExactly(
                        "Nobody holds secondary of on-call from Tue 5 January 2027 to Thu 7 January 2027 (3 days).",
                        "Nobody holds secondary of on-call on Mon 18 January 2027 (1 day).",
                        "Nobody holds secondary of on-call on Mon 1 March 2027 (1 day).");
    }

    @Test
    void gap_severalRotations_areAllSeen() {
        Draft rota = Draft.of(
                        problem("Ana").rotation(rotation("one").tiers("first")).rotation(officeHours("support")))
                .put("Ana", "one", "first", "2027-01-05", 50);

        // Eight weeks of office hours have 40 days; their weekends are not planned, so are no gap.
        assertThat(rota.charges(RULE)).containsExactly("nobody 6", "nobody 40");
    }

    @Test
    void gap_heldInHistoryOnly_isStillAGap() {
        Draft rota = Draft.of(
                problem("Ana").rotation(rotation("on-call").tiers("first")).history("Ana", "first", "2026-12-29", 7));

        assertThat(rota.charges(RULE)).containsExactly("nobody 56");
    }
}
