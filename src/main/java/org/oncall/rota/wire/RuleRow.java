package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one rule costs. */
public record RuleRow(
        @Schema(description = "Id of the rule", examples = "too-soon")
        String id,

        @Schema(description = "HARD, MEDIUM or SOFT", examples = "SOFT")
        String level,

        @Schema(description = "Weight in this rota", examples = "1")
        Integer weight,

        @Schema(description = "Sum of the sizes of the findings", examples = "12")
        Long size,

        @Schema(description = "weight x size", examples = "12")
        Long cost,

        @Schema(description = "The rule in a sentence") String description,
        @Schema(description = "Each breach") List<FindingJson> findings) {}
