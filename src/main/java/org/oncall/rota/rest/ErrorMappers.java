package org.oncall.rota.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.oncall.rota.store.StoreUnavailable;
import org.oncall.rota.teams.Refusal;

/** Answers every error as a problem, those of the framework too. */
class ErrorMappers {
    private static final int RETRY_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    @ServerExceptionMapper
    Response refused(WebApplicationException error, UriInfo uri, Request request, HttpHeaders headers) {
        Response answer = error.getResponse();
        int status = answer.getStatus();
        if (answer.hasEntity() || status < 400) {
            return answer;
        }
        if (status >= 500) {
            return failed(error, uri);
        }
        Set<String> methods = status == 405 ? Methods.at(uri.getPath()) : Set.of();
        Response.ResponseBuilder problem = Problems.response(
                status, detail(status, uri.getPath(), request.getMethod(), methods, headers), uri.getPath());
        return methods.isEmpty()
                ? problem.build()
                : problem.header(HttpHeaders.ALLOW, String.join(", ", methods)).build();
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, UriInfo uri) {
        int status = switch (refusal.kind()) {
            case ABSENT -> 404;
            case UNCONDITIONAL -> 428;
            case CHANGED -> 412;
            case CONFLICT -> 409;
            case BUSY -> 503;
            case WRONG_SHAPE -> 400;
            case WRONG -> 422;
        };
        Response.ResponseBuilder problem = Problems.response(
                status,
                String.valueOf(refusal.getMessage()),
                uri.getPath(),
                refusal.issues().stream().map(Answers::issue).toList());
        return status == 503
                ? problem.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build()
                : problem.build();
    }

    @ServerExceptionMapper
    Response unavailable(StoreUnavailable away, UriInfo uri) {
        LOG.warnf("The request to (%s) was not answered: %s", uri.getPath(), away.getMessage());
        return Problems.response(
                        503,
                        "The service cannot read or write what it keeps: its database is away, or its disk is full. Nothing"
                                + " was changed.\nMaybe try again in " + RETRY_SECONDS
                                + " s; those who run the service find more in its log.",
                        uri.getPath())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response failed(Throwable error, UriInfo uri) {
        UUID reference = UUID.randomUUID();
        LOG.errorf(error, "The request to (%s) failed, reference %s.", uri.getPath(), reference);
        return Problems.response(
                        500,
                        "The service failed for a reason that lies with it, and has logged it under the reference ("
                                + reference + ").\nMaybe try again.",
                        uri.getPath())
                .build();
    }

    private static String detail(int status, String path, String method, Set<String> methods, HttpHeaders headers) {
        return switch (status) {
            case 404 -> "There is nothing at (" + path + ").\nMaybe /api/rotas? /q/openapi lists what there is.";
            case 405 ->
                "The method (" + method + ") is not among those of (" + path + ").\nMaybe one of "
                        + String.join(", ", methods) + "?";
            case 406 ->
                "None of the accepted types (" + headers.getHeaderString(HttpHeaders.ACCEPT) + ") is offered at ("
                        + path + ").\nMaybe application/json, or text/event-stream for progress?";
            case 413 -> BodyLimit.TOO_LARGE;
            case 415 ->
                "The content type (" + headers.getHeaderString(HttpHeaders.CONTENT_TYPE) + ") is not taken at (" + path
                        + ").\nMaybe application/json?";
            default -> "The request to (" + path + ") cannot be answered.\n/q/openapi says what can.";
        };
    }
}
