package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.ProblemBuilder;

@Timeout(60)
class PortfolioTest {
    private static final Annealer.Cooling COOLING = new Annealer.Cooling(30, 3, 1, 100, 1000);
    private static final String OTHER = "the other search";
    private static final Executor BESIDE =
            task -> Thread.ofPlatform().name(OTHER).daemon().start(task);
    private static final BooleanSupplier NEVER = () -> false;

    private static ProblemBuilder team() {
        return problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus");
    }

    private static RotaSolution start(ProblemBuilder problem) {
        RotaSolution solution = new RotaSolution(new RuleFacts(problem.build()));
        StartingRota.fill(solution.getBoard());
        return solution;
    }

    private static Executor delayed(long millis) {
        return task -> BESIDE.execute(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            task.run();
        });
    }

    private static boolean isOther() {
        return Thread.currentThread().getName().equals(OTHER);
    }

    /** Slows one of the searches at each look at whether to stop. */
    private static BooleanSupplier slowing(boolean other) {
        return () -> {
            if (isOther() == other) {
                try {
                    Thread.sleep(2);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return false;
        };
    }

    private static void leg(Portfolio portfolio, long length) {
        portfolio.begin();
        portfolio.anneal(COOLING, 0, 1, length);
    }

    // Seeds

    @Test
    void seeds_neighbouringSeeds_haveNoDrawInCommon() {
        Set<Long> draws = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            for (long each : Portfolio.seeds(seed)) {
                SplittableRandom random = new SplittableRandom(each);
                for (int i = 0; i < 1_000; i++) {
                    assertThat(draws.add(random.nextLong()))
                            .as("draw %d, seed %d", i, seed)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void seeds_sameSeed_areTheSame() {
        assertThat(Portfolio.seeds(3)).hasSize(Portfolio.SEARCHES).isEqualTo(Portfolio.seeds(3));
    }

    // Whoever is faster

    @Test
    void leg_whicheverIsFaster_findsTheSame() {
        RotaSolution start = start(team());
        Portfolio inTurn = new Portfolio(start, 5, Long.MAX_VALUE, Runnable::run, NEVER);
        List<Portfolio> others = List.of(
                new Portfolio(start, 5, Long.MAX_VALUE, BESIDE, NEVER),
                new Portfolio(start, 5, Long.MAX_VALUE, delayed(40), NEVER),
                new Portfolio(start, 5, Long.MAX_VALUE, BESIDE, slowing(true)),
                new Portfolio(start, 5, Long.MAX_VALUE, BESIDE, slowing(false)));
        for (int leg = 0; leg < 5; leg++) {
            leg(inTurn, 1_000);
            for (Portfolio other : others) {
                leg(other, 1_000);

                assertThat(other.bestHolders()).isEqualTo(inTurn.bestHolders());
                assertThat(other.bestScore()).isEqualTo(inTurn.bestScore());
                assertThat(other.moves()).isEqualTo(inTurn.moves()).isEqualTo(2_000L * (leg + 1));
            }
        }
    }

    @Test
    void begin_bestOfBoth_isAdoptedAndOfEqualsTheFirst() {
        int firstBetter = 0;
        int secondBetter = 0;
        int equal = 0;
        // A small team, whose best rota has many equals that are soon found, and one for which they find different
        // ones.
        ProblemBuilder small = problem("Ana", "Bo", "Cy", "Di").period("2027-01-05", "2027-01-26");
        ProblemBuilder large = team().period("2027-01-05", "2027-02-16");
        for (long seed = 0; seed < 40; seed++) {
            RotaSolution start = start(seed % 2 == 0 ? small : large);
            Portfolio portfolio = new Portfolio(start, seed, Long.MAX_VALUE, BESIDE, NEVER);
            long[] seeds = Portfolio.seeds(seed);
            Annealer first = new Annealer(new WorkingRota(start), seeds[0]);
            Annealer second = new Annealer(new WorkingRota(start), seeds[1]);
            for (int leg = 0; leg < 5; leg++) {
                leg(portfolio, 1_000);
                first.begin();
                first.anneal(COOLING, 0, 1, 1_000, NEVER);
                second.begin();
                second.anneal(COOLING.of(1), 0, 1, 1_000, NEVER);
                int order = first.bestScore().compareTo(second.bestScore());
                firstBetter += order < 0 ? 1 : 0;
                secondBetter += order > 0 ? 1 : 0;
                equal += order == 0 && !Arrays.equals(first.best(), second.best()) ? 1 : 0;
                if (order <= 0) {
                    second.adopt(first.best(), first.bestScore());
                } else {
                    first.adopt(second.best(), second.bestScore());
                }

                assertThat(portfolio.bestHolders()).isEqualTo(first.best());
                assertThat(portfolio.bestScore()).isEqualTo(first.bestScore());
            }
        }
        assertThat(List.of(firstBetter, secondBetter, equal))
                .as("how often the first was better, the second, and neither")
                .doesNotContain(0);
    }

    // Moves

    @Test
    void leg_mostMoves_areMadeExactly() {
        RotaSolution start = start(team());
        for (long most : new long[] {0, 1, 2, 3, 199, 200, 201, 999, 1_000, 1_234, 5_001}) {
            Portfolio portfolio = new Portfolio(start, 0, most, BESIDE, NEVER);
            long before = -1;
            while (portfolio.moves() > before) {
                before = portfolio.moves();
                leg(portfolio, 300);
                assertThat(portfolio.moves()).isEqualTo(Math.min(most, before + 600));
            }

            assertThat(portfolio.moves()).isEqualTo(most);
        }
    }

    @Test
    void anneal_inParts_goesOnWhereItStopped() {
        RotaSolution start = start(team());
        Portfolio whole = new Portfolio(start, 1, Long.MAX_VALUE, BESIDE, NEVER);
        Portfolio inParts = new Portfolio(start, 1, Long.MAX_VALUE, BESIDE, NEVER);
        leg(whole, 4_000);

        inParts.begin();
        for (int part = 0; part < 4; part++) {
            inParts.anneal(COOLING, part / 4.0, (part + 1) / 4.0, 1_000);
        }

        assertThat(inParts.moves()).isEqualTo(whole.moves());
        assertThat(inParts.bestHolders()).isEqualTo(whole.bestHolders());
    }

    @Test
    void anneal_stoppedMeanwhile_endsSoon() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        Portfolio portfolio = new Portfolio(start(team()), 0, Long.MAX_VALUE, BESIDE, stopped::get);
        CompletableFuture<Void> search = CompletableFuture.runAsync(() -> leg(portfolio, Long.MAX_VALUE / 4));
        while (!stopped.get()) {
            TimeUnit.MILLISECONDS.sleep(20);
            stopped.set(true);
        }

        search.get(20, TimeUnit.SECONDS);

        assertThat(portfolio.moves()).isLessThan(Long.MAX_VALUE / 4);
    }

    @Test
    void leg_stoppedBefore_makesNoMove() {
        RotaSolution start = start(team());
        Score before = new WorkingRota(start).score();
        Portfolio portfolio = new Portfolio(start, 0, Long.MAX_VALUE, BESIDE, () -> true);

        leg(portfolio, 1_000);

        assertThat(portfolio.moves()).isZero();
        assertThat(portfolio.bestScore()).isEqualTo(before);
    }

    // Failing

    /** Fails in one of the searches at once; the other is stopped, so that it waits for the first. */
    private static BooleanSupplier failing(boolean other, RuntimeException failure) {
        return () -> {
            if (isOther() == other) {
                throw failure;
            }
            return true;
        };
    }

    @Test
    void leg_searchThatFails_endsWithItsFailure() {
        RuntimeException failure = new IllegalStateException("broken");
        for (boolean other : new boolean[] {false, true}) {
            Portfolio portfolio = new Portfolio(start(team()), 0, Long.MAX_VALUE, BESIDE, failing(other, failure));

            assertThatThrownBy(() -> leg(portfolio, 1_000_000)).isSameAs(failure);
        }
    }

    @Test
    void leg_firstFails_endsWhenTheOtherHas() {
        AtomicBoolean failed = new AtomicBoolean();
        Portfolio portfolio = new Portfolio(start(team()), 0, Long.MAX_VALUE, BESIDE, () -> {
            if (!isOther()) {
                failed.set(true);
                throw new IllegalStateException("broken");
            }
            while (!failed.get()) {
                Thread.onSpinWait();
            }
            return false;
        });

        assertThatThrownBy(() -> leg(portfolio, 20_000)).hasMessage("broken");

        assertThat(portfolio.moves()).isEqualTo(20_000);
    }
}
