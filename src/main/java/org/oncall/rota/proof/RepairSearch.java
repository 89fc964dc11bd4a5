package org.oncall.rota.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;

/**
 * The cheapest changes to a problem after which the wanted slots can all be held. For each set of rules that might be given
 * up or relaxed, from the cheapest set, the solver drops what is about people at a price, leave and dates by the day: rules are left
 * out of its choice, because it counts well only with those that hold for certain. Limits, which are dropped whole, are then
 * brought back as near as possible to what they were.
 */
final class RepairSearch {
    private static final long PRICE_BEFORE_NUMBER = 1000;

    /** How much of the time that is left one question may take, so that some is left to make use of the answer. */
    private static final double SHARE_OF_TIME = 0.6;

    private final RotaProblem problem;
    private final Rota hint;
    private final Predicate<Slot> wanted;
    private final boolean single;
    private final Deadline deadline;
    private @Nullable Repair best;
    /** Whether every question so far was answered for certain. */
    private boolean certain = true;

    /**
     * Prepares the search.
     *
     * @param hint a rota of the problem that may be near to a repaired one
     * @param wanted the slots that are to be held; the others may be
     * @param single whether one change has to do it alone
     */
    RepairSearch(RotaProblem problem, Rota hint, Predicate<Slot> wanted, boolean single, Deadline deadline) {
        this.problem = problem;
        this.hint = hint;
        this.wanted = wanted;
        this.single = single;
        this.deadline = deadline;
    }

    RepairResult find() {
        List<Fact> rules = new Prover(problem, deadline)
                .facts().stream().filter(fact -> fact.kind() == Fact.Kind.RULE).toList();
        PriorityQueue<Relaxation> queue = new PriorityQueue<>(Comparator.comparingInt(Relaxation::price));
        queue.add(new Relaxation(Set.of(), -1, 0));
        while (!queue.isEmpty() && !isSettled(queue.peek().price())) {
            Relaxation next = queue.remove();
            Rota possible = cheapestBeside(next);
            if (possible != null) {
                return new RepairResult.NotNeeded(possible);
            }
            for (int r = next.last() + 1;
                    r < rules.size() && (!single || next.rules().isEmpty());
                    r++) {
                Set<Fact> more = new HashSet<>(next.rules());
                more.add(rules.get(r));
                queue.add(new Relaxation(more, r, next.price() + price(rules.get(r))));
            }
        }
        if (best != null) {
            return new RepairResult.Found(new Repair(best.changes(), best.cheapest() && certain, best.rota()));
        }
        return certain ? new RepairResult.None() : new RepairResult.Undecided();
    }

    /**
     * Rules to do without.
     *
     * @param last index of the last of them
     * @param price the least that costs
     */
    private record Relaxation(Set<Fact> rules, int last, int price) {}

    /** Whether nothing of that price or more is worth looking at, or no time is left to. */
    private boolean isSettled(int price) {
        if (deadline.isOver()) {
            certain = false;
            return true;
        }
        return best != null && best.price() <= price;
    }

