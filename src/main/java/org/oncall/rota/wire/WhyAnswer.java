package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a shift is held by whom it is, and what the rota would cost with anybody else in it. */
public record WhyAnswer(
        @Schema(description = "Id of the solve, where there is one") @Nullable
        String id,

        @Schema(
                description = "Status of the solve: while it is SOLVING, this is about the best rota so far",
                examples = "SOLVED")
        String status,

        @Schema(description = "The slot that was asked about", examples = "on-call.primary.2027-01-07")
        String asked,

        @Schema(description = "The shift it lies in; in a gap, which is named in the same way, the member is null")
        ShiftJson shift,

        @Schema(description = "Score of the rota as it is") ScoreJson score,

        @Schema(description = "Every member, and nobody, in the whole shift, the best first: who could cover it")
        List<WhyOption> options) {}
