package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar that has an address. */
public record FeedJson(
        @Schema(description = "Id of the feed, by which it is revoked")
        String id,

        @Schema(
                description =
                        "Where the calendar is. Whoever has it can read the calendar. Told once, when the feed is made: the service keeps only its digest; null after that",
                examples = "/api/feeds/4ZkF0cYb7m2T1pQx9sVn3eRw8uLaHdJo5iGyKtMfXBc.ics")
        @Nullable
        String address,

        @Schema(examples = "platform") String team,

        @Schema(description = "Whose duties it has, as rotation/tier; null: of all tiers", examples = "on-call/primary")
        @Nullable
        String tier,

        @Schema(description = "Whose duties it has; null: everybody's", examples = "ana") @Nullable
        String member,

        @Schema(description = "`ical` or `grafana-ical`", examples = "ical")
        String profile,

        @Schema(description = "When it was made", examples = "2026-11-20T12:00:00Z")
        String madeAt,

        @Schema(description = "As X-Rota-User said", examples = "ms.manager")
        String madeBy) {}
