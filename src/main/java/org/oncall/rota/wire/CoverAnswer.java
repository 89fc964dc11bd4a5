package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who could take a shift, or whole on-call days of one, and who could trade for it. */
public record CoverAnswer(
        @Schema(description = "The days that are to be covered, and who holds them")
        ShiftJson shift,

        @Schema(description = "Every member, and nobody, on those days, the best first")
        List<WhyOption> options,

        @Schema(description = "Covers, exchanges and cycles of three that break no hard rule, the best first")
        List<SwapProposalJson> swaps,

        @Schema(
                description =
                        "Where nobody can take just those days, as whoever is free then is on call too soon before or after:"
                                + " the same for all days from the first of them to the end of the shift, if somebody can take"
                                + " those; else null")
        @Nullable
        CoverAnswer toTheEnd) {}
