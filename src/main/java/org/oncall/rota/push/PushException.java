package org.oncall.rota.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The other tool refused or could not be reached. What was written before stays, and the next push goes on from there. The
 * message is for people.
 */
public final class PushException extends Exception {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    public PushException(String message) {
        this(message, null);
    }

    /** @param retryAfter how long the other tool asks to be left alone; null: it does not say */
    public PushException(String message, @Nullable Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the other tool asks to be left alone before the next push; null: it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
