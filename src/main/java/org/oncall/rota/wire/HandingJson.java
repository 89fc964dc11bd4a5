package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whole on-call days that one member hands to another. */
public record HandingJson(
        @Schema(description = "Id of the rotation", examples = "on-call")
        String rotation,

        @Schema(description = "Id of the tier", examples = "primary")
        String tier,

        @Schema(description = "Date of the first on-call day", examples = "2027-01-05")
        String first,

        @Schema(description = "Date of the last on-call day", examples = "2027-01-11")
        String last,

        @Schema(description = "Id of the member who gives them", examples = "ana")
        String from,

        @Schema(description = "Id of the member who takes them", examples = "bo")
        String to) {}
