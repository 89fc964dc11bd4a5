package org.oncall.rota.proof;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;

/** What the constraint solver says of a model by itself. */
final class Exactly {
    private Exactly() {}

    /** With one worker and one seed, so that it is as quick, or as slow, on every run. */
    static CpSolverStatus solve(CpModel model) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(0);
        return solver.solve(model);
    }
}
