package org.oncall.rota.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.teams.AnswerBook;

/** Answers to requests with an idempotency key. */
@Singleton
class Once {
    private final AnswerBook book;
    private final ObjectMapper json;

    Once(AnswerBook book, ObjectMapper json) {
        this.book = book;
        this.json = json;
    }

    /** The answer, which under a key is the same as the first time. */
    Response answer(@Nullable String key, String path, byte[] body, Supplier<Response> action) {
        return key == null ? action.get() : response(book.once(key, "POST " + path, body, () -> kept(action.get())));
    }

    private AnswerBook.Kept kept(Response response) {
        Map<String, String> headers = new TreeMap<>();
        response.getStringHeaders().keySet().forEach(name -> headers.put(name, response.getHeaderString(name)));
        return new AnswerBook.Kept(response.getStatus(), headers, text(response.getEntity()), false);
    }

    private @Nullable String text(@Nullable Object entity) {
        try {
            return entity == null ? null : json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response response(AnswerBook.Kept kept) {
        Response.ResponseBuilder response = Response.status(kept.status());
        kept.headers().forEach(response::header);
        if (kept.body() != null) {
            response.type(kept.headers().getOrDefault("Content-Type", MediaType.APPLICATION_JSON))
                    .entity(kept.body());
        }
        return response.build();
    }
}
