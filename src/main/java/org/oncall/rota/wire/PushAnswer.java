package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What differed between a rota and what was live in another tool. */
public record PushAnswer(
        @Schema(examples = "pagerduty") String target,

        @Schema(description = "Whether it was only looked") Boolean dryRun,

        @Schema(description = "Whether anything was written: then the tool says what the rota says by now")
        Boolean written,

        @Schema(description = "The user who is called where the rota has nobody; null: nobody", examples = "PBOSS1")
        @Nullable
        String fallback,

        @Schema(description = "Number of turns that were missing", examples = "26")
        Integer creates,

        @Schema(description = "Number of turns with another end or another user", examples = "2")
        Integer changes,

        @Schema(description = "Number of turns too many", examples = "0")
        Integer deletes,

        @Schema(description = "One a tier, in the team's order")
        List<Schedule> schedules) {
    /** What differed in one schedule. */
    @Schema(name = "PushSchedule")
    public record Schedule(
            @Schema(description = "By which it is found there", examples = "Platform: on-call primary")
            String name,

            @Schema(description = "Its id there; null: it was not there", examples = "PIJ90N7") @Nullable
            String id,

            @Schema(description = "Whether the user below all others differed")
            Boolean fallbackDiffers,

            List<Turn> create,
            List<Change> change,
            List<Turn> delete) {}

    /** Somebody's turn. */
    @Schema(name = "PushTurn")
    public record Turn(
            @Schema(description = "The tool's user; null: nobody", examples = "PX1Y2Z3") @Nullable
            String user,

            @Schema(description = "Instant with the team's offset", examples = "2027-01-05T12:00:00Z")
            String from,

            @Schema(description = "Instant with the team's offset", examples = "2027-01-12T12:00:00Z")
            String to) {}

    /** A turn that was live, and what it becomes. */
    @Schema(name = "PushChange")
    public record Change(Turn before, Turn after) {}
}
