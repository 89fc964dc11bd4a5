package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long and from which seed to search. */
public record SolveJson(
        @Schema(
                description =
                        "Time limit of the search as a duration; default PT20S, at most PT10M. A rota with gaps is then explained, which takes up to some 20 s and a quarter of the limit more",
                examples = "PT20S")
        @Nullable
        String limit,

        @Schema(description = "Seed of the search; default 0", examples = "0") @Nullable
        Long seed,

        @Schema(
                description =
                        "Number of moves to try, exactly; with the same seed it gives the same rota on any machine; default as many as the limit allows for on an ordinary one")
        @Nullable
        Long moves,

        @Schema(
                description =
                        "End earlier where nothing better was found for as long as this; counted in moves of an ordinary machine. Default: 16 long legs of the search, some seconds for a small team",
                examples = "PT5S")
        @Nullable
        String unimproved) {}
