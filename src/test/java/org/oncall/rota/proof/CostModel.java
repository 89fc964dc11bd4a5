package org.oncall.rota.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.HandoverDay;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Wish;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/**
 * The soft rules as an objective for CP-SAT, on top of the hard rules and a demand without gaps: a peer to compare the search
 * with. For problems of one rotation of kind ON_CALL, without novices and without a published rota; what it says a rota costs
 * is what an audit says, or the comparison is void.
 */
public final class CostModel {
    /** Far more than anybody's load is from their fair share in a rota worth having. */
    private static final int MOST_DAYS_OFF = 40;

    /** Stints farther from their even spacing than this are left out: one would cost more than can be won by it. */
    private static final int MOST_WEEKS_OFF = 7;

    private static final int TOO_SOON_DAYS = 28;

    private final RotaProblem problem;
    private final RuleFacts facts;
    private final RotationFacts rotation;
    private final RotaModel model;
    private final CpModel cp;
    private final Lane lane;
    private final LinearExprBuilder cost = LinearExpr.newBuilder();

    /** The best rota found, and the least that any rota can cost as far as is proved. */
    public record Found(Rota rota, double cost, double bound, boolean optimal) {}

    private CostModel(RotaProblem problem) {
        this.problem = problem;
        this.facts = new RuleFacts(problem);
        this.rotation = facts.rotation(0);
        this.model = new RotaModel(problem, fact -> true, Posts.NONE);
        this.cp = model.posts.model;
        this.lane = model.lanes.getFirst();
        model.demand();
        for (int m = 0; m < facts.memberCount(); m++) {
            load(m);
            tiers(m);
            stints(m);
            wishes(m);
            festiveAgain(m);
        }
        handovers();
        cp.minimize(cost);
    }

    /** Whether the rules of the problem are among those that are modelled. */
    public static boolean knows(RotaProblem problem) {
        return problem.schedules().size() == 1
                && problem.schedules().getFirst().rotation().kind() == RotationKind.ON_CALL
                && problem.team().members().stream().noneMatch(Member::novice)
                && problem.published().isEmpty()
                && problem.freezeUntil() == null;
    }

    /** Looks for the best rota for so long. */
    public static Optional<Found> solve(RotaProblem problem, long seed, Duration limit, int workers) {
        String failure = Natives.failure();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        long start = System.nanoTime();
        CostModel costs = new CostModel(problem);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(workers)
                .setRandomSeed((int) seed)
                .setMaxTimeInSeconds(Math.max(0.1, (limit.toNanos() - (System.nanoTime() - start)) / 1e9));
        CpSolverStatus status = solver.solve(costs.cp);
        return switch (status) {
            case OPTIMAL, FEASIBLE ->
                Optional.of(new Found(
                        costs.model.rota(solver::booleanValue),
                        solver.objectiveValue(),
                        solver.bestObjectiveBound(),
                        status == CpSolverStatus.OPTIMAL));
            case UNKNOWN, INFEASIBLE -> Optional.empty();
            case MODEL_INVALID, UNRECOGNIZED -> throw new IllegalStateException(costs.cp.validate());
        };
    }

    private long weight(String rule) {
        Rule found = RuleBook.find(rule).orElseThrow();
        return found.weight(facts);
    }

    private static LinearExprBuilder sum(List<? extends LinearArgument> terms) {
        LinearExprBuilder result = LinearExpr.newBuilder();
        terms.forEach(result::add);
        return result;
    }

    /** A variable that is at least the expression, and 0; the objective holds it down. */
    private IntVar atLeast(LinearArgument expression, long most) {
        IntVar result = cp.newIntVar(0, most, "");
        cp.addGreaterOrEqual(result, expression);
        return result;
    }

    private List<Literal> planned(int m) {
        return lane.run(m, lane.first, lane.days.size() - 1);
    }

    private void load(int m) {
        List<Literal> unsocial = new ArrayList<>();
        for (int d = lane.first; d < lane.days.size(); d++) {
            if (lane.days.get(d).unsocial()) {
                unsocial.add(lane.on[m][d]);
            }
        }
        long target = (facts.daysOnRota(m) * 30L + 99) / 100;
        cost.addTerm(atLeast(sum(planned(m)).add(-target), lane.days.size()), weight("over-target"));
        squared(sum(planned(m)).add(rotation.historyDays(m) - rotation.fairShare(m)), weight("uneven-load"));
        squared(sum(unsocial).add(rotation.historyUnsocial(m) - rotation.fairUnsocial(m)), weight("uneven-unsocial"));
    }

