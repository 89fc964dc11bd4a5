package org.oncall.rota.pay;

import java.time.Instant;
import org.oncall.rota.domain.MemberId;

/**
 * An alert that somebody answered.
 *
 * @param woken whether it woke them
 * @param until when the work on it ended; the time of the alert where there was none
 * @param label what it was, as the log names it; may be empty
 */
public record CallOut(MemberId member, Instant at, boolean woken, Instant until, String label) {
    public CallOut {
        if (until.isBefore(at)) {
            throw new IllegalArgumentException("The work (" + until + ") must not end before the alert (" + at + ").");
        }
    }
}
