package org.oncall.rota.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.export.json.JsonAnswers;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.ScheduleIntake;
import org.oncall.rota.jobs.RotaJobs;
import org.oncall.rota.jobs.Solve;
import org.oncall.rota.jobs.SolveStatus;
import org.oncall.rota.jobs.Submission;

/**
 * Answers about schedules of other tools, where it is asked for with the best rota for the same people beside them. That is a
 * solve like any other, in the same queue; it is stopped where it has not ended soon after its limit.
 */
@Singleton
class Linting {
    /** For its turn, and for looking why there are gaps. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final String NO_PLACE =
            "No better rota was looked for: other solves took all the time. Maybe try again later.";

    private final RotaJobs jobs;

    Linting(RotaJobs jobs) {
        this.jobs = jobs;
    }

    Uni<Response> answer(ScheduleIntake read, String path) {
        return switch (read) {
            case Intake.Refused refused ->
                Uni.createFrom().item(Problems.refused(refused, path).build());
            case ScheduleIntake.Accepted accepted -> {
                Intake.Accepted search = accepted.search();
                yield search == null
                        ? Uni.createFrom().item(audited(accepted, null))
                        : searched(accepted, search, path);
            }
        };
    }

    private Uni<Response> searched(ScheduleIntake.Accepted accepted, Intake.Accepted search, String path) {
        Duration wait = jobs.limits().capped(search.settings().limit().plus(GRACE));
        return switch (jobs.submit(search, wait)) {
            case Submission.Full full -> Uni.createFrom().item(Submissions.refused(full, path));
            // Stopping writes to the database, which whoever ends a solve must not wait for.
            case Submission.Taken taken ->
                Uni.createFrom()
                        .completionStage(taken.answer())
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .chain(solve -> Uni.createFrom()
                                .completionStage(
                                        solve.isOver()
                                                ? CompletableFuture.completedFuture(solve)
                                                : jobs.stop(taken.id())
                                                        .orElse(CompletableFuture.completedFuture(solve))))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(solve -> solve.status() == SolveStatus.FAILED
                                ? Submissions.submitted(solve, Duration.ZERO)
                                : audited(accepted, solve));
        };
    }

    private static Response audited(ScheduleIntake.Accepted accepted, @Nullable Solve solve) {
        AuditIntake.Accepted audit = accepted.audit();
        AuditReport after = solve == null ? null : solve.report();
        List<String> notes = new ArrayList<>(accepted.notes());
        if (solve != null && after == null) {
            notes.add(NO_PLACE);
        }
        Response.ResponseBuilder answer = Response.ok(JsonAnswers.lint(
                audit.request(),
                Audit.of(audit.rota(), audit.cuts()),
                notes,
                after,
                solve == null || after == null ? null : solve.id().toString()));
        if (solve != null && after != null) {
            answer.header(HttpHeaders.LINK, "<" + RotaResource.PATH + "/" + solve.id() + ">; rel=\"related\"");
        }
        return answer.build();
    }
}
