package org.oncall.rota.rest;

import jakarta.ws.rs.ClientErrorException;

/** Pages of long lists. */
final class Pages {
    static final String DESCRIPTION = "Which page of a hundred rows, from 0";
    private static final int LAST = 1_000_000;

    private Pages() {}

    static int checked(int page) {
        if (page < 0 || page > LAST) {
            throw new ClientErrorException(Problems.response(
                            422, "The page (" + page + ") must be 0 to " + LAST + ".\nMaybe begin with page=0.", "")
                    .build());
        }
        return page;
    }
}
