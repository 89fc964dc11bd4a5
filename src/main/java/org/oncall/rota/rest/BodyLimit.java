package org.oncall.rota.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns away a request that announces too large a body, before the server does so without a word. */
@Singleton
class BodyLimit {
    static final String TOO_LARGE = "The body of the request is larger than the service takes."
            + "\nMaybe leave out history that is years old, or split the team.";

    /** Just before the server's own check. */
    private static final int ORDER = -3;

    private final long most;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, ObjectMapper json) {
        this.most = most.asLongValue();
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (announced(context) <= most) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.TYPE)
                // What follows is a body that nobody will read.
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem(context.normalizedPath()));
    }

    private static long announced(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            // Not a length we know: the server reads the body, and counts for itself.
            return 0;
        }
    }

    private String problem(String path) {
        try {
            return json.writeValueAsString(Problems.problem(413, TOO_LARGE, path, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
