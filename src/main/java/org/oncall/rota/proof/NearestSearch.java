package org.oncall.rota.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.PublishedShifts;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;

/** The legal rota that is nearest to the published one: first as few gaps as can be, then moved slots, then moved shifts. */
final class NearestSearch {
    /** How much of the time the question for a complete rota may take, so that some is left for one with gaps. */
    private static final double SHARE_OF_TIME = 0.8;

    private final RotaProblem problem;
    private final Rota near;
    private final PublishedShifts published;
    private final Deadline deadline;

    NearestSearch(RotaProblem problem, Rota near, Deadline deadline) {
        this.problem = problem;
        this.near = near;
        this.published = new PublishedShifts(problem);
        this.deadline = deadline;
    }

    @Nullable
    Nearest find() {
        RotaModel complete = new RotaModel(problem, fact -> true, Posts.NONE);
        complete.demand();
        if (!complete.countsAsImpossible()) {
            CpSolver solver = Prover.solver(deadline.earlier(SHARE_OF_TIME), Double.POSITIVE_INFINITY);
            CpSolverStatus status = solve(solver, complete, List.of());
            if (status != CpSolverStatus.INFEASIBLE) {
                return nearest(solver, status, complete);
            }
        }
        RotaModel withGaps = new RotaModel(problem, fact -> true, Posts.NONE);
        List<Literal> gaps = withGaps.demandOrGap();
        CpSolver solver = Prover.solver(deadline, Double.POSITIVE_INFINITY);
        return nearest(solver, solve(solver, withGaps, gaps), withGaps);
    }

    private CpSolverStatus solve(CpSolver solver, RotaModel model, List<Literal> gaps) {
        long perSlot = published.count() + 1L;
        LinearExprBuilder cost = LinearExpr.newBuilder();
        gaps.forEach(gap -> cost.addTerm(gap, perSlot * (problem.slots().size() + 1)));
        for (int shift = 0; shift < published.count(); shift++) {
            BoolVar moved = model.posts.variable("");
            for (Slot slot : published.slots(shift)) {
                MemberId holder = published.holder(slot);
                if (holder != null) {
                    Literal stays = model.holds(slot, holder);
                    cost.addTerm(stays.not(), perSlot);
                    model.posts.always(List.of(stays, moved));
                }
            }
            cost.addTerm(moved, 1);
        }
        model.posts.model.minimize(cost);
        model.hint(near);
        return solver.solve(model.posts.model);
    }

    private @Nullable Nearest nearest(CpSolver solver, CpSolverStatus status, RotaModel model) {
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return null;
        }
        Rota rota = new Rota(problem, model.rota(solver::booleanValue).holders());
        PublishedShifts.Moves moves = published.movesTo(rota);
        int gaps = problem.slots().size() - rota.holders().size();
        return new Nearest(rota, gaps, moves, status == CpSolverStatus.OPTIMAL);
    }
}
