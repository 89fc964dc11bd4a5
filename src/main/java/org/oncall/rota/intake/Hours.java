package org.oncall.rota.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oncall.rota.domain.Interval;

/** Lists of hours that are sorted and apart from each other. */
final class Hours {
    private Hours() {}

    /** What two stretches that overlap have in common. */
    static Interval common(Interval one, Interval other) {
        return new Interval(later(one.start(), other.start()), earlier(one.end(), other.end()));
    }

    /** The part of the hours that lies in the span. */
    static List<Interval> within(List<Interval> hours, Interval span) {
        List<Interval> result = new ArrayList<>(hours.size());
        for (Interval piece : hours) {
            if (piece.overlaps(span)) {
                result.add(common(piece, span));
            }
        }
        return result;
    }

    /** Hours that are in either list; what meets becomes one. */
    static List<Interval> union(List<Interval> some, List<Interval> others) {
        if (some.isEmpty()) {
            return others;
        }
        List<Interval> all = new ArrayList<>(some);
        all.addAll(others);
        all.sort(Comparator.comparing(Interval::start));
        List<Interval> result = new ArrayList<>(all.size());
        for (Interval piece : all) {
            Interval last = result.isEmpty() ? null : result.getLast();
            if (last != null && !piece.start().isAfter(last.end())) {
                Instant end = last.end().isAfter(piece.end()) ? last.end() : piece.end();
                result.set(result.size() - 1, new Interval(last.start(), end));
            } else {
                result.add(piece);
            }
        }
        return result;
    }

    /** Hours of the first list that are not in the second. */
    static List<Interval> minus(List<Interval> hours, List<Interval> others) {
        List<Interval> result = new ArrayList<>();
        for (Interval piece : hours) {
            Instant start = piece.start();
            for (Interval other : others) {
                if (other.overlaps(piece)) {
                    if (start.isBefore(other.start())) {
                        result.add(new Interval(start, other.start()));
                    }
                    start = later(start, other.end());
                }
            }
            if (start.isBefore(piece.end())) {
                result.add(new Interval(start, piece.end()));
            }
        }
        return result;
    }

    /** How long they are together. */
    static Duration time(List<Interval> hours) {
        Duration result = Duration.ZERO;
        for (Interval piece : hours) {
            result = result.plus(piece.duration());
        }
        return result;
    }

    /** "2 h 30 min"; seconds only where there are some. */
    static String text(Duration time) {
        List<String> parts = new ArrayList<>();
        if (time.toHours() > 0) {
            parts.add(time.toHours() + " h");
        }
        if (time.toMinutesPart() > 0) {
            parts.add(time.toMinutesPart() + " min");
        }
        if (time.toSecondsPart() > 0) {
            parts.add(time.toSecondsPart() + " s");
        }
        return parts.isEmpty() ? "less than a second" : String.join(" ", parts);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
