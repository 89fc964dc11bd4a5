package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a published rota is solved again after a change. */
public record ResolveRequest(
        @Schema(
                description = "Published days before this date stay; days that are over always do",
                examples = "2027-01-19")
        @Nullable
        String freezeUntil,

        @Schema(description = "What changes in the team, from now on; without, the team as it is kept is the change")
        @Nullable
        TeamChanges changes,

        @Schema(description = "How long to look for better rotas; default PT10S", examples = "PT10S") @Nullable
        String limit,

        @Schema(description = "Why, kept in the trail") @Nullable
        String why) {}
