package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the search went. */
public record SolverJson(
        @Schema(description = "Seed of the search", examples = "0")
        Long seed,

        @Schema(description = "Time spent, as a duration", examples = "PT20.004S")
        String time,

        @Schema(
                description =
                        "Moves tried; where they are all that were planned, the same number as solve.moves with the same seed and request gives the same rota on any machine",
                examples = "2400000")
        Long moves,

        @Schema(
                description =
                        "Moves planned. Fewer are tried where the search is stopped, finds nothing better any more (the same request then ends there again), or is too slow for its limit",
                examples = "2400000")
        Long planned,

        @Schema(description = "Engine and version") String engine) {}
