package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A finding that would appear or disappear. */
public record WhyFinding(
        @Schema(description = "Id of the rule", examples = "too-soon")
        String rule,

        @Schema(description = "HARD, MEDIUM or SOFT", examples = "SOFT")
        String level,

        @Schema(description = "Whom it concerns", examples = "bo") @Nullable
        String member,

        @Schema(description = "Start of the time it concerns", examples = "2027-01-05T12:00:00Z")
        String from,

        @Schema(description = "End of that time", examples = "2027-01-12T12:00:00Z")
        String to,

        @Schema(description = "How much, in the measure of the rule", examples = "12")
        Long size,

        @Schema(description = "weight x size", examples = "12")
        Long cost,

        @Schema(
                description = "For people",
                examples =
                        "Bo: starts again in on-call on Tue 12 January 2027, 16 days after the stint before started; 28 are wished for.")
        String sentence) {}
