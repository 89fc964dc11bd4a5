package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member was and is on call for, as published. */
public record MemberShifts(
        @Schema(description = "Id of the member", examples = "ana")
        String member,

        @Schema(description = "A row a team that has a member of this id")
        List<TeamShifts> teams) {

    /** In one team. */
    @Schema(name = "TeamShifts")
    public record TeamShifts(
            @Schema(examples = "platform") String team,
            @Schema(description = "By time") List<ShiftJson> shifts) {}
}
