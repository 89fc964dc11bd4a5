package org.oncall.rota.wire;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To which tool a published rota is pushed, and who its members are there. */
public record PushRequest(
        @Schema(description = "The tool: `pagerduty`", examples = "pagerduty") @Nullable
        String target,

        @Schema(
                description = "The tool's user id by the id of each member; no e-mail addresses",
                examples = "{\"ana\": \"PX1Y2Z3\"}")
        @Nullable
        Map<String, String> users,

        @Schema(description = "Whether it is only looked at what would be written; default true", examples = "false")
        @Nullable
        Boolean dryRun,

        @Schema(
                description =
                        "The user to call where the rota has nobody; default the first member of the team who holds anything",
                examples = "PBOSS1")
        @Nullable
        String fallback,

        @Schema(description = "Of the tool's API: `v3`, or `v2` for older accounts; default `v3`", examples = "v3")
        @Nullable
        String version,

        @Schema(description = "Why, kept in the trail") @Nullable
        String why) {}
