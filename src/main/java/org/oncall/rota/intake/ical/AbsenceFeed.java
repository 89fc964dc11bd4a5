package org.oncall.rota.intake.ical;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.oncall.rota.domain.DateRange;

/**
 * The absences of a feed.
 *
 * @param name what the calendar as a whole is called; empty where it does not say
 * @param days by UID of the event, the days on which it falls, sorted and joined; none for an event that was cancelled
 * @param titles by UID of the event, what people read of it; empty where it says nothing
 * @param notes what was read otherwise than it says, and why
 */
public record AbsenceFeed(
        String name, SortedMap<String, List<DateRange>> days, SortedMap<String, String> titles, List<String> notes) {
    public AbsenceFeed {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
        notes = List.copyOf(notes);
    }

    /** From which day to which (not included) events are read: an endless one ends somewhere. */
    public record Window(LocalDate from, LocalDate to) {
        /** What leave is of interest to a period that begins then: none is longer than two years. */
        public static Window around(LocalDate first) {
            return new Window(first.minusYears(1), first.plusYears(2));
        }
    }

    /** The days of all events together, sorted and joined. */
    public List<DateRange> allDays() {
        return joined(days.values().stream().flatMap(List::stream).toList());
    }

    /** Sorted, and in as few ranges as can be. */
    public static List<DateRange> joined(List<DateRange> days) {
        List<DateRange> sorted = new ArrayList<>(days);
        sorted.sort(Comparator.comparing(DateRange::first).thenComparing(DateRange::last));
        List<DateRange> result = new ArrayList<>();
        for (DateRange next : sorted) {
            DateRange last = result.isEmpty() ? null : result.getLast();
            if (last == null || next.first().isAfter(last.last().plusDays(1))) {
                result.add(next);
            } else if (next.last().isAfter(last.last())) {
                result.set(result.size() - 1, new DateRange(last.first(), next.last()));
            }
        }
        return result;
    }
}
