package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One revision of a team's rotas. */
public record RevisionRow(
        @Schema(description = "Id of the rota") String id,

        @Schema(description = "Id of the team", examples = "platform")
        String team,

        @Schema(description = "Counted by team, from 1", examples = "7")
        Integer revision,

        @Schema(description = "DRAFT, OFFERED, PUBLISHED or SUPERSEDED", examples = "PUBLISHED")
        String state,

        @Schema(description = "First day planned", examples = "2027-01-05")
        String from,

        @Schema(description = "First day not planned", examples = "2027-07-06")
        String to,

        @Schema(description = "Id of the revision that people knew when it was made; null: there was none") @Nullable
        String basedOn,

        ScoreJson score,
        @Schema(examples = "2026-11-20T12:00:00Z") String madeAt,

        @Schema(description = "Who asked for it", examples = "ms.manager")
        String madeBy,

        @Schema(description = "Why; null where nobody said") @Nullable
        String why,

        @Schema(description = "End of the trading window; null: it was never offered") @Nullable
        String offeredUntil,

        @Schema(description = "null: it was never published") @Nullable
        String publishedAt,

        @Schema(description = "Members whose shifts differ from what was published when it was made")
        List<ChangeJson> changes,

        @Schema(
                description =
                        "What whoever did this should know, such as that the trading window was still open; mostly empty")
        List<String> notes) {}
