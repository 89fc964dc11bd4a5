package org.oncall.rota.store;

import java.time.Instant;

/**
 * A team as it is kept.
 *
 * @param version 1 when made, one more with each change; never reused, not even after the team was deleted
 * @param body the team as JSON
 * @param deleted whether it is only kept for what it did
 */
public record StoredTeam(String id, long version, String body, boolean deleted, Instant updatedAt) {}
