package org.oncall.rota.proof;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;

/** Asks the solver one question at a time, always in the same way: one worker, one seed. */
final class Prover {
    private static final int SEED = 0;

    /** Most time to ask which facts were needed: a hint that saves questions, and not worth many of them. */
    private static final double CORE_SECONDS = 0.5;

    private final RotaProblem problem;
    private final Deadline deadline;

    Prover(RotaProblem problem, Duration limit) {
        this(problem, Deadline.in(limit));
    }

    Prover(RotaProblem problem, Deadline deadline) {
        this.problem = problem;
        this.deadline = deadline;
    }

    /** What is known of the facts taken together. */
    enum Verdict {
        POSSIBLE,
        IMPOSSIBLE,
        UNDECIDED
    }

    /** A verdict, and the rota that shows it where it is possible. */
    record Answer(Verdict verdict, @Nullable Rota rota) {}

    boolean isOver() {
        return deadline.isOver();
    }

    /** Whether the wanted facts can all hold. */
    Answer ask(Predicate<Fact> wanted) {
        return ask(wanted, Double.POSITIVE_INFINITY);
    }

    /** Whether the wanted facts can all hold, decided in at most so many seconds or not at all. */
    Answer ask(Predicate<Fact> wanted, double mostSeconds) {
        return ask(wanted, slot -> true, mostSeconds);
    }

    /** Whether the wanted facts can all hold, with the demanded slots held and the others held or not. */
    Answer ask(Predicate<Fact> wanted, Predicate<Slot> demanded) {
        return ask(wanted, demanded, Double.POSITIVE_INFINITY);
    }

    private Answer ask(Predicate<Fact> wanted, Predicate<Slot> demanded, double mostSeconds) {
        RotaModel model = new RotaModel(problem, wanted, Posts.NONE);
        model.demand(demanded);
        if (model.countsAsImpossible()) {
            return new Answer(Verdict.IMPOSSIBLE, null);
        }
        CpSolver solver = solver(deadline, mostSeconds);
        Verdict verdict = verdict(solver, model);
        return new Answer(verdict, verdict == Verdict.POSSIBLE ? model.rota(solver::booleanValue) : null);
    }

    /** All facts of the problem. */
    List<Fact> facts() {
        RotaModel model = new RotaModel(problem, fact -> true, Posts.NONE);
        model.demand();
        return List.copyOf(model.posts.facts());
    }

    /** Some facts that already cannot hold together, as the solver happens to need them; all where it cannot say. */
    List<Fact> core(List<Fact> facts) {
        Set<Fact> wanted = new HashSet<>(facts);
        RotaModel model = new RotaModel(problem, wanted::contains, fact -> true);
        model.demand();
        Map<Fact, Literal> guards = model.posts.guards();
        model.posts.model.addAssumptions(guards.values().toArray(new Literal[0]));
        CpSolver solver = solver(deadline, CORE_SECONDS);
        if (verdict(solver, model) != Verdict.IMPOSSIBLE) {
            return facts;
        }
        Set<Integer> needed = new HashSet<>(solver.sufficientAssumptionsForInfeasibility());
        List<Fact> core = new ArrayList<>();
        guards.forEach((fact, guard) -> {
            if (needed.contains(guard.getIndex())) {
                core.add(fact);
            }
        });
        return core.isEmpty() ? facts : core;
    }

    /** Whether the rota keeps the wanted facts, gaps aside. */
    boolean allows(Rota rota, Predicate<Fact> wanted) {
        RotaModel model = new RotaModel(problem, wanted, Posts.NONE);
        model.fix(rota);
        return verdict(solver(deadline, Double.POSITIVE_INFINITY), model) == Verdict.POSSIBLE;
    }

    static CpSolver solver(Deadline deadline, double mostSeconds) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(SEED)
                .setCpModelProbingLevel(0)
                .setSymmetryLevel(0)
                .setMaxTimeInSeconds(Math.max(0.001, Math.min(mostSeconds, deadline.secondsLeft())));
        return solver;
    }

    private static Verdict verdict(CpSolver solver, RotaModel model) {
        CpSolverStatus status = solver.solve(model.posts.model);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> Verdict.POSSIBLE;
            case INFEASIBLE -> Verdict.IMPOSSIBLE;
            case UNKNOWN -> Verdict.UNDECIDED;
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException(
                        "The model of the proof is " + status + ": " + model.posts.model.validate());
        };
    }
}
