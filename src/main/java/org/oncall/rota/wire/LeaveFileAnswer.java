package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a calendar of absences says, ready to be put into a request. Nothing is kept. */
public record LeaveFileAnswer(
        @Schema(
                description = "Id of the one member whom the name of the calendar names, so that all of it is theirs",
                examples = "ana")
        @Nullable
        String of,

        @Schema(description = "Days of all events together: the leave of whoever the calendar is of")
        List<LeaveJson> leave,

        @Schema(description = "Leave of those whom titles of events name, in the order of the request")
        List<Named> members,

        @Schema(description = "Events whose titles name nobody")
        List<Other> others,

        @Schema(description = "What was read otherwise than it says, and why")
        List<String> notes) {

    /** The leave of somebody whom titles name. */
    public record Named(
            @Schema(description = "Id of the member", examples = "ana")
            String member,

            @Schema(description = "Their leave, sorted and joined")
            List<LeaveJson> leave) {}

    /** An event that names nobody. */
    public record Other(
            @Schema(description = "Its title; empty where it has none", examples = "Company day")
            String title,

            @Schema(description = "The days on which it falls")
            List<LeaveJson> leave) {}
}
