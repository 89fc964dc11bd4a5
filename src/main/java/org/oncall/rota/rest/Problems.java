package org.oncall.rota.rest;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.wire.IssueJson;
import org.oncall.rota.wire.ProblemJson;

/** Problem details as RFC 9457 wants them. */
final class Problems {
    static final String TYPE = "application/problem+json";

    private Problems() {}

    static Response.ResponseBuilder response(int status, String detail, String path) {
        return response(status, detail, path, List.of());
    }

    static Response.ResponseBuilder response(int status, String detail, String path, List<IssueJson> issues) {
        return Response.status(status).type(TYPE).entity(problem(status, detail, path, issues));
    }

    static ProblemJson problem(int status, String detail, String path, List<IssueJson> issues) {
        return new ProblemJson("about:blank", title(status), status, detail, path, issues);
    }

    static Response.ResponseBuilder refused(Intake.Refused refused, String path) {
        int count = refused.issues().size();
        String found =
                count == 1 ? "One thing is wrong with the request." : count + " things are wrong with the request.";
        return response(
                refused.isOfWrongShape() ? 400 : 422,
                found,
                path,
                refused.issues().stream().map(Answers::issue).toList());
    }

    static NotFoundException noSuchRota(String id) {
        return new NotFoundException(response(
                        404,
                        "The rota (" + id + ") does not exist, or was finished too long ago to be kept."
                                + "\nMaybe submit it again: POST /api/rotas.",
                        "/api/rotas/" + id)
                .build());
    }

    /** The names of RFC 9110, where they are newer than what the library knows. */
    private static String title(int status) {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> {
                Response.Status known = Response.Status.fromStatusCode(status);
                yield known == null ? "Error" : known.getReasonPhrase();
            }
        };
    }
}
