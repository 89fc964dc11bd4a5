package org.oncall.rota.jobs;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Score;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.solver.RotaSolver;
import org.oncall.rota.wire.RotaAnswer;
import org.oncall.rota.wire.SolverJson;

/**
 * A solve as it stood at one moment.
 *
 * @param accepted what is solved
 * @param origin for whom
 * @param elapsed time since the search began, up to its end; zero while it waits
 * @param rota the best so far; null before there is one
 * @param score of that rota; null before there is one
 * @param solved how the search went; null until it ends, and if it never began or failed
 * @param diagnosis why the rota has gaps; null until the solve ends, where there are none, and where it was stopped
 * @param problem why it failed, for people; null unless it did
 * @param suspended whether the service shuts down meanwhile, and goes on with it at its next start
 */
public record Solve(
        UUID id,
        SolveStatus status,
        Intake.Accepted accepted,
        Origin origin,
        Duration elapsed,
        @Nullable Rota rota,
        @Nullable Score score,
        RotaSolver.@Nullable Solved solved,
        @Nullable Diagnosis diagnosis,
        @Nullable String problem,
        boolean suspended) {

    /** Whether there is nothing more to hear of it, at least from this process. */
    public boolean isOver() {
        return status.isFinal() || suspended;
    }

    /** Everything there is to say about the best rota so far, computed anew; null before there is one. */
    public @Nullable AuditReport report() {
        return rota == null ? null : Audit.of(rota);
    }

    /** All of it, as it is told. */
    public RotaAnswer answer() {
        AuditReport report = report();
        return report == null
                ? JsonAnswers.withoutRota(id.toString(), status.name(), problem, accepted.request())
                : JsonAnswers.of(
                        id.toString(), status.name(), problem, accepted.request(), report, search(), diagnosis);
    }

    /** How the search went, as answers tell it; null until it ends, and if it never began or failed. */
    public @Nullable SolverJson search() {
        return solved == null
                ? null
                : JsonAnswers.solver(
                        accepted.settings().seed(), solved.time(), solved.moves(), solved.planned(), solved.engine());
    }
}
