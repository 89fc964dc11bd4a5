package org.oncall.rota.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and from which seed to search.
 *
 * @param limit most time the search may take
 * @param moves number of moves tried after which it stops, exactly; null: as many as the limit allows for
 * @param unimproved for how long, counted in moves, it may find nothing better before it ends; null: as the search sees fit
 */
public record SolveSettings(
        Duration limit,
        long seed,
        @Nullable Long moves,
        @Nullable Duration unimproved) {
    /** Settings for a search that ends when it sees fit. */
    public SolveSettings(Duration limit, long seed, @Nullable Long moves) {
        this(limit, seed, moves, null);
    }
}
