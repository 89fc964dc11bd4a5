package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.SolveSettings;

class SearchPlanTest {
    private static SearchPlan limit(Duration limit, int slots) {
        return SearchPlan.of(new SolveSettings(limit, 0, null), slots, CostScale.DEFAULT);
    }

    private static SearchPlan moves(long moves, int slots) {
        return SearchPlan.of(new SolveSettings(Duration.ofSeconds(20), 0, moves), slots, CostScale.DEFAULT);
    }

    @Test
    void length_oneAfterAnother_doublesUntilTheLongest() {
        SearchPlan plan = limit(Duration.ofMinutes(10), 100);

        assertThat(plan.length(1)).isEqualTo(2 * plan.length(0));
        assertThat(plan.length(2)).isEqualTo(4 * plan.length(0));
        for (int leg = 1; leg < 200; leg++) {
            assertThat(plan.length(leg)).isBetween(plan.length(leg - 1), plan.longestLeg());
        }
        assertThat(plan.length(199)).isEqualTo(plan.longestLeg());
    }

    @Test
    void length_moreSlots_isLonger() {
        assertThat(limit(Duration.ofSeconds(20), 400).length(0))
                .isEqualTo(4 * limit(Duration.ofSeconds(20), 100).length(0));
        assertThat(limit(Duration.ofSeconds(20), 1).length(0)).isPositive();
    }

    @Test
    void begins_limit_bindsBeforeALegIsBegunThatItCannotPay() {
        SearchPlan plan = limit(Duration.ofSeconds(20), 300);

        assertThat(plan.begins(5, plan.budget() - Portfolio.SEARCHES * plan.length(5)))
                .isTrue();
        assertThat(plan.begins(5, plan.budget() - Portfolio.SEARCHES * plan.length(5) + 1))
                .isFalse();
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
    void cooling_anyLeg_endsColderAndWithGapsNoCheaperThanItBegan() {
        for (int leg = 0; leg < 200; leg++) {
            for (boolean gaps : new boolean[] {true, false}) {
                Annealer.Cooling cooling = limit(Duration.ofSeconds(20), 300).cooling(leg, gaps);

                assertThat(cooling.cold()).isPositive().isLessThan(cooling.hot());
                assertThat(cooling.gapHot()).isPositive().isLessThanOrEqualTo(cooling.gapCold());
                assertThat(cooling.hotter(3).hot()).isEqualTo(3 * cooling.hot());
            }
        }
    }

    @Test
    void mostIdle_asAskedFor_isInProportionToTheBudget() {
        SolveSettings settings = new SolveSettings(Duration.ofSeconds(20), 0, null, Duration.ofSeconds(5));

        SearchPlan plan = SearchPlan.of(settings, 300, CostScale.DEFAULT);

        assertThat(plan.mostIdle()).isEqualTo(plan.budget() / 4);
        assertThat(limit(Duration.ofSeconds(20), 300).mostIdle()).isGreaterThan(plan.longestLeg());
    }

    @Test
    void shares_everyFewLegs_notAlways() {
        assertThat(java.util.stream.IntStream.range(0, 40)
                        .filter(SearchPlan::shares)
                        .count())
                .isBetween(1L, 20L);
    }
}
