package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A stretch of one tier that nobody holds. */
public record GapJson(
        @Schema(description = "Id of the rotation", examples = "on-call")
        String rotation,

        @Schema(description = "Id of the tier", examples = "primary")
        String tier,

        @Schema(description = "Instant with offset", examples = "2027-01-05T12:00:00Z")
        String from,

        @Schema(description = "Instant with offset", examples = "2027-01-12T12:00:00Z")
        String to,

        @Schema(
                description = "The first slot, by which a gap is named; absent from the stretches of changes",
                examples = "on-call.primary.2027-01-05")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String id,

        @Schema(description = "Why each member cannot take it as a whole; of the first 20 gaps only")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<GapReason> reasons,

        @Schema(
                description =
                        "The cheapest single change that closes it while every held slot stays held, solved for; absent where it was"
                                + " not looked for")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ProofJson.@Nullable RepairJson closing) {}
