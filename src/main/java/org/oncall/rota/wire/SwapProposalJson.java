package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A swap that could be proposed, and what it would do. */
public record SwapProposalJson(
        @Schema(description = "COVER, EXCHANGE or CYCLE", examples = "EXCHANGE")
        String kind,

        @Schema(description = "Score with it less the score as it is, level by level; below 0 is better")
        ScoreJson difference,

        @Schema(
                description =
                        "What it does to how evenly days are shared by those who work them, as a cost; below 0 is better",
                examples = "-4")
        Long fairness,

        @Schema(
                description = "The swap in a sentence",
                examples =
                        "Bo takes Ana's primary of on-call, Tue 5 January 2027; Ana takes Bo's primary of on-call, Tue 12 January 2027.")
        String sentence,

        @Schema(description = "What is handed over") List<HandingJson> handings) {}
