package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rota with one member in the whole shift. */
public record WhyOption(
        @Schema(description = "Place in the ranking, by difference, then by name", examples = "1")
        Integer rank,

        @Schema(description = "Id of the member; null: nobody", examples = "bo") @Nullable
        String member,

        @Schema(description = "Name of the member; Nobody for nobody", examples = "Bo")
        String name,

        @Schema(description = "They hold it in the rota as it is, so nothing differs", examples = "false")
        Boolean holds,

        @Schema(description = "No hard rule would be broken anywhere in the rota", examples = "true")
        Boolean legal,

        @Schema(description = "Score with them less the score as it is, level by level; below 0 is better")
        ScoreJson difference,

        @Schema(description = "The option in a sentence", examples = "Bo: could hold it, at 12 more cost.")
        String sentence,

        @Schema(description = "The difference by rule, where something changes; they add up to it")
        List<WhyRule> rules,

        @Schema(description = "Findings it would cause, hard ones first; breaches on days running are one")
        List<WhyFinding> causes,

        @Schema(description = "Findings that would be no more, in the same way")
        List<WhyFinding> ends) {}
