package org.oncall.rota.support;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.oncall.rota.audit.Duty;
import org.oncall.rota.domain.Interval;

/**
 * Who is on call at every moment: the moments at which that changes, and all who are on call from then on, with commas between
 * them. Two timelines are equal if and only if they agree at every moment, so a minute need not be looked at.
 */
public final class Timeline {
    private static final String NOBODY = "";

    private Timeline() {}

    /** Of things that each put one person on call. */
    public static <T> SortedMap<Instant, String> of(
            Collection<T> things, Function<T, Interval> span, Function<T, String> who) {
        TreeSet<Instant> moments = new TreeSet<>();
        things.forEach(thing -> {
            moments.add(span.apply(thing).start());
            moments.add(span.apply(thing).end());
        });
        SortedMap<Instant, String> timeline = new TreeMap<>();
        String before = NOBODY;
        for (Instant moment : moments) {
            TreeSet<String> people = new TreeSet<>();
            things.stream()
                    .filter(thing -> span.apply(thing).contains(moment))
                    .forEach(thing -> people.add(who.apply(thing)));
            String here = String.join(",", people);
            if (!here.equals(before)) {
                timeline.put(moment, here);
            }
            before = here;
        }
        return timeline;
    }

    /** Of the duties of a rota: what every tool has to say. */
    public static SortedMap<Instant, String> of(Collection<Duty> duties) {
        return of(duties, Duty::span, duty -> duty.member().value());
    }

    /** The same, with somebody on call between the two moments wherever nobody was. */
    public static SortedMap<Instant, String> filled(
            SortedMap<Instant, String> timeline, String who, Instant from, Instant to) {
        SortedMap<Instant, String> filled = new TreeMap<>(timeline);
        filled.putIfAbsent(from, at(timeline, from));
        filled.putIfAbsent(to, at(timeline, to));
        filled.replaceAll(
                (moment, people) -> people.isEmpty() && !moment.isBefore(from) && moment.isBefore(to) ? who : people);
        return plain(filled);
    }

    /** What it says between two moments, and nobody outside. */
    public static SortedMap<Instant, String> between(SortedMap<Instant, String> timeline, Instant from, Instant to) {
        SortedMap<Instant, String> cut = new TreeMap<>(timeline.subMap(from, to));
        cut.put(from, at(timeline, from));
        cut.put(to, NOBODY);
        return plain(cut);
    }

    /** Who is on call at a moment; empty: nobody. */
    public static String at(SortedMap<Instant, String> timeline, Instant moment) {
        SortedMap<Instant, String> until = timeline.headMap(moment.plusNanos(1));
        return until.isEmpty() ? NOBODY : until.get(until.lastKey());
    }

    private static SortedMap<Instant, String> plain(SortedMap<Instant, String> timeline) {
        SortedMap<Instant, String> plain = new TreeMap<>();
        String before = NOBODY;
        for (var entry : timeline.entrySet()) {
            if (!entry.getValue().equals(before)) {
                plain.put(entry.getKey(), entry.getValue());
            }
            before = entry.getValue();
        }
        return plain;
    }
}
