package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is on call in a team, as published. */
public record OnCallAnswer(
        @Schema(description = "Id of the team", examples = "platform")
        String team,

        @Schema(description = "The moment asked about", examples = "2027-01-05T13:00:00Z")
        String at,

        @Schema(description = "A row a tier, in the team's order")
        List<TierNow> tiers) {

    /** One tier. */
    @Schema(name = "TierNow")
    public record TierNow(
            @Schema(examples = "on-call") String rotation,
            @Schema(examples = "primary") String tier,

            @Schema(description = "The shift under way; its ends are handovers; null: nobody holds it") @Nullable
            ShiftJson now,

            @Schema(description = "The next shift, of whomever; null: none is published") @Nullable
            ShiftJson next) {}
}
