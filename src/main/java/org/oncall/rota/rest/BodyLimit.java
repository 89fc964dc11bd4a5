package org.oncall.rota.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns away too large a body with a problem, which the server's own check does without a word: one that is announced,
 * before that check; one that is not, while it is read.
 */
@Singleton
class BodyLimit {
    static final String TOO_LARGE = "The body of the request is larger than the service takes."
            + "\nMaybe leave out history that is years old, or split the team.";

    private static final int BEFORE_CHECK = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;
    private static final int AFTER_CHECK = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private final long most;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, ObjectMapper json) {
        this.most = most.asLongValue();
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_CHECK).handler(this::check);
        router.route("/api/*").order(AFTER_CHECK).handler(context -> {
            // The resources count for themselves, see read(); the server would answer and then fail.
            context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
            context.next();
        });
    }

    /** The whole body of a request to the path. */
    byte[] read(InputStream body, String path) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
        if (bytes.length > most) {
            throw new ClientErrorException(Problems.response(413, TOO_LARGE, path)
                    .header("Connection", "close")
                    .build());
        }
        return bytes;
    }

    private void check(RoutingContext context) {
        context.addHeadersEndHandler(sent -> closeAfterRefusal(context));
        if (announced(context) <= most) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.TYPE)
                .end(problem(context.normalizedPath()));
    }

    /** What follows is a body that nobody will read. Later versions of HTTP cancel a stream by other means. */
    private static void closeAfterRefusal(RoutingContext context) {
        HttpVersion version = context.request().version();
        if (context.response().getStatusCode() == 413
                && (version == HttpVersion.HTTP_1_0 || version == HttpVersion.HTTP_1_1)) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
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
