package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rota to choose. */
public record MenuOption(
        @Schema(
                description = "How many published shifts it was allowed to move; null: as few slots as can be",
                examples = "2")
        @Nullable
        Integer most,

        @Schema(description = "Published shifts of which a slot changes hands", examples = "2")
        Integer movedShifts,

        @Schema(description = "Published slots that change hands", examples = "9")
        Integer movedSlots,

        @Schema(description = "No hard rule is broken", examples = "true")
        Boolean legal,

        @Schema(description = "Every slot is held", examples = "true")
        Boolean complete,

        @Schema(description = "Score of the rota, what the changes cost included")
        ScoreJson score,

        @Schema(description = "Hard rules that it breaks; never more than frozen and swapped days break alone")
        List<FindingJson> broken,

        @Schema(
                description =
                        "What each rule costs in the option before it, or as published, and here, where that differs")
        List<MenuRule> rules,

        @Schema(description = "What differs for each member from what was published")
        List<MenuMember> members,

        @Schema(description = "The whole rota") List<ShiftJson> shifts,

        @Schema(description = "Slots that nobody holds") List<GapJson> gaps) {}
