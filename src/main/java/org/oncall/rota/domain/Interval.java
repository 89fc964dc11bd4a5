package org.oncall.rota.domain;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time: the start is in it, the end is not. Never empty. */
public record Interval(Instant start, Instant end) {
    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("The end (" + end + ") must be after the start (" + start + ").");
        }
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    /** How much of this interval the other covers; zero where they do not meet. */
    public Duration overlapWith(Interval other) {
        if (!overlaps(other)) {
            return Duration.ZERO;
        }
        Instant from = start.isAfter(other.start) ? start : other.start;
        Instant to = end.isBefore(other.end) ? end : other.end;
        return Duration.between(from, to);
    }
}
