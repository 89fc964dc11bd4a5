package org.oncall.rota.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.calendar.BankHolidays;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.wire.AuditRequest;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.ShiftJson;

/** Reads what a request means: the problem it poses, or all that keeps it from posing one. */
final class RequestReader {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_PERIOD_YEARS = 2;

    /** Twenty tiers that change hands every day for two years. */
    private static final int MOST_SHIFTS = 20_000;

    private final RotaRequest request;
    private final Issues issues;
    private final Values values;
    private final Field.Owner owner = new Field.Owner("the request", Place.ROOT);

    /**
     * @param request with all defaults
     * @param document as the caller wrote it
     * @param issues those of its shape
     */
    RequestReader(RotaRequest request, JsonNode document, Issues issues) {
        this.request = request;
        this.issues = issues;
        this.values = new Values(issues, document);
    }

    /** What a period is made of; null in part where that has an issue. */
    private record Period(
            @Nullable LocalDate from, @Nullable LocalDate to) {}

    Intake read() {
        Read read = readAll(false, null);
        return read == null
                ? new Intake.Refused(issues.toList())
                : new Intake.Accepted(read.problem, read.settings, request);
    }

    /** Reads the request of a rota that was brought along. */
    AuditIntake readAudit(@Nullable List<ShiftJson> rota) {
        Read read = readAll(true, rota);
        if (read == null) {
            return new Intake.Refused(issues.toList());
        }
        RotaCalendar calendar = new RotaCalendar(read.problem.team().zone(), BankHolidays.NONE);
        List<Interval> periods = read.problem.schedules().stream()
                .map(schedule -> new Interval(
                        calendar.span(schedule.rotation(), read.problem.from()).start(),
                        calendar.span(schedule.rotation(), read.problem.to()).start()))
                .toList();
        WrittenRota.Result result = WrittenRota.cut(read.problem, periods, read.history, read.rota);
        return new AuditIntake.Accepted(result.rota(), result.cuts(), AuditRequest.of(request, rota));
    }

    /** What a request without issues means; without a rota where none is expected. */
    private record Read(
            RotaProblem problem,
            SolveSettings settings,
            List<ShiftReader.ReadShift> history,
            List<ShiftReader.ReadShift> rota) {}

    private @Nullable Read readAll(boolean withRota, @Nullable List<ShiftJson> rota) {
        TeamReader.ReadTeam team = new TeamReader(values).read(request.team(), owner.field("team"));
        Period period = period();
        ShiftReader shifts = team == null
                ? new ShiftReader(values, MemberReader.none(issues).ids(), RotationReader.none(issues))
                : new ShiftReader(values, team.members().ids(), team.rotations());
        List<ShiftReader.ReadShift> history = shifts.read(request.history(), owner.field("history"));
        List<ShiftReader.ReadShift> published = shifts.read(request.published(), owner.field("published"));
        List<ShiftReader.ReadShift> pinned = shifts.read(request.pinned(), owner.field("pinned"));
        List<ShiftReader.ReadCredit> credits = shifts.readCredits(request.credits(), owner.field("credits"));
        List<ShiftReader.ReadShift> written = withRota ? rota(shifts, rota) : List.of();
        LocalDate now = values.dateIfAny(request.now(), owner.field("now"));
        LocalDate freezeUntil = values.dateIfAny(request.freezeUntil(), owner.field("freezeUntil"));
        SettingsReader settingsReader = new SettingsReader(values);
        Map<String, Integer> weights = settingsReader.weights(request.rules(), Place.ROOT.at("rules"));
        SolveSettings settings =
                settingsReader.solve(request.solve(), new Field.Owner("solve", Place.ROOT.at("solve")));
        List<RotationSchedule> schedules = schedules(team, period, history);
        if (!schedules.isEmpty()) {
            pinned.forEach(pin -> refuseWithoutDay(pin, schedules));
            credits.forEach(credit -> refuseWithoutDay(credit.shift(), schedules));
        }
        if (issues.count() > 0) {
            return null;
        }
        List<Holding> historyHoldings = schedules.stream()
                .flatMap(schedule -> SlotCutter.history(schedule, history).stream())
                .toList();
        List<Holding> publishedHoldings = schedules.stream()
                .flatMap(schedule -> SlotCutter.published(schedule, published).stream())
                .toList();
        RotaProblem problem = new RotaProblem(
                Objects.requireNonNull(team).toTeam(),
                Objects.requireNonNull(period.from),
                Objects.requireNonNull(period.to),
                schedules,
                historyHoldings,
                publishedHoldings,
                Objects.requireNonNull(now),
                freezeUntil,
                weights,
                schedules.stream()
                        .flatMap(schedule -> SlotCutter.published(schedule, pinned).stream())
                        .toList(),
                credits.stream()
                        .flatMap(credit -> schedules.stream()
                                .flatMap(schedule -> SlotCutter.all(schedule, List.of(credit.shift())).stream())
                                .map(day -> new Credit(day.slot(), day.member(), credit.credited())))
                        .toList());
        return new Read(problem, Objects.requireNonNull(settings), history, written);
    }

