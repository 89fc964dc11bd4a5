package org.oncall.rota.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TimeWindow;

/**
 * Works out time off in lieu, and whether people got their rest, from a log of alerts.
 *
 * <p>A claim is opened by an alert out of office hours and takes in those that come before its window is over, counted from
 * its first. It is worth what the gravest of its alerts is worth, and more for every hour of work that is begun beyond what it
 * includes. No minute of work counts twice.
 *
 * <p>Rest is looked at in stretches of 24 hours from the beginning of office hours, where a call-out falls into one. It is
 * enough where any uninterrupted part of it is; else what lies between the last call-out and the next work is too short, and
 * the rest of it is owed. Being on call without being called is no work.
 */
public final class Toil {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    /** How far ahead the next office hours are looked for: longer than any holidays with weekends around them. */
    private static final int LOOK_AHEAD_DAYS = 14;

    private final Rota rota;
    private final ToilPolicy policy;
    private final RotaCalendar calendar;
    private final Map<MemberId, List<Interval>> duties = new HashMap<>();

    /** Work at one time, which may be over at once: an alert that needed nothing interrupts a rest all the same. */
    private record Work(Instant start, Instant end) {
        private static final Comparator<Work> ORDER =
                Comparator.comparing(Work::start).thenComparing(Work::end);

        boolean isEmpty() {
            return start.equals(end);
        }

        boolean touches(Interval day) {
            return isEmpty() ? day.contains(start) : new Interval(start, end).overlaps(day);
        }
    }

    private Toil(Rota rota, ToilPolicy policy) {
        this.rota = rota;
        this.policy = policy;
        this.calendar = RotaCalendar.of(
                rota.problem().team(), rota.problem().from(), rota.problem().to());
        for (RotationSchedule schedule : rota.problem().schedules()) {
            for (Tier tier : schedule.rotation().tiers()) {
                for (OnCallDay day : schedule.planned()) {
                    MemberId holder = rota.holder(new Slot(schedule.rotation().id(), tier.id(), day.date()));
                    if (holder != null) {
                        duties.computeIfAbsent(holder, key -> new ArrayList<>()).addAll(day.coverage());
                    }
                }
            }
        }
    }

    /** Call-outs of people who are not in the team are passed over. */
    public static ToilReport of(Rota rota, List<CallOut> log, ToilPolicy policy) {
        Toil toil = new Toil(rota, policy);
        Map<MemberId, List<CallOut>> byMember = new TreeMap<>();
        log.stream()
                .sorted(Comparator.comparing(CallOut::at)
                        .thenComparing(CallOut::until)
                        .thenComparing(CallOut::label)
                        .thenComparing(CallOut::woken))
                .forEach(alert -> byMember.computeIfAbsent(alert.member(), key -> new ArrayList<>())
                        .add(alert));
        return new ToilReport(rota.problem().team().members().stream()
                .filter(member -> byMember.containsKey(member.id()))
                .map(member -> toil.member(member, Objects.requireNonNull(byMember.get(member.id()))))
                .toList());
    }

    private ToilReport.MemberToil member(Member member, List<CallOut> log) {
        List<ToilReport.Claim> claims = claims(member, log);
        List<ToilReport.Rest> rests = rests(member, log);
        BigDecimal days = claims.stream().map(ToilReport.Claim::days).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ToilReport.MemberToil(
                member.id(),
                member.name(),
                days,
                time(days),
                rests.stream().map(ToilReport.Rest::owed).reduce(Duration.ZERO, Duration::plus),
                claims,
                rests);
    }

    private List<ToilReport.Claim> claims(Member member, List<CallOut> log) {
        List<ToilReport.Claim> claims = new ArrayList<>();
        Instant worked = Instant.MIN;
        for (int i = 0; i < log.size(); ) {
            CallOut first = log.get(i);
            boolean office = isOffice(member, first.at());
            List<CallOut> together = new ArrayList<>();
            Duration work = Duration.ZERO;
            Instant over = first.at().plus(policy.window());
            while (i < log.size() && (together.isEmpty() || log.get(i).at().isBefore(over))) {
                // An alert of the office is no claim, so none out of hours can be part of it, nor the other way round.
                if (isOffice(member, log.get(i).at()) != office) {
                    break;
                }
                CallOut next = log.get(i++);
                together.add(next);
                Instant from = next.at().isAfter(worked) ? next.at() : worked;
                if (next.until().isAfter(from)) {
                    work = work.plus(Duration.between(from, next.until()));
                    worked = next.until();
                }
            }
            claims.add(claim(member, together, work, office));
        }
        return claims;
    }

