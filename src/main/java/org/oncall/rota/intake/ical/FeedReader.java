package org.oncall.rota.intake.ical;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.intake.IssueCode;

/**
 * Reads feeds: each day that an event touches in the zone of the team is a day of absence. Zones are those that Java knows;
 * a feed's own definitions are passed over, as nobody can say how much work they are.
 */
public final class FeedReader {
    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_RECURRING = 200;
    private static final int MOST_OCCURRENCES = 1_500;
    private static final int MOST_DAYS = 20_000;
    private static final int LONGEST_RULE = 300;
    private static final int MOST_YEARS_BEFORE = 10;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_SHOWN = 100;

    /** What recurs more often than daily is no absence. */
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private final ZoneId zone;
    private final AbsenceFeed.Window window;
    private final FeedZones zones = new FeedZones();
    private final Set<String> notes = new TreeSet<>();

    /**
     * A reader.
     *
     * @param zone of the team, by whose days absences are reckoned, and in which a time without a zone is
     */
    public FeedReader(ZoneId zone, AbsenceFeed.Window window) {
        this.zone = zone;
        this.window = window;
    }

    /** Where and when an event begins: a day, or a time in some zone. */
    record Start(LocalDateTime local, @Nullable ZoneId zone) {
        boolean isDay() {
            return zone == null;
        }

        Instant instant() {
            return local.atZone(zone == null ? ZoneOffset.UTC : zone).toInstant();
        }

        Start at(LocalDateTime other) {
            return new Start(other, zone);
        }
    }

    /** Events under their UID: the one that says when, and those that say otherwise of one occurrence. */
    static final class Series {
        final List<Event> masters = new ArrayList<>();
        final List<Event> exceptions = new ArrayList<>();

