package org.oncall.rota.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A swap as it is kept.
 *
 * @param rota the revision it was proposed for, and once it was applied, the one that it made
 * @param status as the swap calls it
 * @param body all of it, as JSON
 */
public record StoredSwap(UUID id, String team, UUID rota, String status, String body, Instant changedAt) {}
