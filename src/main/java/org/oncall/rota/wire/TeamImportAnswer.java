package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an absence feed of a whole team changed. */
public record TeamImportAnswer(
        @Schema(description = "Each member whose leave it changed, in the order of the team")
        List<Changed> members,

        @Schema(description = "Titles of the events that name no member, sorted; they changed nothing")
        List<String> others,

        @Schema(description = "What was read otherwise than it says, and why")
        List<String> notes) {

    /** A member whose leave was changed. */
    public record Changed(
            @Schema(description = "Id of the member", examples = "ana")
            String member,

            @Schema(description = "Leave that was added") List<LeaveRow> added,

            @Schema(description = "Leave of earlier imports that was taken out")
            List<LeaveRow> removed) {}
}
