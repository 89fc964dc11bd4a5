package org.oncall.rota.wire;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one member carries in the period. */
public record MemberRow(
        @Schema(description = "Id of the member", examples = "ana")
        String member,

        @Schema(description = "Name of the member", examples = "Ana")
        String name,

        @Schema(description = "On-call days held, all rotations", examples = "46")
        Integer days,

        @Schema(description = "Days on call in rotations of kind ON_CALL / days on the rota, 0 to 1", examples = "0.25")
        Double shareOfTime,

        @Schema(description = "Days owed over history and period, all rotations", examples = "46")
        Long fairShare,

        @Schema(description = "Days done in history, all rotations", examples = "0")
        Integer historyDays,

        @Schema(description = "Unsocial days held", examples = "13")
        Integer unsocialDays,

        @Schema(description = "Unsocial days owed over history and period", examples = "13")
        Long fairUnsocialDays,

        @Schema(description = "Festive days borne", examples = "0")
        Integer festiveDays,

        @Schema(description = "Slots held, by rotation and tier")
        Map<String, Map<String, Integer>> daysPerTier,

        @Schema(description = "Stints that reach into the period", examples = "7")
        Integer stints,

        @Schema(
                description =
                        "Days from the start of one stint to the start of the next, the shortest; null with fewer than two",
                examples = "21")
        @Nullable
        Integer shortestInterval,

        @Schema(description = "Slots held on days asked for", examples = "0")
        Integer wishesKept,

        @Schema(description = "Slots held on days asked to avoid", examples = "0")
        Integer wishesBroken,

        @Schema(description = "Days of the period on the rota", examples = "182")
        Integer daysOnRota,

        @Schema(description = "Unsocial days done in history, all rotations", examples = "2")
        Integer historyUnsocialDays,

        @Schema(description = "Festive days borne in history, of whatever year", examples = "1")
        Integer historyFestiveDays,

        @Schema(
                description =
                        "Festive days that all members bear in history and period, split evenly by share of full-time x festive days"
                                + " on the rota; to two decimals",
                examples = "0.75")
        Double fairFestiveDays) {}
