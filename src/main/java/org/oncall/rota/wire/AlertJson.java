package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert that somebody answered. */
public record AlertJson(
        @Schema(description = "Id of the member", examples = "ana") @Nullable
        String member,

        @Schema(description = "When it came, an instant with offset", examples = "2027-01-06T02:10:00Z") @Nullable
        String at,

        @Schema(description = "Whether it woke them; default false", examples = "true") @Nullable
        Boolean woken,

        @Schema(description = "When the work on it ended; default at once", examples = "2027-01-06T03:40:00Z") @Nullable
        String until,

        @Schema(description = "What it was", examples = "disk full") @Nullable
        String alert) {}
