package org.oncall.rota.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.intake.Intake;

/** Where solves are written down, so that they outlive the process. */
interface Journal {
    /**
     * Writes down that a solve was taken, and runs the task once that is there for good.
     *
     * @throws RuntimeException where it cannot be written: then it was not taken
     */
    void taken(UUID id, Intake.Accepted accepted, Origin origin, Instant at, Runnable then);

    /** Writes down that a search begins. */
    void begun(UUID id);

    /** Writes down the best rota so far. */
    void better(UUID id, Rota best, Duration elapsed);

    /** Writes down that a search was interrupted, to go on later; with its best rota, if it had one. */
    void suspended(UUID id, @Nullable Rota best, Duration elapsed);

    /** Writes down how a solve ended; where that cannot be written now, {@link #tidy} tries again. */
    void ended(Solve solve);

    /** Writes down that a solve failed that can no longer be read. */
    void lost(UUID id, String problem);

    /** What ended in the last process before it was written down, or was never begun; in the order taken. */
    List<Unfinished> unfinished();

    /** Now and then: writes what could not be written before, and forgets what is old. */
    void tidy();

    /** Whether what was not finished is taken up again when the process starts. */
    boolean outlivesTheProcess();

    /**
     * A solve to take up again.
     *
     * @param accepted null where it cannot be, for the reason in {@code problem}
     * @param best to go on from; null: from the beginning
     */
    record Unfinished(
            UUID id,
            Intake.@Nullable Accepted accepted,
            Origin origin,
            @Nullable Rota best,
            Duration elapsed,
            @Nullable String problem) {}

    /** Writes nothing down. */
    Journal NONE = new Journal() {
        @Override
        public void taken(UUID id, Intake.Accepted accepted, Origin origin, Instant at, Runnable then) {
            then.run();
        }

        @Override
        public void begun(UUID id) {}

        @Override
        public void better(UUID id, Rota best, Duration elapsed) {}

        @Override
        public void suspended(UUID id, @Nullable Rota best, Duration elapsed) {}

        @Override
        public void ended(Solve solve) {}

        @Override
        public void lost(UUID id, String problem) {}

        @Override
        public List<Unfinished> unfinished() {
            return List.of();
        }

        @Override
        public void tidy() {}

        @Override
        public boolean outlivesTheProcess() {
            return false;
        }
    };
}
