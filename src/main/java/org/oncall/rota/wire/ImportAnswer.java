package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an absence feed changed. */
public record ImportAnswer(
        @Schema(description = "Leave that was added") List<LeaveRow> added,

        @Schema(description = "Leave of earlier imports that was taken out")
        List<LeaveRow> removed,

        @Schema(description = "What was read otherwise than it says, and why")
        List<String> notes) {}
