package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one rule finds in what runs, and in the best rota for the same people and days. */
public record RuleComparison(
        @Schema(description = "Id of the rule", examples = "long-stint")
        String rule,

        @Schema(description = "HARD, MEDIUM or SOFT", examples = "HARD")
        String level,

        @Schema(description = "Sum of the sizes of its findings in what runs", examples = "49")
        Long sizeBefore,

        @Schema(description = "The same in the better rota", examples = "0")
        Long sizeAfter,

        @Schema(description = "Cost in what runs: size x weight", examples = "49")
        Long costBefore,

        @Schema(description = "The same in the better rota", examples = "0")
        Long costAfter) {}
