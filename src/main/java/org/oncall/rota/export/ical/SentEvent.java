package org.oncall.rota.export.ical;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Slot;

/**
 * An event as feeds show it.
 *
 * @param first the slot in whose coverage it begins
 * @param window which of that slot's stretches of coverage it begins with, counted from 1
 * @param span its hours; of one that is gone, the last it had
 * @param member whose it is; null: it is gone, but may come back and must then be newer than before
 * @param sequence how often its hours or its person changed: SEQUENCE of RFC 5545
 * @param revised when that was last, or when it was first sent
 * @param left those it was taken from and who do not have it again, in the order of time
 */
public record SentEvent(
        Slot first,
        int window,
        Interval span,
        @Nullable MemberId member,
        int sequence,
        Instant revised,
        List<Left> left) {
    public SentEvent {
        if (window < 1 || sequence < 0) {
            throw new IllegalArgumentException(
                    "The window (" + window + ") must be counted from 1, and the sequence (" + sequence + ") from 0.");
        }
        left = List.copyOf(left);
    }

    /**
     * Somebody from whom the event was taken.
     *
     * @param span its hours as they last knew it
     * @param sequence the sequence at which it was taken from them
     */
    public record Left(MemberId member, Interval span, int sequence, Instant at) {}

    /** Its name, as {@link org.oncall.rota.audit.Duty#id()} has it. */
    public String id() {
        return window == 1 ? first.id() : first.id() + "." + window;
    }
}
