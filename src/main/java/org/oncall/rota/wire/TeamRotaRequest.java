package org.oncall.rota.wire;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to plan for a team that is kept: its people, history and published shifts are added to it. */
public record TeamRotaRequest(
        @Schema(description = "First day planned", examples = "2027-01-05") @Nullable
        String from,

        @Schema(description = "First day not planned", examples = "2027-07-06") @Nullable
        String to,

        @Schema(
                description = "The date against which the notice of a change is measured; default today",
                examples = "2026-11-20")
        @Nullable
        String now,

        @Schema(description = "Published slots before this date stay; days that are over stay in any case") @Nullable
        String freezeUntil,

        @Schema(description = "Weights of soft rules by id; 0 switches a rule off") @Nullable
        Map<String, Integer> rules,

        @Schema(description = "How long and from which seed to search") @Nullable
        SolveJson solve,

        @Schema(description = "Why it is asked for, kept with the revision and in the trail") @Nullable
        String why) {}