        /** The first that any of them has; empty where none has one. */
        String title() {
            return Stream.concat(masters.stream(), exceptions.stream())
                    .map(Event::title)
                    .filter(title -> !title.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    public AbsenceFeed read(byte[] calendar) throws BadFeed {
        Parsed parsed = parse(new String(calendar, StandardCharsets.UTF_8));
        Map<String, Series> byUid = parsed.byUid();
        SortedMap<String, List<DateRange>> days = new TreeMap<>();
        SortedMap<String, String> titles = new TreeMap<>();
        int recurring = 0;
        int all = 0;
        for (Map.Entry<String, Series> entry : byUid.entrySet()) {
            recurring = moreRecurring(recurring, entry.getValue());
            titles.put(entry.getKey(), entry.getValue().title());
            days.put(entry.getKey(), List.of());
            if (!parsed.isCancellation) {
                for (Map.Entry<String, List<DateRange>> named :
                        days(entry.getKey(), entry.getValue(), titles).entrySet()) {
                    List<DateRange> its = AbsenceFeed.joined(named.getValue());
                    all += its.size();
                    if (all > MOST_DAYS) {
                        throw tooMany("absences", MOST_DAYS);
                    }
                    days.put(named.getKey(), its);
                }
            }
        }
        return new AbsenceFeed(
                Event.plain(Objects.requireNonNullElse(parsed.ofCalendar("X-WR-CALNAME"), "")),
                days,
                titles,
                List.copyOf(notes));
    }

    /** How many events recur with those of the series. */
    static int moreRecurring(int before, Series series) throws BadFeed {
        int recurring = before
                + (int) series.masters.stream()
                        .filter(event -> event.first("RRULE") != null)
                        .count();
        if (recurring > MOST_RECURRING) {
            throw tooMany("events that recur", MOST_RECURRING);
        }
        return recurring;
    }

    // ---- Parsing

    /** What a calendar has of events. */
    static final class Parsed implements ContentHandler {
        private final List<Event> events = new ArrayList<>();
        private final Map<String, String> calendar = new HashMap<>();
        private final List<String> open = new ArrayList<>();
        private boolean isCancellation;
        private boolean isWhole;
        private boolean tooMany;
        private @Nullable Event event;
        private @Nullable String property;
        private String value = "";
        private Map<String, String> parameters = new HashMap<>();

        boolean isCancellation() {
            return isCancellation;
        }

        /** What is said of the calendar as a whole; null where it is not said. */
        @Nullable
        String ofCalendar(String name) {
            return calendar.get(name);
        }

        /** Events by their UID, in the order of the file. */
        Map<String, Series> byUid() {
            Map<String, Series> byUid = new LinkedHashMap<>();
            for (Event event : events) {
                Series series = byUid.computeIfAbsent(event.uid(), uid -> new Series());
                (event.first("RECURRENCE-ID") == null ? series.masters : series.exceptions).add(event);
            }
            return byUid;
        }

        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {
            isWhole = true;
        }

        @Override
        public void startComponent(String name) {
            if (open.isEmpty() && name.equalsIgnoreCase("VEVENT")) {
                event = new Event();
            }
            open.add(name);
        }

        @Override
        public void endComponent(String name) {
            if (!open.isEmpty()) {
                open.removeLast();
            }
            if (open.isEmpty() && event != null) {
                tooMany |= events.size() >= MOST_EVENTS;
                if (!tooMany) {
                    events.add(event);
                }
                event = null;
            }
        }

        @Override
        public void startProperty(String name) {
            property = name.toUpperCase(Locale.ROOT);
            parameters = new HashMap<>();
            value = "";
        }

        @Override
        public void propertyValue(String text) {
            value = text;
        }

        @Override
        public void parameter(String name, String text) {
            parameters.put(name.toUpperCase(Locale.ROOT), text);
        }

        @Override
        public void endProperty(String name) {
            String known = property == null ? "" : property;
            if (open.isEmpty() && known.equals("METHOD")) {
                isCancellation = value.strip().equalsIgnoreCase("CANCEL");
            }
            if (open.isEmpty()) {
                calendar.putIfAbsent(known, value.strip());
            }
            // What is said of an alarm within an event is not said of the event.
            if (event != null && open.size() == 1) {
                event.add(known, new Event.Property(Map.copyOf(parameters), value));
            }
        }
    }

    static Parsed parse(String text) throws BadFeed {
        Parsed parsed = new Parsed();
        try {
            // The parser by itself takes a folded line for two.
            StringReader lines = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
            new CalendarParserImpl().parse(new UnfoldingReader(lines, true), parsed);
        } catch (ParserException | IOException | RuntimeException e) {
            throw notWhole(e instanceof ParserException at ? " near line " + at.getLineNo() : "");
        }
        if (!parsed.isWhole) {
            throw notWhole("");
        }
        if (parsed.tooMany) {
            throw tooMany("events", MOST_EVENTS);
        }
        return parsed;
    }

    private static BadFeed notWhole(String where) {
        return new BadFeed(
                IssueCode.BAD_CALENDAR,
                "The body must be a whole calendar, from BEGIN:VCALENDAR to END:VCALENDAR, but is not" + where
                        + ".\nMaybe it was cut off on its way: export it again.");
    }

    static BadFeed tooMany(String what, int most) {
        return new BadFeed(
                IssueCode.TOO_MANY,
                "The calendar must have at most " + most + " " + what
                        + ".\nMaybe export the absences of one person, and" + " of fewer years.");
    }

    // ---- Days

    /**
     * The days of a series, under its UID; an occurrence that is called otherwise is told apart, as it may be of somebody else.
     *
     * @param titles what such an occurrence is called is added
     */
    private Map<String, List<DateRange>> days(String uid, Series series, Map<String, String> titles) throws BadFeed {
        Map<String, List<DateRange>> all = new LinkedHashMap<>();
        List<DateRange> days = new ArrayList<>();
        all.put(uid, days);
        Set<Instant> replaced = new HashSet<>();
        for (Event exception : series.exceptions) {
            Start which = start(uid, exception, "RECURRENCE-ID");
            replaced.add(which.instant());
            if (!exception.isCancelled() && series.masters.stream().noneMatch(Event::isCancelled)) {
                boolean isOther =
                        !exception.title().isEmpty() && !exception.title().equals(series.title());
                String own = uid + "#" + which.local();
                if (isOther) {
                    titles.put(own, exception.title());
                }
                List<DateRange> its = isOther ? all.computeIfAbsent(own, key -> new ArrayList<>()) : days;
                add(its, start(uid, exception, "DTSTART"), uid, exception);
            }
        }
        for (Event master : series.masters) {
            if (!master.isCancelled()) {
                Start first = start(uid, master, "DTSTART");
                for (Start start : occurrences(uid, master, first)) {
                    if (!replaced.contains(start.instant())) {
                        add(days, start, uid, master);
                    }
                }
            }
        }
        return all;
    }

    List<Start> occurrences(String uid, Event event, Start first) throws BadFeed {
        Set<LocalDateTime> starts = new TreeSet<>();
        starts.add(first.local());
        for (Event.Property rule : event.all("RRULE")) {
            starts.addAll(recurrences(uid, rule.value().strip(), first));
        }
        for (Start extra : list(uid, event, "RDATE")) {
            starts.add(extra.local());
        }
        Set<Instant> excluded = new HashSet<>();
        Set<LocalDate> excludedDays = new HashSet<>();
        for (Start excludedStart : list(uid, event, "EXDATE")) {
            if (excludedStart.isDay()) {
                excludedDays.add(excludedStart.local().toLocalDate());
            } else {
                excluded.add(excludedStart.instant());
            }
        }
        return starts.stream()
                .map(first::at)
                .filter(start -> !excluded.contains(start.instant())
                        && !excludedDays.contains(start.local().toLocalDate()))
                .toList();
    }

    private List<LocalDateTime> recurrences(String uid, String rule, Start first) throws BadFeed {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        String frequency = parts.getOrDefault("FREQ", "");
        if (rule.length() > LONGEST_RULE
                || !FREQUENCIES.contains(frequency)
                || parts.containsKey("BYHOUR")
                || parts.containsKey("BYMINUTE")
                || parts.containsKey("BYSECOND")) {
            throw new BadFeed(
                    IssueCode.BAD_RECURRENCE,
                    "The recurrence (" + shown(rule) + ") of the event (" + shown(uid)
                            + ") must be daily, weekly, monthly or yearly, as absences are days.\nMaybe write"
                            + " FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231.");
        }
        LocalDate earliest = window.from().minusYears(MOST_YEARS_BEFORE);
        if (first.local().toLocalDate().isBefore(earliest)) {
            throw new BadFeed(
                    IssueCode.OUT_OF_RANGE,
                    "The event (" + shown(uid) + ") recurs since "
                            + first.local().toLocalDate()
                            + ", and must not do so since before " + earliest
                            + ".\nMaybe let it begin in the year of the rota.");
        }
        String until = parts.remove("UNTIL");
        if (until == null && !parts.containsKey("COUNT")) {
            notes.add("The event (" + shown(uid) + ") recurs without an end: it was read until " + window.to()
                    + ", so import the feed again before then.");
        }
        LocalDateTime last = until == null ? null : until(uid, until, first);
        LocalDateTime end = window.to().atStartOfDay();
        StringBuilder text = new StringBuilder();
        parts.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ";").append(name).append('=').append(value));
        try {
            List<LocalDateTime> found = first.isDay()
                    ? new Recur<LocalDate>(text.toString())
                                    .getDates(
                                            first.local().toLocalDate(),
                                            first.local().toLocalDate(),
                                            end.toLocalDate(),
                                            mostFrom(first))
                                    .stream()
                                    .map(LocalDate::atStartOfDay)
                                    .toList()
                    : new Recur<LocalDateTime>(text.toString())
                            .getDates(first.local(), first.local(), end, mostFrom(first));
            return found.stream()
                    .filter(start -> last == null || !start.isAfter(last))
                    .toList();
        } catch (RuntimeException e) {
            throw new BadFeed(
                    IssueCode.BAD_RECURRENCE,
                    "The recurrence (" + shown(rule) + ") of the event (" + shown(uid)
                            + ") cannot be understood.\nMaybe write FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231.");
        }
    }

