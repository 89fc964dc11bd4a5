package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A swap that is proposed: as the service found it, or of one's own. */
public record SwapRequest(
        @Schema(description = "One to give or take days, two to exchange, three where it takes a third") @Nullable
        List<HandingJson> handings,

        @Schema(
                description =
                        "Whether the days count for whoever works them; default false: they go on counting for whom they did",
                examples = "false")
        @Nullable
        Boolean creditMoves,

        @Schema(description = "When it ends by itself unless everybody has agreed; default never") @Nullable
        String expires,

        @Schema(description = "Why, kept in the trail") @Nullable
        String why) {}
