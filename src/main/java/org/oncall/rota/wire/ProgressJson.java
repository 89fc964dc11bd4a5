package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a solve has come. */
public record ProgressJson(
        @Schema(description = "QUEUED, SOLVING, SOLVED, STOPPED or FAILED", examples = "SOLVING")
        String status,

        @Schema(description = "Time since the search began, as a duration", examples = "PT3.2S")
        String elapsed,

        @Schema(description = "The best so far; null before there is one") @Nullable
        ScoreJson score) {}
