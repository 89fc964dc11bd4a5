package org.oncall.rota.intake.ical;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oncall.rota.domain.DateRange;

/**
 * The absences of a feed.
 *
 * @param days by UID of the event, the days on which it falls, sorted and joined; none for an event that was cancelled
 * @param notes what was read otherwise than it says, and why
 */
public record AbsenceFeed(SortedMap<String, List<DateRange>> days, List<String> notes) {
    public AbsenceFeed {
        days = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days));
        notes = List.copyOf(notes);
    }

    /** From which day to which (not included) events are read: an endless one ends somewhere. */
    public record Window(LocalDate from, LocalDate to) {}
}
