package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a legal and complete rota exists, decided exactly. */
public record ProofJson(
        @Schema(
                description =
                        "POSSIBLE, IMPOSSIBLE, UNDECIDED where the time was too short, NOT_MADE where it cannot be decided here",
                examples = "IMPOSSIBLE")
        String verdict,

        @Schema(description = "The same in words, with the reason where it was not decided")
        String sentence,

        @Schema(description = "What cannot all hold; null unless IMPOSSIBLE") @Nullable
        ConflictJson conflict,

        @Schema(
                description =
                        "The cheapest changes that make a legal and complete rota possible; null unless IMPOSSIBLE")
        @Nullable
        RepairJson repair) {

    /** Facts that cannot all hold. */
    @Schema(name = "ConflictJson")
    public record ConflictJson(
            @Schema(description = "What cannot hold together")
            List<FactJson> facts,

            @Schema(
                    description = "Proved: without any one of them the others can hold. False: the time was too short",
                    examples = "true")
            Boolean smallest,

            @Schema(
                    description =
                            "Those of the facts without which alone a legal and complete rota of the whole exists")
            List<FactJson> enoughAlone) {}

    /** One thing that the request states. */
    @Schema(name = "FactJson")
    public record FactJson(
            @Schema(description = "FROZEN, LEAVE, DATES, SKILL, OPT_IN, DEMAND, RULE or NATURE", examples = "LEAVE")
            String kind,

            @Schema(description = "Id of the rule by which it counts", examples = "on-leave")
            String rule,

            @Schema(description = "Id of the member it is about", examples = "ana") @Nullable
            String member,

            @Schema(description = "Id of the rotation") @Nullable
            String rotation,

            @Schema(description = "Id of the tier") @Nullable
            String tier,

            @Schema(description = "First day it is about", examples = "2027-02-08") @Nullable
            String from,

            @Schema(description = "Last day it is about, included", examples = "2027-02-14") @Nullable
            String last,

            @Schema(examples = "Ana's leave 8-14 February 2027")
            String sentence) {}

    /** Changes after which what was impossible is possible. */
    @Schema(name = "RepairJson")
    public record RepairJson(
            @Schema(
                    description =
                            "FOUND, NOT_NEEDED where it is possible as it is, NONE where no such change exists, UNDECIDED where the"
                                    + " time was too short",
                    examples = "FOUND")
            String status,

            @Schema(description = "The changes in words, or why there are none")
            String sentence,

            @Schema(description = "The changes, all of them needed together")
            List<StepJson> changes,

            @Schema(description = "Sum of the prices; null unless FOUND", examples = "2") @Nullable
            Integer price,

            @Schema(description = "Proved: no other changes have a lower price; null unless FOUND") @Nullable
            Boolean cheapest) {}

    /** One change to the request. */
    @Schema(name = "StepJson")
    public record StepJson(
            @Schema(
                    description =
                            "MOVE_LEAVE, JOIN_EARLIER, STAY_LONGER, OPT_IN, TRAIN, UNFREEZE, SET_LIMIT or GIVE_UP_RULE",
                    examples = "MOVE_LEAVE")
            String kind,

            @Schema(description = "Days somebody gives way; other changes are dear, so that days are asked for first")
            Integer price,

            @Schema(description = "Id of the member it is about", examples = "ana") @Nullable
            String member,

            @Schema(description = "Id of the rotation") @Nullable
            String rotation,

            @Schema(description = "Id of the tier") @Nullable
            String tier,

            @Schema(description = "Id of the rule that it relaxes or gives up") @Nullable
            String rule,

            @Schema(description = "First and last days, each stretch: those of a leave to move")
            List<LeaveJson> days,

            @Schema(description = "The new first or last day on the rota") @Nullable
            String date,

            @Schema(description = "The new limit, in days") @Nullable
            Integer limit,

            @Schema(examples = "Move 2 days of Ana's leave 8-14 February 2027 to another time: 8-9 February 2027.")
            String sentence) {}
}