    /** The square of a whole number is the highest of the lines through its neighbours. */
    private void squared(LinearExprBuilder expression, long weight) {
        IntVar off = cp.newIntVar(-MOST_DAYS_OFF, MOST_DAYS_OFF, "");
        cp.addEquality(off, expression);
        IntVar square = cp.newIntVar(0, (long) MOST_DAYS_OFF * MOST_DAYS_OFF, "");
        for (long k = -MOST_DAYS_OFF; k < MOST_DAYS_OFF; k++) {
            cp.addGreaterOrEqual(
                    square, LinearExpr.newBuilder().addTerm(off, 2 * k + 1).add(-k * (k + 1)));
        }
        cost.addTerm(square, weight);
    }

    private void tiers(int m) {
        List<LinearExprBuilder> counts = new ArrayList<>();
        LinearExprBuilder total = LinearExpr.newBuilder();
        for (int t = 0; t < rotation.tierCount(); t++) {
            if (rotation.mayHold(m, t)) {
                counts.add(sum(List.of(lane.holds[m][t])));
                total.add(sum(List.of(lane.holds[m][t])));
            }
        }
        int tiers = counts.size();
        if (tiers < 2) {
            return;
        }
        long most = 2L * tiers * lane.days.size();
        LinearExprBuilder distance = LinearExpr.newBuilder();
        for (LinearExprBuilder count : counts) {
            IntVar off = cp.newIntVar(0, most, "");
            LinearExprBuilder apart =
                    LinearExpr.newBuilder().addTerm(count, tiers).addTerm(total, -1);
            cp.addGreaterOrEqual(off, apart);
            cp.addGreaterOrEqual(off, LinearExpr.newBuilder().addTerm(apart, -1));
            distance.add(off);
        }
        // (distance + tiers) / (2 * tiers), rounded down, is the least size with 2 * tiers * size > distance - tiers.
        IntVar size = cp.newIntVar(0, most, "");
        cp.addGreaterOrEqual(LinearExpr.newBuilder().addTerm(size, 2L * tiers), distance.add(1 - tiers));
        cost.addTerm(size, weight("uneven-tiers"));
    }

    private Literal all(List<Literal> literals) {
        BoolVar result = cp.newBoolVar("");
        cp.addBoolAnd(literals.toArray(new Literal[0])).onlyEnforceIf(result);
        List<Literal> clause = new ArrayList<>(Posts.not(literals));
        clause.add(result);
        cp.addBoolOr(clause.toArray(new Literal[0]));
        return result;
    }

    private void stints(int m) {
        int days = lane.days.size();
        Literal[] starts = new Literal[days];
        Literal[] ordinary = new Literal[days];
        for (int d = 0; d < days; d++) {
            starts[d] = d == 0 ? lane.on[m][0] : all(List.of(lane.on[m][d], lane.on[m][d - 1].not()));
            ordinary[d] = lane.festive(d) ? beyondFestive(m, d, starts[d]) : starts[d];
        }
        for (int d = lane.first; d < days; d++) {
            for (int e = d - 1; e >= 0 && lane.epochDay(d) - lane.epochDay(e) < TOO_SOON_DAYS; e--) {
                BoolVar soon = cp.newBoolVar("");
                LinearExprBuilder both =
                        LinearExpr.newBuilder().add(starts[d]).add(starts[e]).add(-1);
                for (int between = e + 1; between < d; between++) {
                    both.addTerm(starts[between], -1);
                }
                cp.addGreaterOrEqual(soon, both);
                cost.addTerm(soon, weight("too-soon") * (TOO_SOON_DAYS - (lane.epochDay(d) - lane.epochDay(e))));
            }
        }
        irregular(m, ordinary);
    }

