package org.oncall.rota.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.solver.RotaSolver;

/** A solve as it changes. Every field but {@link #best} and {@link #listeners} is read and written under the lock of {@link RotaJobs}. */
final class Job {
    /** What a search that goes on is given at least. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    final UUID id;
    final Intake.Accepted accepted;
    final Origin origin;
    /** From which its search goes on after a restart; null: from the beginning. */
    final @Nullable Rota start;
    /** How long it had searched before that restart. */
    final Duration before;
    /** Done at the end, on the messenger thread. Never handed out: whoever cancels it would cancel it for all. */
    final CompletableFuture<Solve> end = new CompletableFuture<>();
    /** Used on the messenger thread only. */
    final List<ProgressListener> listeners = new ArrayList<>();

    SolveStatus status = SolveStatus.QUEUED;
    boolean stopAsked;
    /** The service shuts down, and goes on with it at its next start. */
    boolean suspended;

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

    /** What was written down last; used by the saver only. */
    RotaSolver.@Nullable Improvement saved;

    Job(Intake.Accepted accepted, Origin origin) {
        this(UUID.randomUUID(), accepted, origin, null, Duration.ZERO);
    }

    Job(UUID id, Intake.Accepted accepted, Origin origin, @Nullable Rota start, Duration before) {
        this.id = id;
        this.accepted = accepted;
        this.origin = origin;
        this.start = start;
        this.before = before;
    }

    /** What its search may still take. */
    SolveSettings settings() {
        SolveSettings all = accepted.settings();
        Duration rest = all.limit().minus(before);
        return new SolveSettings(
                rest.compareTo(SHORTEST) < 0 ? SHORTEST : rest, all.seed(), all.moves(), all.unimproved());
    }

    Solve at(Instant now) {
        return at(now, status);
    }

    /** As it will stand with that status. */
    Solve at(Instant now, SolveStatus status) {
        Search.Found end = found;
        RotaSolver.Solved result = end != null ? end.solved() : null;
        RotaSolver.Improvement soFar = best;
        return new Solve(
                id,
                status,
                accepted,
                origin,
                elapsed(now),
                result != null ? result.rota() : soFar != null ? soFar.rota() : start,
                result != null ? result.score() : soFar != null ? soFar.score() : startScore(),
                result,
                end != null ? end.diagnosis() : null,
                problem,
                suspended);
    }

    private @Nullable Score startScore() {
        return start == null ? null : Audit.of(start).score();
    }

    private Duration elapsed(Instant now) {
        if (startedAt == null) {
            return before;
        }
        Duration elapsed = Duration.between(startedAt, endedAt != null ? endedAt : now);
        return elapsed.isNegative() ? before : before.plus(elapsed);
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