    /** As many as can be from the beginning of a series on, which may lie before the window. */
    private int mostFrom(Start first) {
        long before = Math.max(0, first.local().toLocalDate().until(window.from(), java.time.temporal.ChronoUnit.DAYS));
        return (int) Math.min(MOST_OCCURRENCES + before, Integer.MAX_VALUE);
    }

    private LocalDateTime until(String uid, String text, Start first) throws BadFeed {
        Start until = moment(
                uid, "UNTIL", text, first.zone() == null ? null : first.zone().getId());
        if (until.isDay()) {
            return until.local().toLocalDate().plusDays(1).atStartOfDay().minusSeconds(1);
        }
        return first.zone() == null ? until.local() : LocalDateTime.ofInstant(until.instant(), first.zone());
    }

    /** Adds the days of one occurrence that lie in the window. */
    private void add(List<DateRange> days, Start start, String uid, Event event) throws BadFeed {
        LocalDate first;
        LocalDate last;
        Start began = start(uid, event, "DTSTART");
        Event.Property endProperty = event.first("DTEND");
        Event.Property durationProperty = event.first("DURATION");
        if (start.isDay()) {
            first = start.local().toLocalDate();
            Period length = Period.ofDays(1);
            if (endProperty != null) {
                length = Period.ofDays((int) Math.clamp(
                        began.local()
                                .toLocalDate()
                                .until(
                                        start(uid, event, "DTEND").local().toLocalDate(),
                                        java.time.temporal.ChronoUnit.DAYS),
                        1,
                        100_000));
            } else if (durationProperty != null) {
                length = Period.ofDays(
                        (int) Math.clamp(duration(uid, durationProperty).toDays(), 1, 100_000));
            }
            last = first.plus(length).minusDays(1);
        } else {
            Duration length = Duration.ZERO;
            if (endProperty != null) {
                length = Duration.between(
                        began.instant(), start(uid, event, "DTEND").instant());
            } else if (durationProperty != null) {
                length = duration(uid, durationProperty);
            }
            Instant begin = start.instant();
            // Up to the last moment in it: an event until midnight does not touch the next day.
            Instant end = length.isPositive() ? begin.plus(length).minusNanos(1) : begin;
            first = LocalDate.ofInstant(begin, zone);
            last = LocalDate.ofInstant(end, zone);
        }
        LocalDate from = first.isBefore(window.from()) ? window.from() : first;
        LocalDate to = last.isBefore(window.to()) ? last : window.to().minusDays(1);
        if (!to.isBefore(from)) {
            days.add(new DateRange(from, to));
        }
    }

