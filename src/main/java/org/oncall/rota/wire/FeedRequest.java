package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar that is to have an address: of the whole team, or of one tier or member. */
public record FeedRequest(
        @Schema(description = "Only this tier, such as `primary` or `on-call/primary`", examples = "primary") @Nullable
        String tier,

        @Schema(description = "Only this member's duties, by id", examples = "ana") @Nullable
        String member,

        @Schema(
                description =
                        "`ical` for people, or `grafana-ical` for Grafana's import: one tier, its users by their ids alone; default `ical`",
                examples = "ical")
        @Nullable
        String profile,

        @Schema(description = "Why, kept in the trail") @Nullable
        String why) {}
