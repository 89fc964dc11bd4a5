package org.oncall.rota.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change: who, when, what, why.
 *
 * @param id counts up with time; 0 until it is written
 * @param what such as {@code rota-published}
 * @param revisionBefore the revision that was in force; null where none was, or none is concerned
 * @param revisionAfter the revision that is in force, or was made; null where none is concerned
 * @param details more of it, as a JSON object
 */
public record TrailEntry(
        long id,
        Instant at,
        String team,
        @Nullable UUID rota,
        String who,
        String what,
        @Nullable String why,
        @Nullable Integer revisionBefore,
        @Nullable Integer revisionAfter,
        String details) {}
