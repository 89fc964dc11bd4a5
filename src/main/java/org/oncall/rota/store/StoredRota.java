package org.oncall.rota.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Score;

/**
 * One revision of a team's rotas.
 *
 * @param revision counted by team, from 1
 * @param plannedTo first day not planned
 * @param basedOn the revision whose shifts people knew when this one was made; null: there was none
 * @param basis every revision of which something was in force in the period when this one was made, sorted; if that has
 *     changed, it is no longer the next thing to publish
 * @param request as it was solved, with every default, as JSON
 * @param answer as it was told, as JSON
 * @param why null where nobody said
 * @param offeredUntil end of the trading window; null: it was never offered
 * @param publishedAt null: it was never published
 */
public record StoredRota(
        UUID id,
        String team,
        int revision,
        RotaState state,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        @Nullable UUID basedOn,
        List<UUID> basis,
        String request,
        String answer,
        Score score,
        Instant madeAt,
        String madeBy,
        @Nullable String why,
        @Nullable Instant offeredUntil,
        @Nullable Instant publishedAt) {
    public StoredRota {
        basis = List.copyOf(basis);
    }
}
