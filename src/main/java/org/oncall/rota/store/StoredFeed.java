package org.oncall.rota.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The address of a calendar.
 *
 * @param digest SHA-256 of the token in the address, in hexadecimal; the token itself is not kept
 * @param rotation that of the tier; null where there is no tier
 * @param tier whose duties it has; null: those of all tiers
 * @param member whose duties it has; null: those of everybody
 * @param profile for whom it is written, such as {@code ical}
 */
public record StoredFeed(
        UUID id,
        String team,
        String digest,
        @Nullable String rotation,
        @Nullable String tier,
        @Nullable String member,
        String profile,
        Instant madeAt,
        String madeBy) {}
