package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of one tier that nobody holds. */
public record GapJson(
        @Schema(description = "Id of the rotation", examples = "on-call")
        String rotation,

        @Schema(description = "Id of the tier", examples = "primary")
        String tier,

        @Schema(description = "Instant with offset", examples = "2027-01-05T12:00:00Z")
        String from,

        @Schema(description = "Instant with offset", examples = "2027-01-12T12:00:00Z")
        String to) {}