    private ToilReport.Claim claim(Member member, List<CallOut> alerts, Duration worked, boolean office) {
        CallOut first = alerts.getFirst();
        boolean woken = alerts.stream().anyMatch(CallOut::woken);
        boolean onCall =
                duties.getOrDefault(member.id(), List.of()).stream().anyMatch(duty -> duty.contains(first.at()));
        long extra = begun(worked.minus(policy.included()));
        BigDecimal days = office
                ? BigDecimal.ZERO
                : (woken ? policy.wokenDays() : policy.awakeDays())
                        .add(policy.extraDays().multiply(BigDecimal.valueOf(extra)));
        StringBuilder sentence = new StringBuilder(member.name())
                .append(alerts.size() == 1 ? " was alerted at " : " was alerted " + alerts.size() + " times from ")
                .append(moment(first.at()));
        if (office) {
            sentence.append(", within office hours, which earns no time off.");
        } else {
            sentence.append(woken ? ", and woken" : ", while awake")
                    .append(": ")
                    .append(days(woken ? policy.wokenDays() : policy.awakeDays()));
            if (alerts.size() > 1) {
                sentence.append(" for all of them, as they came within ")
                        .append(hours(policy.window()))
                        .append(" of the first");
            }
            if (extra > 0) {
                sentence.append(", and ")
                        .append(days(policy.extraDays().multiply(BigDecimal.valueOf(extra))))
                        .append(" for ")
                        .append(hours(worked))
                        .append(" of work");
            }
            sentence.append(".");
        }
        boolean lateStart = woken && !office;
        boolean relief = lateStart && isOnCallAfter(member, restDay(first.at()));
        if (lateStart) {
            sentence.append(" They need not start work at the usual time");
            sentence.append(relief ? ", and may ask for somebody else to be on call for the next night." : ".");
        }
        if (!onCall) {
            sentence.append(" The plan did not have them on call then.");
        }
        return new ToilReport.Claim(
                first.at(),
                alerts.stream()
                        .map(CallOut::label)
                        .filter(label -> !label.isEmpty())
                        .toList(),
                alerts.size(),
                woken,
                onCall,
                worked,
                days,
                time(days),
                lateStart,
                relief,
                sentence.toString());
    }

    /** Hours that are begun in so much time; 0 where that is none. */
    private static long begun(Duration time) {
        if (time.isNegative() || time.isZero()) {
            return 0;
        }
        return time.plusHours(1).minusNanos(1).toHours();
    }

