package org.oncall.rota.solver;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a search keeps up with its plan. A machine that is too slow, or too busy, would be cut off by the limit in the
 * middle of a leg, while that is hot and has found nothing: so the rest of the plan is cut down to what can be done.
 *
 * <p>Judged only once the first part of the time is over, in which Java compiles what it runs.
 */
final class TimeLeft {
    /** Part of the limit after which the pace is measured, and after which it is trusted. */
    private static final double MEASURED_FROM = 0.2;

    private static final double TRUSTED_FROM = 0.35;

    /** How late, as a part of the time left, a search may seem before its plan is cut. */
    private static final double TOLERANCE = 0.1;

    /** How much of the time left a plan that was cut uses. */
    private static final double USE = 0.95;

    private final LongSupplier nanoClock;
    private final long start;
    private final double limit;
    private double measuredFrom = -1;
    private long movesThen;

    /**
     * Time that begins to run now.
     *
     * @param nanoClock nanoseconds, from any origin
     */
    TimeLeft(Duration limit, LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
        this.limit = limit.toNanos();
    }

    /** How many of the moves still planned can be made; all, unless the search would be late. */
    long affordable(long movesDone, long movesPlanned) {
        double elapsed = nanoClock.getAsLong() - start;
        if (measuredFrom < 0) {
            if (elapsed >= MEASURED_FROM * limit) {
                measuredFrom = elapsed;
                movesThen = movesDone;
            }
            return movesPlanned;
        }
        if (elapsed < TRUSTED_FROM * limit || movesDone == movesThen) {
            return movesPlanned;
        }
        double nanosPerMove = (elapsed - measuredFrom) / (movesDone - movesThen);
        double left = Math.max(0, limit - elapsed);
        boolean late = movesPlanned * nanosPerMove > left * (1 + TOLERANCE);
        return late ? (long) (USE * left / nanosPerMove) : movesPlanned;
    }
}
