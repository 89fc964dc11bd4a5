package org.oncall.rota.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.oncall.rota.teams.Versioned;

/** Answers that bear the version of the team, by which the next edit says what it was made from. */
final class Tagged {
    private Tagged() {}

    static Response answer(Versioned<?> read) {
        return tagged(Response.status(read.isNew() ? 201 : 200).entity(read.value()), read);
    }

    /** The same of a thing that has a place of its own. */
    static Response added(Versioned<?> read, String location) {
        return tagged(
                Response.status(read.isNew() ? 201 : 200).entity(read.value()).header(HttpHeaders.LOCATION, location),
                read);
    }

    static Response tagged(Response.ResponseBuilder response, Versioned<?> read) {
        return response.header(HttpHeaders.ETAG, "\"" + read.version() + "\"").build();
    }
}
