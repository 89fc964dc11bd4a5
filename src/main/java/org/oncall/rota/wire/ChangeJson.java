package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member loses and gains against the published rota. */
public record ChangeJson(
        @Schema(description = "Id of the member", examples = "ana")
        String member,

        @Schema(description = "Stretches they held and no longer hold")
        List<GapJson> loses,

        @Schema(description = "Stretches they hold and did not")
        List<GapJson> gains) {}
