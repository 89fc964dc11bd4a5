package org.oncall.rota.domain;

import java.time.LocalDate;

/** Whole days, from the first to the last, both included: leave, wishes. */
public record DateRange(LocalDate first, LocalDate last) {
    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "The last day (" + last + ") must not be before the first (" + first + ").");
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
