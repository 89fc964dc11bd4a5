package org.oncall.rota.jobs;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** What became of a problem handed in. */
public sealed interface Submission {
    /**
     * It will be solved.
     *
     * @param answer the solve at its end, or as it stands once the caller has waited long enough
     */
    record Taken(UUID id, CompletionStage<Solve> answer) implements Submission {}

    /**
     * Too many wait already.
     *
     * @param retryAfter in how long a place should be free, at least a second
     */
    record Full(Duration retryAfter) implements Submission {}
}
