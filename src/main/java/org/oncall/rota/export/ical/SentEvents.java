package org.oncall.rota.export.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Duties;
import org.oncall.rota.audit.Duty;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;

/**
 * What the feeds of a team have said so far: all that the next state of a feed depends on besides the rota. Immutable; whoever
 * serves feeds keeps the last one.
 *
 * @param events by id, see {@link SentEvent#id()}
 */
public record SentEvents(SortedMap<String, SentEvent> events) {
    /** Nothing was sent yet. */
    public static final SentEvents NONE = new SentEvents(Collections.emptySortedMap());

    /** How long a personal feed shows an event as cancelled that was taken from its member. */
    public static final Duration CANCELLED_FOR = Duration.ofDays(30);

    /** How long after its end an event is forgotten. */
    private static final Duration REMEMBERED_FOR = Duration.ofDays(400);

    public SentEvents {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    /**
     * What feeds say from now on. Within the period of the rota it is the rota; events outside stay. One whose hours or person
     * changed has a higher sequence; one that did not stays as it is, so that nothing is sent anew.
     *
     * @param now when the rota is published; feeds tell whole seconds
     */
    public SentEvents next(Rota rota, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        SortedMap<String, SentEvent> next = new TreeMap<>();
        for (Duty duty : Duties.of(rota)) {
            next.put(duty.id(), revised(events.get(duty.id()), duty, at));
        }
        LocalDate from = rota.problem().from();
        LocalDate to = rota.problem().to();
        for (SentEvent event : events.values()) {
            LocalDate date = event.first().date();
            boolean replaced = !date.isBefore(from) && date.isBefore(to);
            if (!next.containsKey(event.id())) {
                next.put(event.id(), replaced ? gone(event, at) : event);
            }
        }
        next.values().removeIf(event -> isForgotten(event, at));
        return new SentEvents(next);
    }

    private static SentEvent revised(@Nullable SentEvent before, Duty duty, Instant at) {
        if (before == null) {
            return new SentEvent(duty.first(), duty.window(), duty.span(), duty.member(), 0, at, List.of());
        }
        if (Objects.equals(before.member(), duty.member()) && before.span().equals(duty.span())) {
            return before;
        }
        int sequence = before.sequence() + 1;
        return new SentEvent(
                duty.first(),
                duty.window(),
                duty.span(),
                duty.member(),
                sequence,
                at,
                left(before, duty.member(), sequence, at));
    }

    private static SentEvent gone(SentEvent before, Instant at) {
        if (before.member() == null) {
            return before;
        }
        int sequence = before.sequence() + 1;
        return new SentEvent(
                before.first(), before.window(), before.span(), null, sequence, at, left(before, null, sequence, at));
    }

    /** Those without the event now: as before, with its last holder, and without who holds it again. */
    private static List<SentEvent.Left> left(SentEvent before, @Nullable MemberId holder, int sequence, Instant at) {
        List<SentEvent.Left> left = new ArrayList<>(before.left());
        MemberId last = before.member();
        if (last != null && !last.equals(holder)) {
            left.add(new SentEvent.Left(last, before.span(), sequence, at));
        }
        left.removeIf(one -> one.member().equals(holder) || isOver(one, at));
        return left;
    }

    /** Whether nobody has to be told any more that they lost the event. */
    static boolean isOver(SentEvent.Left left, Instant now) {
        return !now.isBefore(left.at().plus(CANCELLED_FOR));
    }

    private static boolean isForgotten(SentEvent event, Instant now) {
        return now.isAfter(event.span().end().plus(REMEMBERED_FOR));
    }
}
