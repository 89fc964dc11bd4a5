package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whole days of leave, first and last included. */
public record LeaveJson(
        @Schema(description = "First day", examples = "2027-02-08") @Nullable
        String from,

        @Schema(description = "Last day", examples = "2027-02-14") @Nullable
        String to) {}
