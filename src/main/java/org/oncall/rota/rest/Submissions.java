package org.oncall.rota.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.jobs.Solve;
import org.oncall.rota.jobs.Submission;
import org.oncall.rota.teams.AnswerBook;
import org.oncall.rota.teams.RotaDesk;

/** Answers to those who have a rota solved. */
@Singleton
class Submissions {
    private final AnswerBook book;
    private final RotaDesk desk;

    Submissions(AnswerBook book, RotaDesk desk) {
        this.book = book;
        this.desk = desk;
    }

    /** The answer; the same request under the same key is answered with the same solve, as it stands by then. */
    Uni<Response> answer(
            @Nullable String key, String path, byte[] body, Duration wait, Supplier<Submission> submission) {
        if (key == null) {
            return answer(submission.get(), path, wait);
        }
        AtomicReference<@Nullable Submission> made = new AtomicReference<>();
        AnswerBook.Kept kept = book.once(key, "POST " + path, body, () -> {
            Submission now = submission.get();
            made.set(now);
            return switch (now) {
                case Submission.Full full -> new AnswerBook.Kept(503, Map.of(), null, false);
                case Submission.Taken taken ->
                    new AnswerBook.Kept(202, Map.of(), taken.id().toString(), false);
            };
        });
        return kept.isRepeated()
                ? Uni.createFrom().item(again(UUID.fromString(Objects.requireNonNull(kept.body()))))
                : answer(Objects.requireNonNull(made.get()), path, wait);
    }

    private Response again(UUID id) {
        Object found = desk.find(id).orElseThrow(() -> Problems.noSuchRota(id.toString()));
        return Response.accepted(found)
                .header(HttpHeaders.LOCATION, RotaResource.PATH + "/" + id)
                .build();
    }

    private static Uni<Response> answer(Submission submission, String path, Duration wait) {
        return switch (submission) {
            case Submission.Full full -> Uni.createFrom().item(refused(full, path));
            case Submission.Taken taken -> later(taken.answer(), solve -> submitted(solve, wait));
        };
    }

    /** The answer to those who come when as many solves wait as the service takes. */
    static Response refused(Submission.Full full, String path) {
        long seconds = full.retryAfter().toSeconds();
        return Problems.response(
                        503,
                        "As many solves run and wait as the service takes.\nMaybe try again in " + seconds + " s.",
                        path)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    static Response submitted(Solve solve, Duration wait) {
        String location = RotaResource.PATH + "/" + solve.id();
        Response.ResponseBuilder answer = switch (solve.status()) {
            case SOLVED, STOPPED -> Response.ok(RotaDesk.told(solve)).header(HttpHeaders.CONTENT_LOCATION, location);
            case QUEUED, SOLVING -> Response.accepted(RotaDesk.told(solve)).header(HttpHeaders.LOCATION, location);
            case FAILED ->
                Problems.response(500, String.valueOf(solve.problem()), RotaResource.PATH)
                        .header(HttpHeaders.CONTENT_LOCATION, location);
        };
        if (!wait.isZero()) {
            answer.header("Preference-Applied", "wait=" + wait.toSeconds());
        }
        return answer.build();
    }

    /** The answer is written by a worker: whoever ends a solve has better things to do. */
    static Uni<Response> later(CompletionStage<Solve> end, Function<Solve, Response> answer) {
        return Uni.createFrom()
                .completionStage(end)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(answer);
    }
}
