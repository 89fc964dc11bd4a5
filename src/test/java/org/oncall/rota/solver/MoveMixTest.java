package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoveMixTest {
    private static final int DRAWS = 100_000;

    private final Neighbourhood often = (rota, random) -> {};
    private final Neighbourhood seldom = new AssignRun();
    private final MoveMix mix = new MoveMix(List.of(new MoveMix.Weighted(often, 30), new MoveMix.Weighted(seldom, 10)));

    /** The part of the draws that the second gets, where every so many of its moves are made and all of the other's. */
    private double partOfSecond(int madeOnceIn) {
        SplittableRandom random = new SplittableRandom(1);
        int second = 0;
        for (int i = 0; i < DRAWS; i++) {
            boolean isSecond = mix.next(random) == seldom;
            second += isSecond ? 1 : 0;
            mix.tried(!isSecond || second % madeOnceIn == 0);
        }
        return (double) second / DRAWS;
    }

    @Test
    void next_beforeAnythingIsKnown_isByWeight() {
        assertThat(partOfSecond(1)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aim_madeOftenEnough_keepsTheWeight() {
        partOfSecond(100);
        mix.aim();

        assertThat(partOfSecond(100)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aim_madeHalfAsOftenAsWouldDo_halvesTheWeight() {
        partOfSecond(400);
        mix.aim();

        assertThat(partOfSecond(400)).isCloseTo(5.0 / 35, within(0.01));
    }

    @Test
    void aim_neverMade_leavesTheLeastPart_untilItIsMadeAgain() {
        partOfSecond(DRAWS);
        mix.aim();

        assertThat(partOfSecond(1)).isCloseTo(2.5 / 32.5, within(0.01));
        mix.aim();
        assertThat(partOfSecond(1)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aim_fewTries_saysNothing() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < MoveMix.LEAST_TRIES; i++) {
            mix.next(random);
            mix.tried(false);
        }
        mix.aim();
        long seconds = Arrays.stream(new int[DRAWS])
                .filter(i -> mix.next(random) == seldom)
                .count();

        // The first was tried 150 times, the second 50 times.
        assertThat((double) seconds / DRAWS).isCloseTo(0.25, within(0.01));
    }
}
