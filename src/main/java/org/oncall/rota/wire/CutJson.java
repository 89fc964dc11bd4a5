package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something in a rota as it was written that whole on-call days cannot say. */
public record CutJson(
        @Schema(
                description =
                        "overlap, two-places, unavailable, back-to-back, long-stint, half-the-time, unsupervised, both-festive-days (HARD); uncovered (MEDIUM); stretched, part-day, written-twice, outside, no-coverage, more (SOFT)",
                examples = "part-day")
        String code,

        @Schema(
                description = "HARD: the rota is not legal; MEDIUM: it is not complete; SOFT: worth knowing",
                examples = "SOFT")
        String level,

        @Schema(description = "Whom it concerns", examples = "ana") @Nullable
        String member,

        @Schema(description = "The other member, where it concerns two", examples = "bo") @Nullable
        String other,

        @Schema(description = "Where", examples = "on-call") String rotation,

        @Schema(description = "In which tier", examples = "primary")
        String tier,

        @Schema(description = "Start of the time it concerns", examples = "2027-01-12T12:00:00Z")
        String from,

        @Schema(description = "End of that time", examples = "2027-01-12T18:00:00Z")
        String to,

        @Schema(description = "How many coverage hours, or plain hours where there are none", examples = "PT6H")
        String time,

        @Schema(description = "The finding for people") String sentence) {}
