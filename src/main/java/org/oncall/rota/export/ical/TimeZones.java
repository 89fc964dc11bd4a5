package org.oncall.rota.export.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;

/**
 * Zones as feeds describe them: the clock changes in the years of the feed and no others, from the rules that the rota was
 * planned by. What the library brings along goes back to 1847.
 */
final class TimeZones {
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

    private TimeZones() {}

    /** The zone with every offset that holds in one of the spans or between them. */
    static VTimeZone of(ZoneId zone, List<Interval> spans) {
        Instant first =
                spans.stream().map(Interval::start).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant last = spans.stream().map(Interval::end).max(Instant::compareTo).orElse(Instant.EPOCH);
        ZoneRules rules = zone.getRules();
        List<Observance> observances = new ArrayList<>();
        // Strictly before the next nanosecond: a change at the very start counts.
        ZoneOffsetTransition change = rules.previousTransition(first.plusNanos(1));
        if (change == null) {
            ZoneOffset offset = rules.getOffset(first);
            observances.add(observance(false, ALWAYS, offset, offset));
        } else {
            // Some readers take a zone that has no standard time for one without any offset.
            ZoneOffsetTransition before = rules.previousTransition(change.getInstant());
            if (rules.isDaylightSavings(change.getInstant()) && before != null) {
                observances.add(observance(rules, before));
            }
            observances.add(observance(rules, change));
        }
        for (@Nullable ZoneOffsetTransition next = rules.nextTransition(first);
                next != null && !next.getInstant().isAfter(last);
                next = rules.nextTransition(next.getInstant())) {
            observances.add(observance(rules, next));
        }
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances));
    }

    private static Observance observance(ZoneRules rules, ZoneOffsetTransition change) {
        return observance(
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private static Observance observance(boolean summer, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        PropertyList properties = new PropertyList(List.<Property>of(
                new DtStart<>(start), new TzOffsetFrom(written(before)), new TzOffsetTo(written(after))));
        return summer ? new Daylight(properties) : new Standard(properties);
    }

    private static String written(ZoneOffset offset) {
        String id = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return id.replace(":", "");
    }
}
