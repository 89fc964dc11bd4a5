package org.oncall.rota.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request with an idempotency key.
 *
 * @param route method and path
 * @param digest of the body, to tell another request under the same key
 * @param headers those to repeat, as a JSON object
 */
public record StoredAnswer(
        String key,
        String route,
        String digest,
        int status,
        String headers,
        @Nullable String body,
        Instant at) {}
