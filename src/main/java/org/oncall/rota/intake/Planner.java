package org.oncall.rota.intake;

import java.time.DateTimeException;
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

    /** How far past the period a handover moved off its bank holidays may matter. */
    private static final int LOOK_AHEAD_DAYS = 62;

    private final Issues issues;
    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate to;
    private final RotaCalendar calendar;

    private Planner(Issues issues, ZoneId zone, BankHolidays holidays, LocalDate from, LocalDate to) {
        this.issues = issues;
        this.zone = zone;
        this.from = from;
        this.to = to;
        this.calendar = new RotaCalendar(zone, holidays);
    }

    /**
     * A planner of the period, or null where its bank holidays are not known, which is then an issue.
     *
     * @param holidays a known region; null for none
     */
    static @Nullable Planner of(Issues issues, ZoneId zone, @Nullable String holidays, LocalDate from, LocalDate to) {
        if (holidays == null) {
            return new Planner(issues, zone, BankHolidays.NONE, from, to);
        }
        int firstYear = from.getYear() - LONGEST_HISTORY_YEARS - 1;
        int lastYear = to.plusDays(LOOK_AHEAD_DAYS).getYear();
        try {
            BankHolidays known = BankHolidays.of(holidays, firstYear, lastYear).orElseThrow();
            return new Planner(issues, zone, known, from, to);
        } catch (DateTimeException e) {
            // The Islamic calendar, from which some holidays are reckoned, is only known until about 2174.
            issues.add(
                    IssueCode.UNKNOWN_HOLIDAYS,
                    Place.ROOT.at("team").at("holidays"),
                    "The holidays (" + holidays + ") of the team must be known for the years " + firstYear + " to "
                            + lastYear + ", but are not. Maybe plan an earlier period, or another region.");
            return null;
        }
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
