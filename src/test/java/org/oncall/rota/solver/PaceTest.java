package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PaceTest {
    private static final int LOOK = Annealer.MOVES_PER_LOOK;

    /** Makes moves as long as it may, some slower than others. */
    private static CompletableFuture<Long> run(Pace.Runner runner, int work) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            while (runner.next()) {
                for (int i = 0; i < work; i++) {
                    Thread.onSpinWait();
                }
            }
            runner.arrive();
            end.complete(runner.moves());
        });
        return end;
    }

    private static long get(CompletableFuture<Long> moves) throws Exception {
        return moves.get(20, TimeUnit.SECONDS);
    }

    @Test
    void next_stoppedAtAnyMoment_endsAfterTheSameNumberOfMoves() throws Exception {
        SplittableRandom random = new SplittableRandom(0);
        for (int i = 0; i < 200; i++) {
            AtomicBoolean stopped = new AtomicBoolean();
            Pace pace = new Pace(2, stopped::get);
            CompletableFuture<Long> one = run(pace.runner(0, Long.MAX_VALUE), random.nextInt(30));
            CompletableFuture<Long> other = run(pace.runner(0, Long.MAX_VALUE), random.nextInt(30));
            TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000));

            stopped.set(true);

            assertThat(get(one)).isEqualTo(get(other)).matches(moves -> moves % LOOK == 0, "a look");
        }
    }

    @Test
    void next_stoppedBeforeItBegins_makesNoMove() throws Exception {
        Pace pace = new Pace(2, () -> true);

        CompletableFuture<Long> one = run(pace.runner(0, 500), 0);
        CompletableFuture<Long> other = run(pace.runner(0, 500), 0);

        assertThat(get(one)).isZero();
        assertThat(get(other)).isZero();
    }

    @Test
    void next_otherHasEndedItsLeg_goesToTheEndOfItsOwn() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        Pace pace = new Pace(2, stopped::get);
        assertThat(get(run(pace.runner(0, 250), 0))).isEqualTo(250);

        stopped.set(true);

        assertThat(get(run(pace.runner(0, 250), 0))).isEqualTo(250);
    }

    @Test
    void next_otherHasEndedALongerLeg_staysWithinItsOwn() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        Pace pace = new Pace(2, stopped::get);
        assertThat(get(run(pace.runner(0, 251), 0))).isEqualTo(251);

        stopped.set(true);

        assertThat(get(run(pace.runner(0, 250), 0))).isEqualTo(250);
    }

    @Test
    void next_stopped_waitsForTheOtherAndCatchesUpWithIt() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        Pace pace = new Pace(2, stopped::get);
        Pace.Runner ahead = pace.runner(0, 1_000);
        for (int i = 0; i < 2 * LOOK + 1; i++) {
            assertThat(ahead.next()).isTrue();
        }
        stopped.set(true);
        CompletableFuture<Long> behind = run(pace.runner(0, 1_000), 0);
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(behind).isNotDone();

        CompletableFuture<Long> end = run(ahead, 0);

        assertThat(get(end)).isEqualTo(3 * LOOK);
        assertThat(get(behind)).isEqualTo(3 * LOOK);
    }

    @Test
    void next_otherArrivedWithoutEndingItsLeg_isNotWaitedFor() throws Exception {
        Pace pace = new Pace(2, () -> true);
        pace.runner(0, 1_000).arrive();

        assertThat(get(run(pace.runner(0, 1_000), 0))).isZero();
    }

    @Test
    void next_noStop_makesAllMovesOfTheLeg() throws Exception {
        Pace pace = new Pace(2, () -> false);

        assertThat(get(run(pace.runner(0, 0), 0))).isZero();
        assertThat(get(run(pace.runner(40, 777), 0))).isEqualTo(817);
    }

    @Test
    void next_manyMoves_looksForAStopRarely() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Pace pace = new Pace(1, () -> looks.incrementAndGet() > 5);

        assertThat(get(run(pace.runner(0, Long.MAX_VALUE), 0))).isEqualTo(5 * LOOK);
        assertThat(looks).hasValue(6);
    }

    @Test
    void next_interruptedWhileItWaits_waitsOnAndStaysInterrupted() throws Exception {
        Pace pace = new Pace(2, () -> true);
        Pace.Runner waiting = pace.runner(0, 100);
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            waiting.next();
            interrupted.set(Thread.currentThread().isInterrupted());
        });

        thread.interrupt();
        pace.runner(0, 100).arrive();
        thread.join(20_000);

        assertThat(thread.isAlive()).isFalse();
        assertThat(interrupted).isTrue();
    }
}
