package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened to a swap. */
public record SwapStepJson(
        @Schema(description = "Status of the swap after it", examples = "ACCEPTED")
        String status,

        @Schema(description = "Who did it; empty where its time ran out", examples = "mia")
        String by,

        @Schema(description = "Id of the member for whom they did it; null: for themselves", examples = "ana") @Nullable
        String onBehalfOf,

        @Schema(description = "Instant", examples = "2027-01-04T09:00:00Z")
        String when,

        @Schema(description = "In their words; empty where no reason was given")
        String why) {}
