package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whole days of leave of a member, first and last included. */
public record LeaveRow(
        @Schema(
                description = "Made of the days, so that the same leave has the same id",
                examples = "2027-02-08_2027-02-14")
        String id,

        @Schema(description = "First day", examples = "2027-02-08")
        String from,

        @Schema(description = "Last day", examples = "2027-02-14")
        String to,

        @Schema(description = "UID of the event it was imported from; null where it was not") @Nullable
        String uid) {}
