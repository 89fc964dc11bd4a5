package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.SolveSettings;

class SearchPlanTest {
    private static SearchPlan limit(Duration limit, int slots) {
        return SearchPlan.of(new SolveSettings(limit, 0, null), slots, CostScale.DEFAULT);
    }

    private static SearchPlan moves(long moves, int slots) {
        return SearchPlan.of(new SolveSettings(Duration.ofSeconds(20), 0, moves), slots, CostScale.DEFAULT);
    }

    /** Lengths of all legs of each search, when there are never gaps or always. */
    private static List<Long> lengths(SearchPlan plan, boolean gaps) {
        List<Long> result = new ArrayList<>();
        long before = 0;
        while (before < plan.total()) {
            long length = plan.length(new SearchPlan.Leg(result.size(), before, gaps));
            result.add(length);
            before += Portfolio.SEARCHES * length;
        }
        return result;
    }

    @Test
    void length_allLegs_addUpToTheTotal() {
        for (boolean gaps : new boolean[] {true, false}) {
            for (long moves : new long[] {1, 2, 999, 123_456, 50_000_001}) {
                long sum = Portfolio.SEARCHES
                        * lengths(moves(moves, 300), gaps).stream()
                                .mapToLong(Long::longValue)
                                .sum();

                assertThat(sum).isBetween(moves, moves + Portfolio.SEARCHES - 1);
            }
        }
    }

    @Test
    void length_noGaps_isShortThenLongAndLastNoLessThanHalf() {
        for (long moves = 10_000; moves < 100_000_000; moves = moves * 3 / 2) {
            SearchPlan plan = moves(moves, 300);
            List<Long> lengths = lengths(plan, false);

            assertThat(lengths.getFirst()).isEqualTo(Math.min(plan.shortLeg(), moves / 2));
            if (lengths.size() > 2) {
                assertThat(lengths.subList(1, lengths.size() - 1)).containsOnly(plan.longLeg());
                assertThat(2 * lengths.getLast()).isBetween(plan.longLeg() - 1, 3 * plan.longLeg());
            }
        }
    }

    @Test
    void length_gaps_isShortEveryOtherLegAndForTheFirst() {
        SearchPlan plan = moves(200_000_000, 300);
        List<Long> lengths = lengths(plan, true);

        for (int leg = 1; leg <= 5; leg++) {
            assertThat(lengths.get(leg)).isEqualTo(2 * lengths.get(leg - 1));
        }
        assertThat(lengths.get(6)).isEqualTo(plan.longLeg());
        assertThat(lengths.get(7)).isEqualTo(lengths.get(5)).isLessThan(plan.longLeg());
        assertThat(lengths.get(8)).isEqualTo(plan.longLeg());
    }

    @Test
    void length_moreSlots_isLonger() {
        assertThat(limit(Duration.ofSeconds(20), 400).shortLeg())
                .isEqualTo(4 * limit(Duration.ofSeconds(20), 100).shortLeg());
        assertThat(limit(Duration.ofSeconds(20), 400).longLeg())
                .isEqualTo(4 * limit(Duration.ofSeconds(20), 100).longLeg());
        assertThat(limit(Duration.ofSeconds(20), 1).shortLeg()).isPositive();
    }

    @Test
    void total_longerLimit_isLonger() {
        assertThat(limit(Duration.ofSeconds(20), 300).total())
                .isGreaterThan(limit(Duration.ofSeconds(10), 300).total());
        assertThat(moves(1_000_000_000, 300).total()).isEqualTo(1_000_000_000);
        assertThat(limit(Duration.ofSeconds(20), 300).withTotal(17).total()).isEqualTo(17);
    }

    @Test
    void cooling_anyLeg_endsColderAndWithGapsNoCheaperThanItBegan() {
        for (int leg = 0; leg < 200; leg++) {
            for (boolean gaps : new boolean[] {true, false}) {
                Annealer.Cooling cooling = limit(Duration.ofSeconds(20), 300).cooling(new SearchPlan.Leg(leg, 0, gaps));

                assertThat(cooling.cold()).isPositive().isLessThan(cooling.hot());
                assertThat(cooling.gapHot()).isPositive().isLessThanOrEqualTo(cooling.gapCold());
                assertThat(cooling.of(0)).isEqualTo(cooling);
                assertThat(cooling.of(1).hot()).isEqualTo(cooling.hotterTimes() * cooling.hot());
            }
        }
    }

    @Test
    void cooling_shorterLeg_isLessHotAndTheSearchesDifferLess() {
        Annealer.Cooling before = null;
        for (long moves : new long[] {200_000, 600_000, 1_000_000}) {
            SearchPlan plan = moves(moves, 300);
            Annealer.Cooling cooling = plan.cooling(new SearchPlan.Leg(1, 2 * plan.shortLeg(), false));

            if (before != null) {
                assertThat(cooling.hot()).isGreaterThan(before.hot());
                assertThat(cooling.hotterTimes()).isGreaterThan(before.hotterTimes());
            }
            before = cooling;
        }
    }

    @Test
    void mostIdle_asAskedFor_isInProportionToTheBudget() {
        SolveSettings settings = new SolveSettings(Duration.ofSeconds(20), 0, null, Duration.ofSeconds(5));

        SearchPlan plan = SearchPlan.of(settings, 300, CostScale.DEFAULT);

        assertThat(plan.mostIdle()).isEqualTo(plan.total() / 4);
        assertThat(limit(Duration.ofSeconds(20), 300).mostIdle()).isGreaterThan(plan.longLeg());
    }
}
