package org.oncall.rota.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.wire.RotaRequest;

/** Reads what a request means: the problem it poses, or all that keeps it from posing one. */
final class RequestReader {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final int LONGEST_PERIOD_YEARS = 2;

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
        TeamReader.ReadTeam team = new TeamReader(values).read(request.team(), owner.field("team"));
        Period period = period();
        ShiftReader shifts = team == null
                ? new ShiftReader(values, MemberReader.none(issues).ids(), RotationReader.none(issues))
                : new ShiftReader(values, team.members().ids(), team.rotations());
        List<ShiftReader.ReadShift> history = shifts.read(request.history(), owner.field("history"));
        List<ShiftReader.ReadShift> published = shifts.read(request.published(), owner.field("published"));
        LocalDate now = values.dateIfAny(request.now(), owner.field("now"));
        LocalDate freezeUntil = values.dateIfAny(request.freezeUntil(), owner.field("freezeUntil"));
        SettingsReader settingsReader = new SettingsReader(values);
        Map<String, Integer> weights = settingsReader.weights(request.rules(), Place.ROOT.at("rules"));
        SolveSettings settings =
                settingsReader.solve(request.solve(), new Field.Owner("solve", Place.ROOT.at("solve")));
        List<RotationSchedule> schedules = schedules(team, period, history);
        if (issues.count() > 0) {
            return new Intake.Refused(issues.toList());
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
                weights);
        return new Intake.Accepted(problem, Objects.requireNonNull(settings), request);
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