    /** Looks for the cheapest changes about people beside those rules; a rota where none are needed, else null. */
    private @Nullable Rota cheapestBeside(Relaxation relaxation) {
        boolean rulesAlone = single && !relaxation.rules().isEmpty();
        Predicate<Fact> asked = fact -> !rulesAlone && fact.kind() != Fact.Kind.RULE && price(fact) > 0;
        RotaModel model = new RotaModel(
                problem, fact -> !relaxation.rules().contains(fact), rulesAlone ? Posts.NONE : asked, true);
        model.demand(wanted);
        model.hint(hint);
        Map<Fact, Literal> guards = new LinkedHashMap<>();
        model.posts.guards().forEach((fact, guard) -> {
            if (asked.test(fact)) {
                guards.put(fact, guard);
            }
        });
        minimize(model, guards);
        CpSolver solver = Prover.solver(deadline.earlier(SHARE_OF_TIME), Double.POSITIVE_INFINITY);
        CpSolverStatus status = solver.solve(model.posts.model);
        certain &= status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.INFEASIBLE;
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return null;
        }
        List<Fact> gone = new ArrayList<>(relaxation.rules());
        guards.forEach((fact, guard) -> {
            if (!solver.booleanValue(guard)) {
                gone.add(fact);
            }
        });
        if (gone.isEmpty()) {
            return new Rota(problem, model.rota(solver::booleanValue).holders());
        }
        Repair repair = new Changing(gone).repair(model.rota(solver::booleanValue));
        if (repair == null) {
            certain = false;
        } else if (best == null || repair.price() < best.price()) {
            best = repair;
        }
        return null;
    }

    /** The price first, then the number of changes. */
    private void minimize(RotaModel model, Map<Fact, Literal> guards) {
        if (guards.isEmpty()) {
            return;
        }
        Map<Object, BoolVar> groups = new LinkedHashMap<>();
        LinearExprBuilder cost = LinearExpr.newBuilder();
        guards.forEach((fact, guard) -> {
            BoolVar used = groups.computeIfAbsent(group(fact), group -> model.posts.variable(""));
            model.posts.always(List.of(guard, used));
            Fact nearer = nearer(fact, guards.keySet());
            if (nearer != null) {
                model.posts.always(List.of(
                        guard, Objects.requireNonNull(guards.get(nearer)).not()));
            }
            cost.addTerm(guard.not(), (long) price(fact) * daysFrom(fact, nearer) * PRICE_BEFORE_NUMBER);
        });
        groups.values().forEach(used -> cost.addTerm(used, 1));
        model.posts.model.minimize(cost);
        if (single) {
            model.posts.model.addAtMostOne(groups.values().toArray(new Literal[0]));
        }
    }

    /** Of days not on the rota, the next one on which somebody would be there sooner: they come and go once. */
    private @Nullable Fact nearer(Fact fact, Set<Fact> facts) {
        if (fact.kind() != Fact.Kind.DATES) {
            return null;
        }
        Member member = member(fact);
        int step = isBeforeJoining(fact) ? 1 : -1;
        for (LocalDate day = firstDay(fact).plusDays(step); !member.isOnRota(day); day = day.plusDays(step)) {
            Fact other = Facts.notOnRota(member, day);
            if (facts.contains(other)) {
                return other;
            }
            if (day.isBefore(problem.from().minusDays(1)) || day.isAfter(problem.to())) {
                return null;
            }
        }
        return null;
    }

    private boolean isBeforeJoining(Fact fact) {
        LocalDate from = member(fact).from();
        return from != null && firstDay(fact).isBefore(from);
    }

    /** How many days more somebody is there for the day than for the nearer one, or than now; 1 for what has no dates. */
    private long daysFrom(Fact fact, @Nullable Fact nearer) {
        if (fact.kind() != Fact.Kind.DATES) {
            return 1;
        }
        Member member = member(fact);
        LocalDate before = nearer != null
                ? firstDay(nearer)
                : Objects.requireNonNull(isBeforeJoining(fact) ? member.from() : member.until());
        return Math.abs(ChronoUnit.DAYS.between(before, firstDay(fact)));
    }

    /** Days of one leave are moved together, and days before somebody joins; everything else is a change of its own. */
    private Object group(Fact fact) {
        return switch (fact.kind()) {
            case LEAVE -> List.of(member(fact).id(), leaveOf(fact));
            case DATES -> List.of(member(fact).id(), isBeforeJoining(fact));
            default -> fact;
        };
    }

    /** What it costs to do without the fact; 0: it stays. */
    private int price(Fact fact) {
        return switch (fact.kind()) {
            case LEAVE -> Change.PRICE_OF_DAY;
            case DATES -> Change.PRICE_OF_DAY;
            case FROZEN -> Change.PRICE_OF_PUBLISHED_DAY;
            case SKILL -> Change.PRICE_OF_SKILL;
            case OPT_IN -> Change.PRICE_OF_OPT_IN;
            case RULE -> limitOf(fact) == null ? Change.PRICE_OF_RULE : Change.PRICE_OF_LIMIT;
            case DEMAND, NATURE -> 0;
        };
    }

    private record RotationLimit(Rotation rotation, Change.Limit limit) {}

    private @Nullable RotationLimit limitOf(Fact fact) {
        if (fact.rotation() == null) {
            return null;
        }
        Rotation rotation = Changes.rotation(problem, fact.rotation());
        if (fact.equals(Facts.rest(rotation))) {
            return new RotationLimit(rotation, Change.Limit.REST);
        }
        if (fact.equals(Facts.longest(rotation))) {
            return new RotationLimit(rotation, Change.Limit.STINT);
        }
        return fact.equals(Facts.longestFestive(rotation))
                ? new RotationLimit(rotation, Change.Limit.FESTIVE_STINT)
                : null;
    }

    private Member member(Fact fact) {
        return Changes.member(problem, Objects.requireNonNull(fact.member()));
    }

    private static LocalDate firstDay(Fact fact) {
        return Objects.requireNonNull(fact.first());
    }

    /** The leave, as the member has it, in which the fact has a day. */
    private DateRange leaveOf(Fact fact) {
        LocalDate day = firstDay(fact);
        return member(fact).leave().stream()
                .filter(leave -> leave.contains(day))
                .findFirst()
                .orElseThrow();
    }

    /** Turns dropped facts into changes, each as small as it can be beside the others. */
    private final class Changing {
        private final List<Fact> gone;
        private final List<Change> fixed = new ArrayList<>();
        private final List<Fact> unsized = new ArrayList<>();
        private final Set<Fact> givenUp = new HashSet<>();

        Changing(List<Fact> gone) {
            this.gone = gone;
            for (Fact fact : gone) {
                switch (fact.kind()) {
                    case LEAVE, DATES -> {} // below, all of a group at a time
                    case FROZEN -> fixed.add(new Change.Unfreeze(holding(fact), fact));
                    case SKILL -> fixed.add(train(fact));
                    case OPT_IN -> fixed.add(new Change.OptIn(member(fact)));
                    case RULE -> {
                        if (limitOf(fact) != null) {
                            unsized.add(fact);
                        } else {
                            fixed.add(new Change.GiveUpRule(fact));
                            givenUp.add(fact);
                        }
                    }
                    case DEMAND, NATURE -> throw new IllegalStateException(fact.sentence() + " cannot be changed");
                }
            }
            fixed.addAll(ofDays());
        }

        private List<Change> ofDays() {
            Map<Object, List<Fact>> groups = new LinkedHashMap<>();
            gone.stream()
                    .filter(fact -> fact.kind() == Fact.Kind.LEAVE || fact.kind() == Fact.Kind.DATES)
                    .forEach(fact -> groups.computeIfAbsent(group(fact), key -> new ArrayList<>())
                            .add(fact));
            List<Change> changes = new ArrayList<>();
            for (List<Fact> facts : groups.values()) {
                Fact fact = facts.getFirst();
                Member member = member(fact);
                TreeSet<LocalDate> days = new TreeSet<>();
                facts.forEach(day -> days.add(firstDay(day)));
                if (fact.kind() == Fact.Kind.LEAVE) {
                    changes.add(new Change.MoveLeave(member, leaveOf(fact), Changes.stretches(days)));
                } else if (isBeforeJoining(fact)) {
                    changes.add(new Change.JoinEarlier(member, Objects.requireNonNull(member.from()), days.first()));
                } else {
                    changes.add(new Change.StayLonger(member, Objects.requireNonNull(member.until()), days.last()));
                }
            }
            return changes;
        }

        private Holding holding(Fact fact) {
            return problem.fixed().stream()
                    .filter(holding -> holding.member().equals(fact.member())
                            && holding.slot().rotation().equals(fact.rotation())
                            && holding.slot().tier().equals(fact.tier())
                            && holding.slot().date().equals(fact.first()))
                    .findFirst()
                    .orElseThrow();
        }

        private Change train(Fact fact) {
            Rotation rotation = Changes.rotation(problem, Objects.requireNonNull(fact.rotation()));
            Tier tier = rotation.tiers().stream()
                    .filter(other -> other.id().equals(fact.tier()))
                    .findFirst()
                    .orElseThrow();
            return new Change.Train(member(fact), rotation, tier);
        }

        /**
         * The changes, and the rota that shows that they suffice; null where the time was too short to show one.
         *
         * @param found held where the facts are dropped
         */
        @Nullable
        Repair repair(Rota found) {
            List<Change> changes = new ArrayList<>(fixed);
            Rota shown = new Rota(Changes.apply(problem, changes), found.holders());
            for (int u = 0; u < unsized.size(); u++) {
                List<Change> others = new ArrayList<>(changes);
                unsized.subList(u + 1, unsized.size())
                        .forEach(later -> others.add(sizes(later).largest()));
                Shown smallest = smallest(sizes(unsized.get(u)), others);
                if (smallest == null) {
                    return null;
                }
                changes.add(smallest.change());
                shown = smallest.rota();
            }
            return new Repair(changes, true, shown);
        }

        /** Larger changes allow more, so the smallest that suffices is found by halving; small ones are likely, so they come first. */
        private @Nullable Shown smallest(Sizes sizes, List<Change> others) {
            Shown enough = shown(sizes.largest(), others);
            if (enough == null) {
                return null;
            }
            int tooSmall = 0;
            int size = sizes.count();
            int next = 1;
            while (size - tooSmall > 1) {
                Shown smaller = shown(sizes.of().apply(next), others);
                if (smaller == null) {
                    tooSmall = next;
                } else {
                    enough = smaller;
                    size = next;
                }
                next = Math.min(2 * next, (tooSmall + size) / 2);
            }
            return enough;
        }

        private @Nullable Shown shown(Change change, List<Change> others) {
            List<Change> all = new ArrayList<>(others);
            all.add(change);
            Rota rota = shows(all);
            return rota == null ? null : new Shown(change, rota);
        }

        /** A rota of the changed problem in which the wanted slots are held; null where none was found. */
        private @Nullable Rota shows(List<Change> changes) {
            return new Prover(Changes.apply(problem, changes), deadline)
                    .ask(fact -> !givenUp.contains(fact), wanted)
                    .rota();
        }
    }

    private record Shown(Change change, Rota rota) {}

    /** The sizes a change may have: 1, the smallest, to count. */
    private record Sizes(int count, IntFunction<Change> of) {
        Change largest() {
            return of.apply(count);
        }
    }

    private Sizes sizes(Fact rule) {
        RotationLimit limit = Objects.requireNonNull(limitOf(rule));
        int now = limit.limit().of(limit.rotation());
        return limit.limit() == Change.Limit.REST
                ? new Sizes(now, days -> new Change.SetLimit(limit.rotation(), limit.limit(), now - days))
                : new Sizes(
                        longestStint() - now, days -> new Change.SetLimit(limit.rotation(), limit.limit(), now + days));
    }

    /** Calendar days from the first in history to the last of the period. */
    private int longestStint() {
        LocalDate first = problem.schedules().stream()
                .filter(schedule -> !schedule.days().isEmpty())
                .map(schedule -> schedule.days().getFirst().date())
                .min(LocalDate::compareTo)
                .orElse(problem.from());
        return (int) ChronoUnit.DAYS.between(first, problem.to());
    }
}
