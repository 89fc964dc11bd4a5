package org.oncall.rota.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.oncall.rota.domain.CalendarDay;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.FestivePolicy;
import org.oncall.rota.domain.HandoverDay;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Team;
import org.oncall.rota.domain.TimeWindow;

/**
 * Cuts time into on-call days. A handover time that a clock change skips is taken as much later as the clock jumps; one that
 * it repeats is taken the first time. So on-call days always follow each other without hole or overlap. A date that a zone
 * skipped, when it moved across the date line, has no on-call day.
 */
public final class RotaCalendar {
    /** How far past the period to look for the next day with coverage and for handovers moved off holidays. */
    private static final int LOOK_AHEAD_DAYS = 31;

    private static final Duration ONE_DAY = Duration.ofDays(1);

    private final ZoneId zone;
    private final BankHolidays holidays;

    public RotaCalendar(ZoneId zone, BankHolidays holidays) {
        this.zone = zone;
        this.holidays = holidays;
    }

    /**
     * The on-call days of a rotation.
     *
     * @param historyFrom first date whose on-call day may matter as history; {@code from} or before
     * @param from first date planned
     * @param to first date not planned
     */
    public RotationSchedule schedule(Rotation rotation, LocalDate historyFrom, LocalDate from, LocalDate to) {
        Map<LocalDate, Integer> preferred = preferredHandovers(rotation, historyFrom, to.plusDays(LOOK_AHEAD_DAYS));
        List<OnCallDay> days = new ArrayList<>();
        int firstPlanned = 0;
        LocalDate previous = historyFrom.minusDays(1);
        for (LocalDate date = historyFrom; date.isBefore(to); date = date.plusDays(1)) {
            List<Interval> coverage = coverage(rotation, date);
            if (!coverage.isEmpty()) {
                HandoverDay handover = handover(previous, date, preferred);
                days.add(onCallDay(rotation, date, coverage, handover));
                firstPlanned += date.isBefore(from) ? 1 : 0;
                previous = date;
            }
        }
        LocalDate next = to;
        while (next.isBefore(to.plusDays(LOOK_AHEAD_DAYS))
                && coverage(rotation, next).isEmpty()) {
            next = next.plusDays(1);
        }
        return new RotationSchedule(rotation, days, firstPlanned, handover(previous, next, preferred));
    }

    private OnCallDay onCallDay(Rotation rotation, LocalDate date, List<Interval> coverage, HandoverDay handover) {
        List<LocalDate> coveredDates = datesAround(date).stream()
                .filter(touched -> coverage.stream().anyMatch(wholeDay(touched)::overlaps))
                .toList();
        List<FestiveDay> festiveDays = coveredDates.stream()
                .filter(covered -> isFestiveDay(rotation.festive(), covered))
                .map(covered -> new FestiveDay(covered, festiveYear(rotation.festive(), covered)))
                .toList();
        return new OnCallDay(
                date,
                span(rotation, date),
                coverage,
                coveredDates,
                isRestDay(date) || !festiveDays.isEmpty(),
                isInFestivePeriod(rotation.festive(), date),
                festiveDays,
                handover);
    }

    /** From the handover time of the date to that of the next. */
    public Interval span(Rotation rotation, LocalDate date) {
        LocalTime time = rotation.handover().time();
        return new Interval(instant(date, time), instant(date.plusDays(1), time));
    }

    /** The hours of the on-call day in which somebody is needed, sorted and joined. */
    private List<Interval> coverage(Rotation rotation, LocalDate date) {
        if (!exists(date)) {
            return List.of();
        }
        Interval span = span(rotation, date);
        TreeMap<Instant, Instant> pieces = new TreeMap<>();
        // A window may begin on the day before and end on the day after.
        for (LocalDate day : datesAround(date)) {
            for (TimeWindow window : rotation.coverage().on(kind(day))) {
                Instant start = windowEdge(day, window.start());
                Instant end = windowEdge(window.endsNextDay() ? day.plusDays(1) : day, window.end());
                clip(start, end, span).ifPresent(piece -> add(pieces, piece));
            }
        }
        if (!rotation.festive().cover()) {
            for (LocalDate day : datesAround(date)) {
                if (isFestiveDay(rotation.festive(), day)) {
                    remove(pieces, wholeDay(day));
                }
            }
        }
        return pieces.entrySet().stream()
                .map(piece -> new Interval(piece.getKey(), piece.getValue()))
                .toList();
    }

    private static Optional<Interval> clip(Instant start, Instant end, Interval span) {
        Instant from = start.isAfter(span.start()) ? start : span.start();
        Instant to = end.isBefore(span.end()) ? end : span.end();
        return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
    }

    /** Adds a piece, joined with those it meets or overlaps. */
    private static void add(TreeMap<Instant, Instant> pieces, Interval piece) {
        Instant start = piece.start();
        Instant end = piece.end();
        for (Map.Entry<Instant, Instant> other : List.copyOf(pieces.entrySet())) {
            if (!other.getKey().isAfter(end) && !start.isAfter(other.getValue())) {
                pieces.remove(other.getKey());
                start = other.getKey().isBefore(start) ? other.getKey() : start;
                end = other.getValue().isAfter(end) ? other.getValue() : end;
            }
        }
        pieces.put(start, end);
    }

