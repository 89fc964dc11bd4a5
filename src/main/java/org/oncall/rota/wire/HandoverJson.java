package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When hands should change; the time also cuts the on-call days. */
public record HandoverJson(
        @Schema(description = "Preferred day of the week; default TUESDAY", examples = "TUESDAY") @Nullable
        String day,

        @Schema(description = "Local time; default 12:00", examples = "12:00") @Nullable
        String time) {}
