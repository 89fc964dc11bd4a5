package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One person; a bare text stands for a member of that name. */
public record MemberJson(
        @Schema(description = "Default: the name", examples = "ana") @Nullable
        String id,

        @Schema(description = "What people read", examples = "Ana") @Nullable
        String name,

        @Schema(description = "Share of full-time, above 0 and at most 1; default 1", examples = "0.6") @Nullable
        Double share,

        @Schema(description = "Whether they opted in to rotations of kind ON_CALL; default true", examples = "true")
        @Nullable
        Boolean onCall,

        @Schema(description = "First day on the rota (vetted, trained)", examples = "2026-01-01") @Nullable
        String from,

        @Schema(description = "Last day on the rota") @Nullable
        String until,

        @Schema(description = "What they can do") @Nullable List<String> skills,

        @Schema(
                description = "Whether their first stints need an experienced partner; default false",
                examples = "false")
        @Nullable
        Boolean novice,

        @Schema(description = "Ids of people they know well") @Nullable
        List<String> knows,

        @Schema(description = "Whole days on which they cannot be on call") @Nullable
        List<LeaveJson> leave,

        @Schema(description = "Days they ask for, or ask to avoid") @Nullable
        List<WishJson> wishes) {
    /** The member meant by a bare text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MemberJson named(String name) {
        return new MemberJson(null, name, null, null, null, null, null, null, null, null, null);
    }
}
