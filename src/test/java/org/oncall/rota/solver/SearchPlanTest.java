package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.SolveSettings;

class SearchPlanTest {
    private static SearchPlan limit(Duration limit, int slots) {
        return SearchPlan.of(new SolveSettings(limit, 0, null), slots);
    }

    private static SearchPlan moves(long moves, int slots) {
        return SearchPlan.of(new SolveSettings(Duration.ofSeconds(20), 0, moves), slots);
    }

    @Test
    void leg_oneAfterAnother_doublesUntilTheLongest() {
        SearchPlan plan = limit(Duration.ofMinutes(10), 100);

        assertThat(plan.leg(1)).isEqualTo(2 * plan.leg(0));
        assertThat(plan.leg(2)).isEqualTo(4 * plan.leg(0));
        for (int leg = 1; leg < 200; leg++) {
            assertThat(plan.leg(leg)).isBetween(plan.leg(leg - 1), plan.longestLeg());
        }
        assertThat(plan.leg(199)).isEqualTo(plan.longestLeg());
    }

    @Test
    void leg_moreSlots_isLonger() {
        assertThat(limit(Duration.ofSeconds(20), 400).leg(0))
                .isEqualTo(4 * limit(Duration.ofSeconds(20), 100).leg(0));
        assertThat(limit(Duration.ofSeconds(20), 1).leg(0)).isPositive();
    }

    @Test
    void begins_limit_bindsBeforeALegIsBegunThatItCannotPay() {
        SearchPlan plan = limit(Duration.ofSeconds(20), 300);

        assertThat(plan.begins(5, plan.budget() - plan.leg(5))).isTrue();
        assertThat(plan.begins(5, plan.budget() - plan.leg(5) + 1)).isFalse();
    }

    @Test
    void begins_firstLeg_always() {
        assertThat(limit(Duration.ofMillis(1), 3000).begins(0, 0)).isTrue();
    }

    @Test
    void begins_movesAskedFor_bindAlone() {
        SearchPlan plan = moves(1_000_000_000, 300);

        assertThat(plan.begins(100, 999_999_999)).isTrue();
        assertThat(plan.begins(100, 1_000_000_000)).isFalse();
        assertThat(plan.mostMoves()).isEqualTo(1_000_000_000);
    }

    @Test
    void begins_longerLimit_paysForMoreMoves() {
        assertThat(limit(Duration.ofSeconds(20), 300).budget())
                .isGreaterThan(limit(Duration.ofSeconds(10), 300).budget());
        assertThat(limit(Duration.ofSeconds(20), 300).mostMoves()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void fills_legsInVain_getRare() {
        assertThat(SearchPlan.fills(1, 0)).isTrue();
        long fillings = java.util.stream.IntStream.range(100, 180)
                .filter(leg -> SearchPlan.fills(leg, 50))
                .count();
        assertThat(fillings).isEqualTo(10);
    }
}
