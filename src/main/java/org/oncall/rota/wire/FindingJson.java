package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One breach of one rule. */
public record FindingJson(
        @Schema(description = "Whom it concerns", examples = "ana") @Nullable
        String member,

        @Schema(description = "Where", examples = "on-call") @Nullable
        String rotation,

        @Schema(description = "In which tier", examples = "primary") @Nullable
        String tier,

        @Schema(description = "Start of the time it concerns", examples = "2027-01-05T12:00:00Z")
        String from,

        @Schema(description = "End of that time", examples = "2027-01-12T12:00:00Z")
        String to,

        @Schema(description = "How much, in the measure of the rule; below 0 for a wish kept", examples = "7")
        Long size,

        @Schema(description = "The breach for people") String sentence) {}
