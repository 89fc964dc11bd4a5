package org.oncall.rota.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.jobs.Diagnoses;

/** Answers with a proof where one is asked for. */
final class Proving {
    static final String PARAMETER = "prove";
    static final String DESCRIPTION =
            "true: decide exactly whether a legal and complete rota exists, and where none does, say why and what would"
                    + " have to change. Takes up to some 20 seconds";

    private Proving() {}

    /** The answer, made from the diagnosis, or from null unless one is asked for; or that there is no place for it now. */
    static Response.ResponseBuilder answer(
            boolean asked,
            Diagnoses diagnoses,
            Supplier<Diagnosis> diagnosis,
            Function<@Nullable Diagnosis, Object> answer,
            String path) {
        if (!asked) {
            return Response.ok(answer.apply(null));
        }
        Optional<Diagnosis> made = diagnoses.make(diagnosis);
        long seconds = diagnoses.retryAfter().toSeconds();
        return made.isPresent()
                ? Response.ok(answer.apply(made.get()))
                : Problems.response(
                                503,
                                "As many proofs are being made as the service takes.\nMaybe ask without " + PARAMETER
                                        + "=true, or try again in " + seconds + " s.",
                                path)
                        .header(HttpHeaders.RETRY_AFTER, seconds);
    }
}
