package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one rule costs before and after. */
public record MenuRule(
        @Schema(description = "Id of the rule", examples = "uneven-load")
        String rule,

        @Schema(description = "Cost in the option before it, or as published", examples = "120")
        Long before,

        @Schema(description = "Cost in this option", examples = "64")
        Long after) {}
