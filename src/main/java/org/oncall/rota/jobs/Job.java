package org.oncall.rota.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.solver.RotaSolver;

/** A solve as it changes. Every field but {@link #best} and {@link #listeners} is read and written under the lock of {@link RotaJobs}. */
final class Job {
    final UUID id = UUID.randomUUID();
    final Intake.Accepted accepted;
    /** Done at the end, on the messenger thread. Never handed out: whoever cancels it would cancel it for all. */
    final CompletableFuture<Solve> end = new CompletableFuture<>();
    /** Used on the messenger thread only. */
    final List<ProgressListener> listeners = new ArrayList<>();

    SolveStatus status = SolveStatus.QUEUED;
    boolean stopAsked;

    @Nullable
    Search search;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant endedAt;

    Search.@Nullable Found found;

    @Nullable
    String problem;

    /** Written by the search without a lock, so that looking on does not slow it. */
    volatile RotaSolver.@Nullable Improvement best;

    Job(Intake.Accepted accepted) {
        this.accepted = accepted;
    }

    Solve at(Instant now) {
        Search.Found end = found;
        RotaSolver.Solved result = end != null ? end.solved() : null;
        RotaSolver.Improvement soFar = best;
        return new Solve(
                id,
                status,
                accepted,
                elapsed(now),
                result != null ? result.rota() : soFar != null ? soFar.rota() : null,
                result != null ? result.score() : soFar != null ? soFar.score() : null,
                result,
                end != null ? end.diagnosis() : null,
                problem);
    }

    private Duration elapsed(Instant now) {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        Duration elapsed = Duration.between(startedAt, endedAt != null ? endedAt : now);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /** How much of its limit a search has left, never below zero; null while it waits. */
    @Nullable
    Duration left(Instant now) {
        if (startedAt == null) {
            return null;
        }
        Duration left = accepted.settings().limit().minus(elapsed(now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
