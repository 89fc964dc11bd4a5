package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody does to a swap. */
public record SwapStepRequest(
        @Schema(
                description =
                        "Id of the member it is done for; default: whoever asks, and where that is nobody of the team, everybody"
                                + " concerned",
                examples = "ana")
        @Nullable
        String member,

        @Schema(description = "Why, kept in the trail") @Nullable
        String why) {}
