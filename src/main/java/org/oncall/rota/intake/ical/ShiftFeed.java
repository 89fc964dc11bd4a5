package org.oncall.rota.intake.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.intake.IssueCode;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.LiveShift;
import org.oncall.rota.intake.live.LiveUser;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;

/**
 * Reads a calendar of shifts, as Grafana imports them and people keep them: one tier a calendar, one event a shift or a series of
 * them, its summary the name of one person. Where an event has a zone it ends by the wall clock, whatever the clocks do in it.
 */
public final class ShiftFeed {
    private static final int MOST_SHIFTS = 20_000;
    private static final int MARGIN_DAYS = 2;
    private static final int LONGEST_NAME = 100;
    private static final String UID = "UID:";

    private final Source source;
    private final String text;
    private final Window window;
    private final ZoneId zone;
    private final FeedReader reader;
    private final List<LiveShift> shifts = new ArrayList<>();
    /** By UID; null until somebody asks. */
    private @Nullable Map<String, Integer> lines;

    private ShiftFeed(Source source, String text, Window window, ZoneId zone) {
        this.source = source;
        this.text = text;
        this.window = window;
        this.zone = zone;
        this.reader = new FeedReader(
                zone,
                new AbsenceFeed.Window(
                        window.from().minusDays(MARGIN_DAYS), window.to().plusDays(MARGIN_DAYS)));
    }

    /**
     * The tier of the calendar; what cannot be read is an issue of the source.
     *
     * @param zone where neither the calendar nor a time in it names one
     */
    public static List<LiveSchedule> read(Source source, Window window, ZoneId zone) {
        String text = source.text();
        if (text == null) {
            return List.of();
        }
        FeedReader.Parsed parsed;
        ZoneId its = zone;
        @Nullable String named = null;
        try {
            parsed = FeedReader.parse(text);
            named = parsed.ofCalendar("X-WR-TIMEZONE");
            its = named == null || named.isBlank() ? zone : new FeedZones().zone(named);
        } catch (BadFeed e) {
            source.issue(1, e.issue().code(), e.issue().sentence());
            return List.of();
        }
        ShiftFeed feed = new ShiftFeed(source, text, window, its);
        feed.series(parsed);
        String title = parsed.ofCalendar("X-WR-CALNAME") == null
                ? parsed.ofCalendar("NAME")
                : parsed.ofCalendar("X-WR-CALNAME");
        Set<LiveUser> users = new LinkedHashSet<>();
        feed.shifts.sort(Comparator.comparing((LiveShift shift) -> shift.span().start())
                .thenComparing(shift -> shift.user().id()));
        feed.shifts.forEach(shift -> users.add(shift.user()));
        return List.of(new LiveSchedule(
                source.file(),
                1,
                title == null || title.isBlank() ? source.file() : Event.plain(title),
                named == null ? null : its,
                List.copyOf(users),
                feed.shifts));
    }

    private void series(FeedReader.Parsed parsed) {
        if (parsed.isCancellation()) {
            source.issue(
                    1,
                    IssueCode.BAD_CALENDAR.code(),
                    "The calendar takes events back (METHOD:CANCEL), so it says of nobody that they are on call.");
            return;
        }
        int recurring = 0;
        for (Map.Entry<String, FeedReader.Series> entry : parsed.byUid().entrySet()) {
            try {
                recurring = FeedReader.moreRecurring(recurring, entry.getValue());
                series(entry.getKey(), entry.getValue());
                if (shifts.size() > MOST_SHIFTS) {
                    throw FeedReader.tooMany("shifts in the period", MOST_SHIFTS);
                }
            } catch (BadFeed e) {
                source.issue(line(entry.getKey()), e.issue().code(), e.issue().sentence());
                if (e.issue().code().equals(IssueCode.TOO_MANY.code())) {
                    return;
                }
            }
        }
    }

