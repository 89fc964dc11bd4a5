package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whole on-call days that one member hands to another. */
public record HandingJson(
        @Schema(description = "Id of the rotation", examples = "on-call") @Nullable
        String rotation,

        @Schema(description = "Id of the tier", examples = "primary") @Nullable
        String tier,

        @Schema(description = "Date of the first on-call day", examples = "2027-01-05") @Nullable
        String first,

        @Schema(description = "Date of the last on-call day", examples = "2027-01-11") @Nullable
        String last,

        @Schema(description = "Id of the member who gives them", examples = "ana") @Nullable
        String from,

        @Schema(description = "Id of the member who takes them", examples = "bo") @Nullable
        String to) {}
