package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edit of part of a team. */
public record TeamChanges(
        @Schema(
                description =
                        "By id: of somebody who is in the team, the fields given replace theirs, and leave is added to theirs;"
                                + " anybody else joins")
        @Nullable
        List<MemberJson> members) {}