    /** What ends before the period is passed over, as it is settled; anything else must mean a day to plan. */
    private void refuseWithoutDay(ShiftReader.ReadShift shift, List<RotationSchedule> schedules) {
        for (RotationSchedule schedule : schedules) {
            if (!schedule.rotation().id().value().equals(shift.rotation().id())
                    || schedule.planned().isEmpty()
                    || !shift.span()
                            .end()
                            .isAfter(schedule.planned().getFirst().span().start())) {
                continue;
            }
            if (SlotCutter.all(schedule, List.of(shift)).isEmpty()) {
                issues.add(
                        IssueCode.NO_SUCH_DAY,
                        shift.place(),
                        "The days in " + shift.place() + " (" + shift.member() + " from "
                                + shift.span().start() + " to " + shift.span().end()
                                + ") must have at least one on-call day"
                                + " of rotation (" + shift.rotation().id() + ") before the to ("
                                + request.to() + "), and have none. Maybe write a whole shift, as an answer gives it.");
            }
        }
    }

    private List<ShiftReader.ReadShift> rota(ShiftReader reader, @Nullable List<ShiftJson> given) {
        Field field = owner.field("shifts");
        values.required(given, field, "\"shifts\" as an answer gives them, or [] for a rota without any");
        if (given != null && given.size() > MOST_SHIFTS) {
            issues.add(
                    IssueCode.TOO_MANY,
                    field.place(),
                    field.says(
                            given.size(),
                            "must be at most " + MOST_SHIFTS + ". Maybe join shifts that follow each other, or audit"
                                    + " a shorter period."));
            return List.of();
        }
        return reader.readOverlapping(given, field);
    }

    private Period period() {
        Field fromField = owner.field("from");
        Field toField = owner.field("to");
        LocalDate from = values.date(request.from(), fromField);
        LocalDate to = values.date(request.to(), toField);
        if (from != null && (from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR)) {
            String must = "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR + ". Maybe write 2027-01-05.";
            issues.add(IssueCode.OUT_OF_RANGE, fromField.place(), fromField.says(from, must));
            from = null;
        }
        if (from != null && to != null && !to.isAfter(from)) {
            String must = "must be after the from (" + from + "), because it is the first day not planned. Maybe write "
                    + from.plusWeeks(26) + " for half a year.";
            issues.add(IssueCode.WRONG_ORDER, toField.place(), toField.says(to, must));
            to = null;
        }
        if (from != null && to != null && to.isAfter(from.plusYears(LONGEST_PERIOD_YEARS))) {
            LocalDate latest = from.plusYears(LONGEST_PERIOD_YEARS);
            String must = "must be at most " + LONGEST_PERIOD_YEARS + " years after the from (" + from
                    + "). Maybe write " + latest + ", and plan the rest with this rota as its history.";
            issues.add(IssueCode.PERIOD_TOO_LONG, toField.place(), toField.says(to, must));
            to = null;
        }
        return new Period(from, to);
    }

    private List<RotationSchedule> schedules(
            TeamReader.@Nullable ReadTeam team, Period period, List<ShiftReader.ReadShift> history) {
        if (team == null || team.zone() == null || !team.holidaysKnown() || period.from == null || period.to == null) {
            return List.of();
        }
        Planner planner = Planner.of(issues, team.zone(), team.holidays(), period.from, period.to);
        return planner == null ? List.of() : planner.plan(team.rotations().list(), history);
    }
}