    /** Whether the stint that starts on the day of the festive period goes on beyond it. */
    private Literal beyondFestive(int m, int day, Literal start) {
        int end = day;
        while (end < lane.days.size() && lane.festive(end)) {
            end++;
        }
        if (end == lane.days.size()) {
            return cp.falseLiteral();
        }
        List<Literal> whole = new ArrayList<>(lane.run(m, day, end));
        whole.add(start);
        return all(whole);
    }

    /** Ordinary stints as a path from each to the next: an arc costs what the interval does. */
    private void irregular(int m, Literal[] ordinary) {
        if (rotation.exactFairShare(m) <= 0) {
            return;
        }
        double even = 7 * rotation.daysOnRota(m) / rotation.exactFairShare(m);
        int days = lane.days.size();
        List<List<Literal>> in = new ArrayList<>();
        List<List<Literal>> out = new ArrayList<>();
        for (int d = 0; d < days; d++) {
            in.add(new ArrayList<>(List.of(cp.newBoolVar(""))));
            out.add(new ArrayList<>(List.of(cp.newBoolVar(""))));
        }
        cp.addAtMostOne(in.stream().map(List::getFirst).toArray(Literal[]::new));
        cp.addAtMostOne(out.stream().map(List::getFirst).toArray(Literal[]::new));
        for (int e = 0; e < days; e++) {
            for (int d = e + 1; d < days; d++) {
                long weeks = (long) (Math.abs(lane.epochDay(d) - lane.epochDay(e) - even) / 7 + 1e-9);
                if (weeks <= MOST_WEEKS_OFF || d < lane.first) {
                    BoolVar next = cp.newBoolVar("");
                    out.get(e).add(next);
                    in.get(d).add(next);
                    if (d >= lane.first) {
                        cost.addTerm(next, weight("irregular") * weeks * weeks);
                    }
                }
            }
        }
        for (int d = 0; d < days; d++) {
            cp.addEquality(sum(in.get(d)), ordinary[d]);
            cp.addEquality(sum(out.get(d)), ordinary[d]);
        }
    }

    private void wishes(int m) {
        for (Wish wish : problem.team().members().get(m).wishes()) {
            for (int d = lane.first; d < lane.days.size(); d++) {
                for (int t = 0; wish.days().contains(lane.days.get(d).date()) && t < rotation.tierCount(); t++) {
                    cost.addTerm(lane.holds[m][t][d - lane.first], wish.wanted() ? -weight("wish") : weight("wish"));
                }
            }
        }
    }

    private void festiveAgain(int m) {
        for (int d = lane.first; d < lane.days.size(); d++) {
            for (FestiveDay day : lane.days.get(d).festiveDays()) {
                for (int e = 0; e < lane.first; e++) {
                    OnCallDay before = lane.days.get(e);
                    if (lane.worked[m][e] && before.festiveDays().stream().anyMatch(f -> f.year() == day.year() - 1)) {
                        cost.addTerm(lane.on[m][d], weight("festive-again"));
                    }
                }
            }
        }
    }

    private void handovers() {
        RotationSchedule schedule = problem.schedules().getFirst();
        for (int d = lane.first; d < lane.days.size(); d++) {
            long size = handover(schedule, d);
            for (int t = 0; size > 0 && t < rotation.tierCount(); t++) {
                BoolVar changes = cp.newBoolVar("");
                boolean known = d > lane.first || rotation.holderBefore(t) != RuleFacts.NOBODY;
                for (int m = 0; known && m < facts.memberCount(); m++) {
                    Literal now = lane.holds[m][t][d - lane.first];
                    LinearExprBuilder taken = LinearExpr.newBuilder().add(now);
                    if (d > lane.first) {
                        taken.addTerm(lane.holds[m][t][d - 1 - lane.first], -1);
                    } else if (rotation.holderBefore(t) == m) {
                        taken.add(-1);
                    }
                    cp.addGreaterOrEqual(changes, taken);
                }
                cost.addTerm(changes, weight("handover") * size);
            }
        }
    }

    private long handover(RotationSchedule schedule, int d) {
        HandoverDay.Kind kind = schedule.days().get(d).handover().kind();
        if (kind == HandoverDay.Kind.PREFERRED) {
            return 0;
        }
        if (lane.festive(d) || d > 0 && lane.festive(d - 1)) {
            return 5;
        }
        return kind == HandoverDay.Kind.WORKING_DAY ? 20 : 60;
    }
}
