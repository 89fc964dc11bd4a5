package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why one member cannot take a gap as a whole. */
public record GapReason(
        @Schema(description = "Id of the member", examples = "bo")
        String member,

        @Schema(description = "Each hard finding they would cause; none: they could take it")
        List<String> sentences) {}
