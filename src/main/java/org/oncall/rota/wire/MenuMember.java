package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one member loses and gains against what was published. */
public record MenuMember(
        @Schema(description = "Id of the member", examples = "ana")
        String member,

        @Schema(description = "Name of the member", examples = "Ana")
        String name,

        @Schema(
                description = "The change in a sentence; days run to the date of the handover that ends them",
                examples = "Ana: loses 2-9 March (primary); gains 16-23 March (primary).")
        String sentence,

        @Schema(description = "Stretches they held and no longer hold")
        List<GapJson> loses,

        @Schema(description = "Stretches they hold and did not")
        List<GapJson> gains) {}
