package org.oncall.rota.export.ical;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Team;
import org.oncall.rota.domain.TierId;

/**
 * Writes feeds: one event a duty, in UTF-8. The same input gives the same bytes, and nothing in an event but its hours, its
 * person and its revision depends on the rota: its UID is that of its slot. A feed names people and has no other detail of
 * them, no METHOD and no ATTENDEE.
 */
public final class RotaFeed {
    /** What a subscriber's server is asked to wait between two looks; some do not listen. */
    private static final Duration REFRESH = Duration.ofHours(1);

    private static final String PRODUCT = "-//On-call rota service//EN";

    /** RFC 5545, 3.1: a line should not be longer, in octets without its break. */
    private static final int LONGEST_LINE = 75;

    private final String calendar;
    private final String team;
    private final ZoneId zone;
    private final Map<MemberId, String> names;

    /**
     * @param calendar what makes slot ids unique in the world, such as the id of a stored team; people do not read it. Feeds of
     *     one team must agree on it, over the years
     */
    public RotaFeed(String calendar, Team team) {
        this(
                calendar,
                team.name(),
                team.zone(),
                team.members().stream().collect(Collectors.toMap(Member::id, Member::name)));
    }

    /**
     * The same for a team of which only that is known.
     *
     * @param team its name, for people
     * @param names of members by id; who has none is called by their id
     */
    public RotaFeed(String calendar, String team, ZoneId zone, Map<MemberId, String> names) {
        this.calendar = hash(calendar);
        this.team = team;
        this.zone = zone;
        this.names = Map.copyOf(names);
    }

    /** For people: times in the team's zone, who and which tier. */
    public byte[] forPeople(SentEvents sent, CalendarScope scope, Instant now) {
        List<Entry> entries = entries(sent, scope, now);
        List<CalendarComponent> components = new ArrayList<>();
        components.add(TimeZones.of(zone, entries.stream().map(Entry::span).toList()));
        for (Entry entry : entries) {
            String duty = entry.slot().rotation() + " " + entry.slot().tier();
            String summary = scope instanceof CalendarScope.OneMember
                    ? duty
                    : names.getOrDefault(entry.member(), entry.member().value()) + ": " + duty;
            components.add(event(entry, summary, zone));
        }
        return write(name(scope), components);
    }

    /**
     * For Grafana's import, which takes every word of an event for a user: the user's name alone, and times in UTC. Primary and
     * secondary must not share a calendar there, so it is always one tier.
     *
     * @param userName the name of a member in Grafana
     */
    public byte[] forGrafana(
            SentEvents sent, RotationId rotation, TierId tier, UnaryOperator<String> userName, Instant now) {
        CalendarScope scope = new CalendarScope.OneTier(rotation, tier);
        List<CalendarComponent> components = new ArrayList<>();
        for (Entry entry : entries(sent, scope, now)) {
            components.add(event(entry, userName.apply(entry.member().value()), null));
        }
        return write(name(scope), components);
    }

    /** One event of a feed. */
    private record Entry(
            String id, Slot slot, Interval span, MemberId member, int sequence, Instant revised, boolean cancelled) {}

    private static List<Entry> entries(SentEvents sent, CalendarScope scope, Instant now) {
        List<Entry> entries = new ArrayList<>();
        for (SentEvent event : sent.events().values()) {
            MemberId holder = event.member();
            if (holder != null && isIn(scope, event.first(), holder)) {
                entries.add(new Entry(
                        event.id(), event.first(), event.span(), holder, event.sequence(), event.revised(), false));
            }
            for (SentEvent.Left left : event.left()) {
                if (scope instanceof CalendarScope.OneMember one
                        && one.member().equals(left.member())
                        && !SentEvents.isOver(left, now)) {
                    entries.add(new Entry(
                            event.id(), event.first(), left.span(), left.member(), left.sequence(), left.at(), true));
                }
            }
        }
        entries.sort(Comparator.comparing((Entry entry) -> entry.span().start()).thenComparing(Entry::id));
        return entries;
    }

    private static boolean isIn(CalendarScope scope, Slot slot, MemberId holder) {
        return switch (scope) {
            case CalendarScope.WholeTeam all -> true;
            case CalendarScope.OneTier one ->
                one.rotation().equals(slot.rotation()) && one.tier().equals(slot.tier());
            case CalendarScope.OneMember one -> one.member().equals(holder);
        };
    }

    private String name(CalendarScope scope) {
        return switch (scope) {
            case CalendarScope.WholeTeam all -> team;
            case CalendarScope.OneTier one -> team + ": " + one.rotation() + " " + one.tier();
            case CalendarScope.OneMember one ->
                team + ": " + names.getOrDefault(one.member(), one.member().value());
        };
    }

    /** @param zone the zone of its times; null for UTC */
    private VEvent event(Entry entry, String summary, @Nullable ZoneId zone) {
        List<Property> properties = new ArrayList<>();
        properties.add(new Uid(entry.id() + "@" + calendar + ".rota"));
        properties.add(new DtStamp(entry.revised()));
        properties.add(new LastModified(entry.revised()));
        properties.add(new Sequence(entry.sequence()));
        Instant start = entry.span().start();
        Instant end = entry.span().end();
        if (zone != null && isPlain(start, zone) && isPlain(end, zone)) {
            ParameterList inZone = new ParameterList(List.of(new TzId(zone.getId())));
            properties.add(new DtStart<>(inZone, LocalDateTime.ofInstant(start, zone)));
            properties.add(new DtEnd<>(inZone, LocalDateTime.ofInstant(end, zone)));
        } else {
            properties.add(new DtStart<>(start));
            properties.add(new DtEnd<>(end));
        }
        properties.add(new Summary(summary));
        properties.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        properties.add(ImmutableTransp.TRANSPARENT);
        return new VEvent(new PropertyList(properties));
    }

    /** Whether the local time comes once: in the hour that clocks repeat, readers differ on which of the two it means. */
    private static boolean isPlain(Instant instant, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(instant, zone))
                        .size()
                == 1;
    }

    private static byte[] write(String name, List<CalendarComponent> components) {
        List<Property> properties = List.of(
                ImmutableVersion.VERSION_2_0,
                new ProdId(PRODUCT),
                ImmutableCalScale.GREGORIAN,
                new Name(new ParameterList(), name),
                new XProperty("X-WR-CALNAME", name),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        StringWriter text = new StringWriter();
        try {
            // The library folds by characters, which leaves lines of more octets, and may cut one character in two.
            new CalendarOutputter(false, Integer.MAX_VALUE)
                    .output(new Calendar(new PropertyList(properties), new ComponentList<>(components)), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory does not fail
        }
        return folded(text.toString());
    }

    /** Lines of at most 75 octets, broken between characters. */
    private static byte[] folded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + text.length() / 8);
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            byte[] character = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            if (codePoint == '\r' || codePoint == '\n') {
                octets = 0;
            } else {
                if (octets + character.length > LONGEST_LINE) {
                    bytes.writeBytes(new byte[] {'\r', '\n', ' '});
                    octets = 1;
                }
                octets += character.length;
            }
            bytes.writeBytes(character);
            at += Character.charCount(codePoint);
        }
        return bytes.toByteArray();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