    private List<ToilReport.Rest> rests(Member member, List<CallOut> log) {
        List<Work> work = log.stream()
                .map(alert -> new Work(alert.at(), alert.until()))
                .sorted(Work.ORDER)
                .toList();
        List<ToilReport.Rest> rests = new ArrayList<>();
        LocalDate done = LocalDate.MIN;
        for (Work piece : work) {
            LocalDate first = restDay(piece.start());
            LocalDate last = piece.isEmpty() ? first : restDay(piece.end().minusNanos(1));
            for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
                if (date.isAfter(done)) {
                    done = date;
                    rest(member, date, work, rests);
                }
            }
        }
        return rests;
    }

    /** The date on whose office hours, or where they would be, the 24 hours around a moment begin. */
    private LocalDate restDay(Instant moment) {
        LocalDate date = calendar.date(moment);
        return moment.isBefore(dayStart(date)) ? date.minusDays(1) : date;
    }

    private Instant dayStart(LocalDate date) {
        return policy.officeHours().stream()
                .min(Comparator.comparing(TimeWindow::start))
                .flatMap(window -> calendar.window(date, window))
                .orElseGet(() -> calendar.wholeDay(date))
                .start();
    }

    private void rest(Member member, LocalDate date, List<Work> callOuts, List<ToilReport.Rest> rests) {
        Interval day = new Interval(dayStart(date), dayStart(date.plusDays(1)));
        List<Work> all = new ArrayList<>();
        for (LocalDate near = date.minusDays(2);
                near.isBefore(date.plusDays(LOOK_AHEAD_DAYS));
                near = near.plusDays(1)) {
            office(member, near).forEach(hours -> all.add(new Work(hours.start(), hours.end())));
        }
        Duration around = Duration.ofDays(LOOK_AHEAD_DAYS);
        callOuts.stream()
                .filter(call -> call.end().isAfter(day.start().minus(around))
                        && call.start().isBefore(day.end().plus(around)))
                .forEach(all::add);
        all.sort(Work.ORDER);
        Instant lastCall = null;
        for (Work call : callOuts) {
            if (call.touches(day)) {
                Instant end = call.end().isBefore(day.end()) ? call.end() : day.end();
                lastCall = lastCall == null || end.isAfter(lastCall) ? end : lastCall;
            }
        }
        if (lastCall == null || longest(all, day).compareTo(policy.rest()) >= 0) {
            return;
        }
        // Office hours after the last call-out of the same day are the end of work then.
        Instant end = lastCall;
        for (Work piece : all) {
            if (piece.touches(day) && piece.end().isAfter(end)) {
                end = piece.end().isBefore(day.end()) ? piece.end() : day.end();
            }
        }
        Instant next = nextWork(all, end);
        Duration left = next == null ? policy.rest() : Duration.between(end, next);
        if (left.compareTo(policy.rest()) >= 0) {
            return;
        }
        Duration owed = policy.rest().minus(left);
        Instant notBefore = end.plus(policy.rest());
        boolean onCallNext = isOnCallAfter(member, date);
        Interval hours = left.isZero() ? null : new Interval(end, Objects.requireNonNull(next));
        String sentence = member.name() + " had " + (hours == null ? "no rest" : hours(left) + " of rest") + " after "
                + moment(end) + (hours == null ? "" : ", until " + moment(hours.end())) + ", and is owed "
                + hours(owed) + " of compensatory rest, as a rest has " + hours(policy.rest()) + ". Maybe start at "
                + at(notBefore, end) + " or later"
                + (onCallNext ? ", and let somebody else be on call for the next night." : ".");
        rests.add(new ToilReport.Rest(end, hours, owed, notBefore, onCallNext, sentence));
    }

    /** Whether the plan has the member on call in the 24 hours after those that begin on the date. */
    private boolean isOnCallAfter(Member member, LocalDate date) {
        Interval next = new Interval(dayStart(date.plusDays(1)), dayStart(date.plusDays(2)));
        return duties.getOrDefault(member.id(), List.of()).stream().anyMatch(next::overlaps);
    }

    /** The longest time without work that touches the day and does not only begin where it ends. */
    private static Duration longest(List<Work> sorted, Interval day) {
        Duration longest = Duration.ZERO;
        Instant free = Instant.MIN;
        for (Work piece : sorted) {
            if (piece.start().isAfter(free)
                    && free.isBefore(day.end())
                    && piece.start().isAfter(day.start())) {
                Duration gap = free.equals(Instant.MIN) ? day.duration() : Duration.between(free, piece.start());
                longest = gap.compareTo(longest) > 0 ? gap : longest;
            }
            free = piece.end().isAfter(free) ? piece.end() : free;
        }
        return free.isBefore(day.end()) ? day.duration() : longest;
    }

    private static @Nullable Instant nextWork(List<Work> sorted, Instant end) {
        for (Work piece : sorted) {
            if (piece.end().isAfter(end)) {
                return piece.start().isAfter(end) ? piece.start() : end;
            }
        }
        return null;
    }

    private boolean isOffice(Member member, Instant moment) {
        LocalDate date = calendar.date(moment);
        return Stream.of(date, date.minusDays(1))
                .flatMap(day -> office(member, day).stream())
                .anyMatch(hours -> hours.contains(moment));
    }

    /** When the member works in the office on a date: not on leave. */
    private List<Interval> office(Member member, LocalDate date) {
        boolean away = member.leave().stream().anyMatch(leave -> leave.contains(date));
        if (away || !ToilPolicy.OFFICE_DAYS.contains(calendar.kind(date))) {
            return List.of();
        }
        return policy.officeHours().stream()
                .flatMap(window -> calendar.window(date, window).stream())
                .toList();
    }

    private Duration time(BigDecimal days) {
        return Duration.ofSeconds(days.multiply(BigDecimal.valueOf(policy.day().toSeconds()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private String days(BigDecimal days) {
        return days.stripTrailingZeros().toPlainString() + (days.compareTo(BigDecimal.ONE) == 0 ? " day" : " days")
                + " (" + hours(time(days)) + ")";
    }

    /** "3 h", "3 h 30 min", "45 min". */
    private static String hours(Duration time) {
        long minutes = time.toMinutes();
        long rest = minutes % 60;
        if (minutes < 60) {
            return rest + " min";
        }
        return minutes / 60 + " h" + (rest == 0 ? "" : " " + rest + " min");
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(rota.problem().team().zone()));
    }

    /** The time alone, where it is on the same date. */
    private String at(Instant instant, Instant other) {
        return calendar.date(instant).equals(calendar.date(other))
                ? TIME.format(instant.atZone(rota.problem().team().zone()))
                : moment(instant);
    }
}
