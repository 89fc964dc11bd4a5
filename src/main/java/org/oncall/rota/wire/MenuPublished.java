package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The published rota, audited with the team as it has become. */
public record MenuPublished(
        @Schema(description = "How many shifts were published", examples = "52")
        Integer shifts,

        @Schema(description = "No hard rule is broken", examples = "false")
        Boolean legal,

        @Schema(description = "Every slot is held", examples = "true")
        Boolean complete,

        @Schema(description = "Score of the published rota as it is")
        ScoreJson score) {}
