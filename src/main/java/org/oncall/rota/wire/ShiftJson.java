package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Consecutive slots of one tier held by one member. Requests take it as answers give it. */
public record ShiftJson(
        @Schema(
                description = "The first slot: rotation.tier.date; given in answers, ignored in requests",
                examples = "on-call.primary.2027-01-05")
        @Nullable
        String id,

        @Schema(description = "Id of the rotation", examples = "on-call") @Nullable
        String rotation,

        @Schema(description = "Id of the tier", examples = "primary") @Nullable
        String tier,

        @Schema(description = "Id of the member", examples = "ana") @Nullable
        String member,

        @Schema(description = "Instant with offset", examples = "2027-01-05T12:00:00Z") @Nullable
        String from,

        @Schema(description = "Instant with offset", examples = "2027-01-12T12:00:00Z") @Nullable
        String to) {}
