package org.oncall.rota.rest;

import jakarta.ws.rs.ClientErrorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Instants in the query of a request. */
final class Moments {
    private Moments() {}

    /** The instant; null where none is given. A space stands for the plus sign that it was before it was sent. */
    static @Nullable Instant read(String name, @Nullable String text) {
        try {
            return text == null
                    ? null
                    : OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new ClientErrorException(Problems.response(
                            422,
                            "The " + name + " (" + text.substring(0, Math.min(text.length(), 100))
                                    + ") must be an instant with offset.\nMaybe write 2027-01-05T12:00:00Z.",
                            "")
                    .build());
        }
    }
}
