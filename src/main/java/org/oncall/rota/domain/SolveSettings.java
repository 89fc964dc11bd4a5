package org.oncall.rota.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long and from which seed to search.
 *
 * @param limit most time the search may take
 * @param steps number of steps after which it stops; null: no such limit
 */
public record SolveSettings(
        Duration limit, long seed, @Nullable Integer steps) {}