    private static void remove(TreeMap<Instant, Instant> pieces, Interval hole) {
        for (Map.Entry<Instant, Instant> piece : List.copyOf(pieces.entrySet())) {
            Instant start = piece.getKey();
            Instant end = piece.getValue();
            if (hole.start().isBefore(end) && start.isBefore(hole.end())) {
                pieces.remove(start);
                if (start.isBefore(hole.start())) {
                    pieces.put(start, hole.start());
                }
                if (hole.end().isBefore(end)) {
                    pieces.put(hole.end(), end);
                }
            }
        }
    }

    /**
     * What a handover between two on-call days is. Where days without coverage lie between them, hands may change on any
     * of those dates, so a preferred one among them will do.
     */
    private HandoverDay handover(LocalDate previous, LocalDate date, Map<LocalDate, Integer> preferred) {
        for (LocalDate day = date; day.isAfter(previous); day = day.minusDays(1)) {
            Integer moved = preferred.get(day);
            if (moved != null) {
                return new HandoverDay(HandoverDay.Kind.PREFERRED, moved);
            }
        }
        return new HandoverDay(isRestDay(date) ? HandoverDay.Kind.REST_DAY : HandoverDay.Kind.WORKING_DAY, 0);
    }

    /** The preferred handover dates, each with the days by which it was moved off a bank holiday. */
    private Map<LocalDate, Integer> preferredHandovers(Rotation rotation, LocalDate from, LocalDate to) {
        Map<LocalDate, Integer> result = new HashMap<>();
        for (LocalDate date = from.minusDays(LOOK_AHEAD_DAYS); !date.isAfter(to); date = date.plusDays(1)) {
            if (date.getDayOfWeek() == rotation.handover().day()) {
                LocalDate moved = date;
                if (holidays.contains(date)) {
                    while (isRestDay(moved)) {
                        moved = moved.plusDays(1);
                    }
                }
                result.merge(moved, (int) (moved.toEpochDay() - date.toEpochDay()), Math::min);
            }
        }
        return result;
    }

    /** What kind of day each date of a period is. */
    public static List<CalendarDay> days(RotaProblem problem) {
        String region = problem.team().holidays();
        BankHolidays holidays = region == null
                ? BankHolidays.NONE
                : BankHolidays.of(region, problem.from().getYear(), problem.to().getYear())
                        .orElseThrow();
        RotaCalendar calendar = new RotaCalendar(problem.team().zone(), holidays);
        // The on-call day of the last date ends on the first date that is not planned.
        return problem.from()
                .datesUntil(problem.to().plusDays(1))
                .map(date -> new CalendarDay(
                        date,
                        calendar.kind(date),
                        holidays.name(date).orElse(null),
                        problem.team().rotations().stream()
                                .anyMatch(rotation -> isFestiveDay(rotation.festive(), date))))
                .toList();
    }

    /** The calendar of a team, which knows the bank holidays from the year before the first date to that after the last. */
    public static RotaCalendar of(Team team, LocalDate from, LocalDate to) {
        String region = team.holidays();
        BankHolidays holidays = region == null
                ? BankHolidays.NONE
                : BankHolidays.of(region, from.getYear() - 1, to.getYear() + 1).orElseThrow();
        return new RotaCalendar(team.zone(), holidays);
    }

    /** The local date of an instant. */
    public LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** A window on a date, or what a clock change leaves of it; empty where that is nothing or the zone has no such date. */
    public Optional<Interval> window(LocalDate date, TimeWindow window) {
        if (!exists(date)) {
            return Optional.empty();
        }
        Instant start = windowEdge(date, window.start());
        Instant end = windowEdge(window.endsNextDay() ? date.plusDays(1) : date, window.end());
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    /** What kind of day a date is. */
    public DayKind kind(LocalDate date) {
        if (holidays.contains(date)) {
            return DayKind.HOLIDAY;
        }
        return isWeekend(date) ? DayKind.WEEKEND : DayKind.WORKING_DAY;
    }

    /** A weekend or a bank holiday. */
    private boolean isRestDay(LocalDate date) {
        return isWeekend(date) || holidays.contains(date);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isFestiveDay(FestivePolicy festive, LocalDate date) {
        return festive.days().contains(MonthDay.from(date));
    }

    private static boolean isInFestivePeriod(FestivePolicy festive, LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean afterStart = !day.isBefore(festive.from());
        boolean beforeEnd = !day.isAfter(festive.to());
        return festive.crossesNewYear() ? afterStart || beforeEnd : afterStart && beforeEnd;
    }

    /** The year in which the festive period around the date begins. */
    private static int festiveYear(FestivePolicy festive, LocalDate date) {
        boolean newYear = festive.crossesNewYear() && MonthDay.from(date).isBefore(festive.from());
        return newYear ? date.getYear() - 1 : date.getYear();
    }

    /** The dates that may meet an on-call day: the one before, its own and the one after, also where one was skipped. */
    private List<LocalDate> datesAround(LocalDate date) {
        return date.minusDays(2)
                .datesUntil(date.plusDays(3))
                .filter(this::exists)
                .toList();
    }

    /** Whether the zone has that date. */
    private boolean exists(LocalDate date) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    /** From local midnight to local midnight: 23, 24 or 25 hours. */
    public Interval wholeDay(LocalDate date) {
        return new Interval(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** A window that begins or ends in a skipped hour does so when the clock changes; a skipped day is passed over. */
    private Instant windowEdge(LocalDate date, LocalTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(date.atTime(time));
        boolean skippedHour =
                change != null && change.isGap() && change.getDuration().compareTo(ONE_DAY) < 0;
        return skippedHour ? change.getInstant() : instant(date, time);
    }

    private Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
