package org.oncall.rota.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A solve as it is kept.
 *
 * @param team whose draft it is to be; null: nobody's
 * @param basis as {@link StoredRota#basis} will be
 * @param status as the solve calls it
 * @param starts how often a search has begun that did not end
 * @param best shifts of the best rota so far, as JSON; null before there is one, and at the end
 * @param elapsed how long it has searched
 * @param answer as it was told at the end, as JSON; null until then
 * @param problem why it failed; null unless it did
 * @param endedAt null until then
 */
public record StoredSolve(
        UUID id,
        @Nullable String team,
        String madeBy,
        @Nullable String why,
        List<UUID> basis,
        String status,
        int starts,
        String request,
        @Nullable String best,
        Duration elapsed,
        @Nullable String answer,
        @Nullable String problem,
        Instant takenAt,
        @Nullable Instant endedAt) {
    public StoredSolve {
        basis = List.copyOf(basis);
    }
}
