package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The least that has to move for a rota that breaks no hard rule and has as few gaps as can be. */
public record MenuFewest(
        @Schema(description = "Empty slots that stay", examples = "0")
        Integer gaps,

        @Schema(description = "Published slots that change hands", examples = "4")
        Integer movedSlots,

        @Schema(description = "Published shifts that these lie in", examples = "1")
        Integer movedShifts,

        @Schema(
                description = "Nothing moves fewer slots; false: nothing was found, in the time there was",
                examples = "true")
        Boolean proven) {}
