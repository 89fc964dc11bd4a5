package org.oncall.rota.jobs;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a solve is.
 *
 * @param team whose draft its rota is to be; null: nobody's
 * @param who asked for it
 * @param why null where nobody said
 * @param basis the revisions of which something was in force in the period when it was asked for
 */
public record Origin(
        @Nullable String team, String who, @Nullable String why, List<UUID> basis) {
    /** A solve that belongs to no team. */
    public static final Origin NOBODY = new Origin(null, "unknown", null, List.of());

    public Origin {
        basis = List.copyOf(basis);
    }
}
