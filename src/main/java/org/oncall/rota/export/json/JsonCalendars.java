package org.oncall.rota.export.json;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oncall.rota.domain.CalendarDay;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.wire.CalendarAnswer;
import org.oncall.rota.wire.RotaRequest;

/** Writes the calendar of a period. Instants carry the offset of the team's zone. */
public final class JsonCalendars {
    private final ZoneId zone;

    private JsonCalendars(ZoneId zone) {
        this.zone = zone;
    }

    public static CalendarAnswer of(RotaProblem problem, List<CalendarDay> days, RotaRequest request) {
        JsonCalendars writer = new JsonCalendars(problem.team().zone());
        return new CalendarAnswer(
                problem.team().zone().getId(),
                problem.now().toString(),
                days.stream()
                        .map(day -> new CalendarAnswer.DayRow(
                                day.date().toString(), day.kind().name(), day.festive()))
                        .toList(),
                problem.schedules().stream().map(writer::rotation).toList(),
                days.stream().flatMap(day -> holiday(day).stream()).toList(),
                request);
    }

    private static Optional<CalendarAnswer.BankHolidayRow> holiday(CalendarDay day) {
        return Optional.ofNullable(day.name())
                .map(name -> new CalendarAnswer.BankHolidayRow(day.date().toString(), name));
    }

    private CalendarAnswer.RotationLines rotation(RotationSchedule schedule) {
        List<CalendarAnswer.LineRow> lines = new ArrayList<>();
        List<OnCallDay> line = new ArrayList<>();
        for (OnCallDay day : schedule.planned()) {
            if (!line.isEmpty() && startsLine(schedule, line.getLast(), day)) {
                lines.add(line(schedule, line));
                line.clear();
            }
            line.add(day);
        }
        if (!line.isEmpty()) {
            lines.add(line(schedule, line));
        }
        return new CalendarAnswer.RotationLines(
                schedule.rotation().id().value(),
                schedule.rotation().tiers().stream()
                        .map(tier -> tier.id().value())
                        .toList(),
                lines);
    }

    private static boolean startsLine(RotationSchedule schedule, OnCallDay before, OnCallDay day) {
        return day.handover().isPreferred() || isAlone(schedule, before) || isAlone(schedule, day);
    }

    /** Where weeks stay whole over the festive period, so do their lines. */
    private static boolean isAlone(RotationSchedule schedule, OnCallDay day) {
        return day.inFestivePeriod()
                && schedule.rotation().festive().longestDays()
                        < schedule.rotation().longestDays();
    }

    private CalendarAnswer.LineRow line(RotationSchedule schedule, List<OnCallDay> days) {
        return new CalendarAnswer.LineRow(
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        days.getFirst().span().start().atZone(zone)),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        days.getLast().span().end().atZone(zone)),
                days.getFirst().date().toString(),
                days.getLast().date().toString(),
                isAlone(schedule, days.getFirst()),
                days.stream()
                        .flatMap(day -> day.festiveDays().stream())
                        .map(festive -> festive.date().toString())
                        .distinct()
                        .toList());
    }
}
