package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Cost by level, each the sum of weight x size; 0 is best. */
public record ScoreJson(
        @Schema(description = "Hard rules broken", examples = "0")
        Long hard,

        @Schema(description = "Empty slots", examples = "0") Long medium,

        @Schema(description = "Weighed cost", examples = "519")
        Long soft) {}
