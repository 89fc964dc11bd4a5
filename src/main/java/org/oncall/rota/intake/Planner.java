package org.oncall.rota.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.calendar.BankHolidays;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationSchedule;

/** Makes the schedules of the rotations, and refuses what only the calendar shows to be wrong. */
final class Planner {
    private static final int LONGEST_HISTORY_YEARS = 10;

    private final Issues issues;
    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate to;
    private final RotaCalendar calendar;

    /** @param holidays a known region, or null */
    Planner(Issues issues, ZoneId zone, @Nullable String holidays, LocalDate from, LocalDate to) {
        this.issues = issues;
        this.zone = zone;
        this.from = from;
        this.to = to;
        int firstYear = from.getYear() - LONGEST_HISTORY_YEARS - 1;
        int lastYear = to.getYear() + 1;
        BankHolidays bankHolidays = holidays == null
                ? BankHolidays.NONE
                : BankHolidays.of(holidays, firstYear, lastYear).orElseThrow();
        this.calendar = new RotaCalendar(zone, bankHolidays);
    }

    /** The schedules of the rotations without issues, from the earliest of their history. */
    List<RotationSchedule> plan(List<RotationReader.ReadRotation> rotations, List<ShiftReader.ReadShift> history) {
        List<RotationSchedule> result = new ArrayList<>();
        for (RotationReader.ReadRotation read : rotations) {
            Rotation rotation = read.rotation();
            if (rotation != null) {
                LocalDate historyFrom = historyFrom(rotation, history);
                RotationSchedule schedule = calendar.schedule(rotation, historyFrom, from, to);
                refuseFestiveDaysTogether(read, schedule);
                result.add(schedule);
            }
        }
        boolean nothing =
                result.stream().allMatch(schedule -> schedule.planned().isEmpty());
        if (nothing && !result.isEmpty() && result.size() == rotations.size()) {
            issues.add(
                    IssueCode.NOTHING_TO_PLAN,
                    Place.ROOT.at("to"),
                    "The period (" + from + " to " + to + ") must have at least one hour that some rotation covers."
                            + " Maybe make it longer, or widen the coverage of a rotation.");
        }
        return result;
    }

    /** The day before the earliest shift of the rotation's history: its on-call day may reach into that shift. */
    private LocalDate historyFrom(Rotation rotation, List<ShiftReader.ReadShift> history) {
        Instant start = calendar.span(rotation, from).start();
        Instant oldest =
                calendar.span(rotation, from.minusYears(LONGEST_HISTORY_YEARS)).start();
        LocalDate result = from;
        for (ShiftReader.ReadShift shift : history) {
            if (shift.rotation().id().equals(rotation.id().value())) {
                Instant begin = shift.span().start();
                if (!begin.isBefore(start)) {
                    issues.add(
                            IssueCode.HISTORY_IN_PERIOD,
                            shift.place().at("from"),
                            "The from (" + begin + ") of the shift in " + shift.place() + " must be before the period"
                                    + " begins (" + start + "). Maybe move the shift to /published.");
                } else if (begin.isBefore(oldest)) {
                    issues.add(
                            IssueCode.HISTORY_TOO_OLD,
                            shift.place().at("from"),
                            "The from (" + begin + ") of the shift in " + shift.place() + " must be at most "
                                    + LONGEST_HISTORY_YEARS + " years before the period, not before " + oldest
                                    + ". Maybe leave the shift out.");
                } else {
                    LocalDate dayBefore = LocalDate.ofInstant(begin, zone).minusDays(1);
                    result = dayBefore.isBefore(result) ? dayBefore : result;
                }
            }
        }
        return result;
    }

    private void refuseFestiveDaysTogether(RotationReader.ReadRotation read, RotationSchedule schedule) {
        for (OnCallDay day : schedule.planned()) {
            List<FestiveDay> festive = day.festiveDays();
            if (festive.size() > 1
                    && festive.getFirst().year() == festive.getLast().year()) {
                issues.add(
                        IssueCode.FESTIVE_DAYS_TOGETHER,
                        read.place().at("festive").at("days"),
                        "The festive days (" + festive.getFirst().date() + " and "
                                + festive.getLast().date() + ") of rotation (" + read.id()
                                + ") must not fall on one on-call day, from "
                                + day.span().start() + " to "
                                + day.span().end() + ": nobody is on call on two festive days of one festive period,"
                                + " so nobody could hold it. Maybe hand over at 00:00, leave one of the two days out,"
                                + " or set \"cover\" to false.");
                return;
            }
        }
    }
}
