package org.oncall.rota.jobs;

import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Score;

/** Tells one listener each status once, and in between what is new, looking now and then. Used on the messenger thread only. */
final class ProgressListener {
    /** After so many looks that found nothing new, the elapsed time alone is worth telling. */
    private static final int QUIET_LOOKS = 4;

    private final Consumer<Solve> told;
    private @Nullable SolveStatus lastStatus;
    private @Nullable Score lastScore;
    private int quietLooks;
    private @Nullable Future<?> looking;

    ProgressListener(Consumer<Solve> told) {
        this.told = told;
    }

    /** Keeps looking until the end. */
    void lookBy(Future<?> looking) {
        this.looking = looking;
    }

    void end() {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    /** A status was reached; it may be known already, for a listener that came in between. */
    void reached(Solve solve) {
        if (lastStatus == null || solve.status().compareTo(lastStatus) > 0 || solve.suspended()) {
            tell(solve);
        }
    }

    void look(Supplier<Solve> now) {
        Solve solve = now.get();
        quietLooks++;
        // A change of status is told by reached(), so that each is told once and in order.
        if (solve.status() == lastStatus && (!Objects.equals(solve.score(), lastScore) || quietLooks >= QUIET_LOOKS)) {
            tell(solve);
        }
    }

    private void tell(Solve solve) {
        lastStatus = solve.status();
        lastScore = solve.score();
        quietLooks = 0;
        told.accept(solve);
    }
}
