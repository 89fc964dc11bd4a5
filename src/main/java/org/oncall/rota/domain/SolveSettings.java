package org.oncall.rota.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and from which seed to search.
 *
 * @param limit most time the search may take
 * @param moves number of moves tried after which it stops, exactly; null: as many as the limit allows for
 */
public record SolveSettings(
        Duration limit, long seed, @Nullable Long moves) {}
