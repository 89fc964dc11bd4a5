package org.oncall.rota.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A menu after a change to a published rota.
 *
 * @param rota the published revision that it is about
 * @param basis the revisions of which something was in force when it was asked for
 * @param status how far it has come
 * @param starts how often a process began to look for it
 * @param request the problem, as JSON
 * @param answer the menu as it is told, as JSON; null before it has ended, and where nothing was found
 * @param takenAt when it was asked for
 * @param endedAt when it was found, or failed; null: not yet
 */
public record StoredMenu(
        UUID id,
        UUID rota,
        List<UUID> basis,
        String status,
        int starts,
        String request,
        @Nullable String answer,
        Instant takenAt,
        @Nullable Instant endedAt) {
    public StoredMenu {
        basis = List.copyOf(basis);
    }
}
