package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A swap, and how far it has come. */
public record SwapJson(
        @Schema(description = "Id of the swap") String id,

        @Schema(description = "Id of the rota it was proposed for; once applied or undone, of the one that this made")
        @Nullable
        String rota,

        @Schema(
                description =
                        "PROPOSED, ACCEPTED once everybody concerned has agreed, APPLIED, UNDONE, REFUSED or EXPIRED",
                examples = "PROPOSED")
        String status,

        @Schema(description = "What is handed over") List<HandingJson> handings,

        @Schema(
                description =
                        "Whether the days count for whoever works them; else they go on counting for whom they did",
                examples = "false")
        Boolean creditMoves,

        @Schema(description = "When it ends by itself; null: never", examples = "2027-01-04T09:00:00Z") @Nullable
        String expires,

        @Schema(description = "Ids of those who have still to agree")
        List<String> awaited,

        @Schema(description = "What happened, in order") List<SwapStepJson> trail) {}
