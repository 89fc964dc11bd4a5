package org.oncall.rota.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.oncall.rota.calendar.BankHolidays;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.store.StoredRota;
import org.oncall.rota.store.StoredShift;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.wire.ShiftJson;

/**
 * What of a team is in force around a period that is planned: what was worked before it, and what is published in it.
 * Shifts of people, rotations and tiers that the team no longer has are left out.
 *
 * @param history shifts before the period; one that reaches into it is cut
 * @param published shifts in the period; one that reaches out of it is cut
 * @param basis the revisions that have a say in the period
 */
record InForce(List<ShiftJson> history, List<ShiftJson> published, List<UUID> basis) {
    /** As far back as a request may reach, but for leap days. */
    private static final Duration LONGEST_HISTORY = Duration.ofDays(9 * 366);

    static InForce of(Transaction transaction, String team, RotaProblem problem) {
        ZoneId zone = problem.team().zone();
        Set<String> members = problem.team().members().stream()
                .map(Member::id)
                .map(Object::toString)
                .collect(Collectors.toSet());
        List<ShiftJson> history = new ArrayList<>();
        List<ShiftJson> published = new ArrayList<>();
        Set<UUID> basis = new TreeSet<>();
        for (RotationSchedule schedule : problem.schedules()) {
            Interval period = period(problem, schedule);
            String rotation = schedule.rotation().id().value();
            Set<String> tiers = schedule.rotation().tiers().stream()
                    .map(Tier::id)
                    .map(Object::toString)
                    .collect(Collectors.toSet());
            for (StoredShift shift :
                    transaction.shifts().ofTeam(team, period.start().minus(LONGEST_HISTORY), period.end())) {
                if (!shift.rotation().equals(rotation)) {
                    continue;
                }
                Interval span = shift.span();
                if (span.end().isAfter(period.start())) {
                    basis.add(shift.rota());
                }
                if (!tiers.contains(shift.tier()) || !members.contains(shift.member())) {
                    continue;
                }
                if (span.start().isBefore(period.start())
                        && span.start().isAfter(period.start().minus(LONGEST_HISTORY))) {
                    history.add(json(
                            shift.during(new Interval(span.start(), earlier(span.end(), period.start()))), zone));
                }
                if (span.end().isAfter(period.start())) {
                    published.add(json(
                            shift.during(new Interval(
                                    later(span.start(), period.start()), earlier(span.end(), period.end()))),
                            zone));
                }
            }
        }
        transaction.rotas().published(team, problem.from(), problem.to()).stream()
                .map(StoredRota::id)
                .forEach(basis::add);
        return new InForce(history, published, List.copyOf(basis));
    }

    /** From the first on-call day planned to the last, planned or not. */
    static Interval period(RotaProblem problem, RotationSchedule schedule) {
        RotaCalendar calendar = new RotaCalendar(problem.team().zone(), BankHolidays.NONE);
        return new Interval(
                calendar.span(schedule.rotation(), problem.from()).start(),
                calendar.span(schedule.rotation(), problem.to()).start());
    }

    static ShiftJson json(StoredShift shift, ZoneId zone) {
        return new ShiftJson(
                null,
                shift.rotation(),
                shift.tier(),
                shift.member(),
                text(shift.span().start(), zone),
                text(shift.span().end(), zone));
    }

    static String text(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
