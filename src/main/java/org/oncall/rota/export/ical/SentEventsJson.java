package org.oncall.rota.export.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.wire.CalendarStateJson;

/** What feeds have said, as JSON for whoever keeps it. */
public final class SentEventsJson {
    private SentEventsJson() {}

    public static CalendarStateJson of(SentEvents sent) {
        return new CalendarStateJson(
                sent.events().values().stream().map(SentEventsJson::event).toList());
    }

    private static CalendarStateJson.Event event(SentEvent event) {
        return new CalendarStateJson.Event(
                event.first().rotation().value(),
                event.first().tier().value(),
                event.first().date().toString(),
                event.window(),
                event.span().start().toString(),
                event.span().end().toString(),
                event.member() == null ? null : event.member().value(),
                event.sequence(),
                event.revised().toString(),
                event.left().stream()
                        .map(left -> new CalendarStateJson.Left(
                                left.member().value(),
                                left.span().start().toString(),
                                left.span().end().toString(),
                                left.sequence(),
                                left.at().toString()))
                        .toList());
    }

    /**
     * The same, read back.
     *
     * @throws IllegalArgumentException where it is not what {@link #of} wrote; says where
     */
    public static SentEvents read(CalendarStateJson json) {
        SortedMap<String, SentEvent> events = new TreeMap<>();
        List<CalendarStateJson.Event> given = json.events() == null ? List.of() : json.events();
        for (int e = 0; e < given.size(); e++) {
            try {
                SentEvent event = event(given.get(e));
                events.put(event.id(), event);
            } catch (DateTimeException | IllegalArgumentException bad) {
                throw new IllegalArgumentException(
                        "The event at /events/" + e + " cannot be read: " + bad.getMessage(), bad);
            }
        }
        return new SentEvents(events);
    }

    private static SentEvent event(CalendarStateJson.Event json) {
        List<SentEvent.Left> left = new ArrayList<>();
        for (CalendarStateJson.Left one : json.left() == null ? List.<CalendarStateJson.Left>of() : json.left()) {
            left.add(new SentEvent.Left(
                    new MemberId(there(one.member())),
                    span(one.from(), one.to()),
                    one.sequence(),
                    Instant.parse(there(one.at()))));
        }
        return new SentEvent(
                new Slot(
                        new RotationId(there(json.rotation())),
                        new TierId(there(json.tier())),
                        LocalDate.parse(there(json.date()))),
                json.window(),
                span(json.from(), json.to()),
                json.member() == null ? null : new MemberId(json.member()),
                json.sequence(),
                Instant.parse(there(json.revised())),
                left);
    }

    private static Interval span(@Nullable String from, @Nullable String to) {
        return new Interval(Instant.parse(there(from)), Instant.parse(there(to)));
    }

    private static String there(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("A field is missing.");
        }
        return text;
    }
}
