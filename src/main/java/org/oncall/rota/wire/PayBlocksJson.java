package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** So much for the first hours of an on-call day, then so much for each block that is begun. */
public record PayBlocksJson(
        @Schema(description = "Length of the first block", examples = "PT8H") @Nullable
        String first,

        @Schema(description = "Pay for it", examples = "20.00") @Nullable
        String firstPay,

        @Schema(description = "Length of each block after it", examples = "PT2H") @Nullable
        String then,

        @Schema(description = "Pay for each", examples = "2.50") @Nullable
        String thenPay,

        @Schema(description = "Hours of a day that are paid at all", examples = "PT24H") @Nullable
        String most) {}
