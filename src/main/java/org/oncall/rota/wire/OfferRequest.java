package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a rota is offered for trading. */
public record OfferRequest(
        @Schema(description = "End of the trading window: an instant with offset", examples = "2026-12-01T12:00:00Z")
        @Nullable
        String until,

        @Schema(description = "Why, kept in the trail") @Nullable
        String why) {}
