package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changes for one rule. */
public record WhyRule(
        @Schema(description = "Id of the rule", examples = "too-soon")
        String rule,

        @Schema(description = "HARD, MEDIUM or SOFT", examples = "SOFT")
        String level,

        @Schema(description = "Weight in this rota", examples = "1")
        Integer weight,

        @Schema(description = "Size with them less the size as it is", examples = "12")
        Long size,

        @Schema(description = "weight x size", examples = "12")
        Long cost) {}