    private void series(String uid, FeedReader.Series series) throws BadFeed {
        Set<Instant> replaced = new HashSet<>();
        for (Event exception : series.exceptions) {
            replaced.add(reader.start(uid, exception, "RECURRENCE-ID").instant());
            if (!exception.isCancelled() && series.masters.stream().noneMatch(Event::isCancelled)) {
                add(uid, exception, reader.start(uid, exception, "DTSTART"));
            }
        }
        for (Event master : series.masters) {
            if (!master.isCancelled()) {
                FeedReader.Start first = reader.start(uid, master, "DTSTART");
                for (FeedReader.Start start : reader.occurrences(uid, master, first)) {
                    if (!replaced.contains(start.instant())) {
                        add(uid, master, start);
                    }
                }
            }
        }
    }

    private void add(String uid, Event event, FeedReader.Start start) throws BadFeed {
        Instant begins = start.isDay() ? start.local().atZone(zone).toInstant() : start.instant();
        Instant ends = end(uid, event, start, begins);
        Interval hours = window.hours(zone);
        Instant from = begins.isBefore(hours.start()) ? hours.start() : begins;
        Instant to = ends.isAfter(hours.end()) ? hours.end() : ends;
        if (from.isBefore(to)) {
            LiveUser user = user(uid, event);
            if (user != null) {
                shifts.add(new LiveShift(new Interval(from, to), user));
            }
        }
    }

    private Instant end(String uid, Event event, FeedReader.Start start, Instant begins) throws BadFeed {
        FeedReader.Start began = reader.start(uid, event, "DTSTART");
        Event.Property duration = event.first("DURATION");
        ZoneId its = start.zone() == null ? zone : start.zone();
        try {
            if (event.first("DTEND") != null) {
                FeedReader.Start ended = reader.start(uid, event, "DTEND");
                if (ended.isDay() != began.isDay()) {
                    throw new BadFeed(
                            IssueCode.BAD_CALENDAR,
                            "The event (" + Source.shown(uid) + ") begins with a day and ends with a time, or the other"
                                    + " way about.\nMaybe write both as times.");
                }
                if (!ended.isDay() && !its.equals(ended.zone())) {
                    return begins.plus(Duration.between(began.instant(), ended.instant()));
                }
                return local(start, Duration.between(began.local(), ended.local()), its);
            }
            if (duration != null) {
                Duration length = FeedReader.duration(uid, duration);
                return duration.value().contains("T") ? begins.plus(length) : local(start, length, its);
            }
            return start.isDay() ? local(start, Duration.ofDays(1), its) : begins;
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadFeed(
                    IssueCode.BAD_CALENDAR,
                    "The event (" + Source.shown(uid) + ") ends beyond all time.\nMaybe write DTEND:20270112T120000Z.");
        }
    }

    private static Instant local(FeedReader.Start start, Duration length, ZoneId zone) {
        LocalDateTime end = start.local().plus(length);
        return zone instanceof ZoneOffset offset
                ? end.toInstant(offset)
                : end.atZone(zone).toInstant();
    }

    private @Nullable LiveUser user(String uid, Event event) {
        Event.Property summary = event.first("SUMMARY");
        String name = summary == null ? "" : Event.plain(summary.value());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            source.issue(
                    line(uid),
                    SourceIssue.NOT_UNDERSTOOD,
                    "The SUMMARY (" + Source.shown(name) + ") of the event (" + Source.shown(uid)
                            + ") must be the name of one person, of at most " + LONGEST_NAME + " characters.");
            return null;
        }
        return LiveUser.of(name, name);
    }

    /** Where the event stands; 1 where its UID is folded or missing. */
    private long line(String uid) {
        Map<String, Integer> known = lines;
        if (known == null) {
            known = new HashMap<>();
            List<String> rows = text.lines().toList();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).startsWith(UID)) {
                    known.putIfAbsent(rows.get(i).substring(UID.length()), i + 1);
                }
            }
            lines = known;
        }
        return known.getOrDefault(uid, 1);
    }
}
