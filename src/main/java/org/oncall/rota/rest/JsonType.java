package org.oncall.rota.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the type of a body may say of its charset. */
final class JsonType {
    /** JSON is UTF-8; plain ASCII is part of it. */
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii", "ascii");

    private JsonType() {}

    /** The answer to a body in another charset than JSON has; empty where it has that of JSON. */
    static Optional<Response.ResponseBuilder> refused(HttpHeaders headers, String path) {
        MediaType type = headers.getMediaType();
        return Optional.ofNullable(type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER))
                .filter(charset -> !CHARSETS.contains(charset.toLowerCase(Locale.ROOT)))
                .map(charset -> Problems.response(
                        415,
                        "The charset (" + charset + ") must be UTF-8, which is what JSON is written in."
                                + "\nMaybe send application/json without a charset?",
                        path));
    }
}
