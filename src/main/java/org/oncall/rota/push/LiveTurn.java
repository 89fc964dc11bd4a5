package org.oncall.rota.push;

import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;

/**
 * A shift or an override as it is live.
 *
 * @param id by which it can be changed; null: it cannot be
 * @param user null: intentionally nobody
 */
public record LiveTurn(@Nullable String id, @Nullable String user, Interval span) {}
