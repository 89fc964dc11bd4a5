package org.oncall.rota.solver;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Keeps searches that go side by side in step over one leg: where they are stopped, at whatever moment, all end after the
 * same number of moves, so that the number alone repeats the search.
 */
final class Pace {
    private final CountDownLatch undecided;
    private final AtomicLong farthest = new AtomicLong();
    private final BooleanSupplier stopped;

    Pace(int searches, BooleanSupplier stopped) {
        this.undecided = new CountDownLatch(searches);
        this.stopped = stopped;
    }

    /** Lets one search through, move by move. */
    final class Runner {
        private final long from;
        private long end;
        private long moves;
        private boolean decided;

        private Runner(long from, long end) {
            this.from = from;
            this.end = end;
        }

        /** Whether to make another move. */
        boolean next() {
            if (!decided && moves % Annealer.MOVES_PER_LOOK == 0 && stopped.getAsBoolean()) {
                end = Math.min(end, meet());
            }
            if (moves == end) {
                return false;
            }
            moves++;
            return true;
        }

        /** Waits until the others have stopped too, or have ended their legs, and goes as far as the farthest of them. */
        private long meet() {
            arrive();
            boolean interrupted = false;
            while (true) {
                try {
                    undecided.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return farthest.get();
        }

        /** Says how far it has come; at the latest at the end of its leg. */
        void arrive() {
            if (!decided) {
                decided = true;
                farthest.accumulateAndGet(moves, Math::max);
                undecided.countDown();
            }
        }

        long moves() {
            return from + moves;
        }
    }

    /**
     * A search that begins this leg.
     *
     * @param before moves it made before
     * @param most moves it may make in this leg
     */
    Runner runner(long before, long most) {
        return new Runner(before, most);
    }
}
