package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who may claim which time off, and who is owed rest. A check, no legal advice. */
public record ToilAnswer(
        @Schema(description = "Everybody with an alert in the log, in the team's order")
        List<ToilMember> members) {

    /** One member. */
    @Schema(name = "ToilMember")
    public record ToilMember(
            @Schema(description = "Id of the member", examples = "ana")
            String member,

            @Schema(description = "Their name", examples = "Ana")
            String name,

            @Schema(description = "Days of time off", examples = "0.75")
            String days,

            @Schema(description = "The same as time", examples = "PT5H15M")
            String time,

            @Schema(description = "Compensatory rest", examples = "PT4H")
            String restOwed,

            @Schema(description = "What may be claimed, in the order of time")
            List<ToilClaim> claims,

            @Schema(description = "Rests that were too short, in the order of time")
            List<ToilRest> rests) {}

    /** Alerts that are claimed once. */
    @Schema(name = "ToilClaim")
    public record ToilClaim(
            @Schema(description = "When its first alert came", examples = "2027-01-06T02:10:00Z")
            String at,

            @Schema(description = "How many alerts there were", examples = "1")
            int alerts,

            @Schema(description = "What they were, as far as the log says")
            List<String> labels,

            @Schema(description = "Whether any of them woke the member")
            boolean woken,

            @Schema(description = "Whether the plan had the member on call at the first of them")
            boolean onCall,

            @Schema(description = "Time worked on them", examples = "PT1H30M")
            String worked,

            @Schema(description = "Days of time off; 0 within office hours", examples = "0.75")
            String days,

            @Schema(description = "The same as time", examples = "PT5H15M")
            String time,

            @Schema(description = "Whether the member need not start work at the usual time")
            boolean lateStart,

            @Schema(
                    description =
                            "Whether they may then ask for somebody else to take the next night, which the plan gives them")
            boolean relief,

            @Schema(description = "All this for people") String sentence) {}

    /** A rest that a call-out has left too short. */
    @Schema(name = "ToilRest")
    public record ToilRest(
            @Schema(description = "When the last work ended", examples = "2027-01-06T03:40:00Z")
            String from,

            @Schema(description = "When the next work began", examples = "2027-01-06T10:00:00Z") @Nullable
            String to,

            @Schema(description = "Rest that is owed", examples = "PT4H40M")
            String owed,

            @Schema(description = "When work may begin again after a whole rest", examples = "2027-01-06T14:40:00Z")
            String notBefore,

            @Schema(description = "Whether the plan has the member on call in the 24 hours that follow")
            boolean onCallNext,

            @Schema(description = "All this for people") String sentence) {}
}