    static Duration duration(String uid, Event.Property property) throws BadFeed {
        String text = property.value().strip();
        try {
            return text.matches("[+]?P\\d{1,4}W")
                    ? Duration.ofDays(7L * Long.parseLong(text.replaceAll("\\D", "")))
                    : Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadFeed(
                    IssueCode.BAD_CALENDAR,
                    "The DURATION (" + shown(text) + ") of the event (" + shown(uid)
                            + ") must be a duration.\nMaybe write P1D.");
        }
    }

    private List<Start> list(String uid, Event event, String name) throws BadFeed {
        List<Start> result = new ArrayList<>();
        for (Event.Property property : event.all(name)) {
            for (String value : property.value().split(",")) {
                if (!value.isBlank()) {
                    result.add(moment(uid, name, value.strip(), property.parameter("TZID")));
                }
                if (result.size() > MOST_OCCURRENCES) {
                    throw tooMany("dates in one list", MOST_OCCURRENCES);
                }
            }
        }
        return result;
    }

    Start start(String uid, Event event, String name) throws BadFeed {
        Event.Property property = event.first(name);
        if (property == null) {
            throw new BadFeed(
                    IssueCode.BAD_CALENDAR,
                    "The event (" + shown(uid) + ") must have a " + name
                            + ".\nMaybe leave it out, or write DTSTART;VALUE=DATE:20270208.");
        }
        return moment(uid, name, property.value().strip(), property.parameter("TZID"));
    }

    private Start moment(String uid, String name, String text, @Nullable String zoneName) throws BadFeed {
        try {
            LocalDateTime local;
            @Nullable ZoneId its;
            if (text.length() == 8) {
                local = LocalDate.parse(text, DATE).atStartOfDay();
                its = null;
            } else if (text.endsWith("Z")) {
                local = LocalDateTime.parse(text.substring(0, text.length() - 1), TIME);
                its = ZoneOffset.UTC;
            } else {
                local = LocalDateTime.parse(text, TIME);
                its = zoneName == null ? zone : zones.zone(zoneName);
            }
            if (local.getYear() > 0 && local.getYear() <= LAST_YEAR) {
                return new Start(local, its);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new BadFeed(
                IssueCode.BAD_CALENDAR,
                "The " + name + " (" + shown(text) + ") of the event (" + shown(uid)
                        + ") must be a date or a time up to " + LAST_YEAR
                        + ".\nMaybe write 20270208 or 20270208T090000Z.");
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
