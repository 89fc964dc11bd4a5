package org.oncall.rota.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calendars have said so far: kept between two exports, so that the next one can say what changed. */
public record CalendarStateJson(@Nullable List<Event> events) {
    /**
     * An event as calendars show it.
     *
     * @param rotation id of the rotation
     * @param tier id of the tier
     * @param date the on-call day that it begins on
     * @param window which stretch of coverage of that day, counted from 1
     * @param from instant
     * @param to instant
     * @param member whose it is; null: it is gone
     * @param sequence how often it changed
     * @param revised when that was last; an instant
     * @param left those it was taken from
     */
    public record Event(
            @Nullable String rotation,
            @Nullable String tier,
            @Nullable String date,
            int window,
            @Nullable String from,
            @Nullable String to,
            @Nullable String member,
            int sequence,
            @Nullable String revised,
            @Nullable List<Left> left) {}

    /** Somebody from whom an event was taken, with its hours as they knew it. */
    public record Left(
            @Nullable String member,
            @Nullable String from,
            @Nullable String to,
            int sequence,
            @Nullable String at) {}
}
