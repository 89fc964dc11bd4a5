package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing people take turns at. */
public record RotationJson(
        @Schema(description = "Name of the rotation, unique in the team; default on-call", examples = "on-call")
        @Nullable
        String id,

        @Schema(description = "ON_CALL, or IN_HOURS for support in office hours; default ON_CALL", examples = "ON_CALL")
        @Nullable
        String kind,

        @Schema(description = "Places to fill at every covered moment; default primary and secondary") @Nullable
        List<TierJson> tiers,

        @Schema(description = "When hands should change; default Tuesday 12:00") @Nullable
        HandoverJson handover,

        @Schema(description = "When somebody is needed; default around the clock") @Nullable
        CoverageJson coverage,

        @Schema(description = "Longest stint, as a period of days; default P7D", examples = "P7D") @Nullable
        String longest,

        @Schema(description = "Rest between two stints, as a period of days; default P7D", examples = "P7D") @Nullable
        String rest,

        @Schema(
                description = "How many first stints of a novice need an experienced partner; default 2",
                examples = "2")
        @Nullable
        Integer supervised,

        @Schema(description = "The stretch of the year with short shifts; default 24 December to 2 January") @Nullable
        FestiveJson festive) {}
