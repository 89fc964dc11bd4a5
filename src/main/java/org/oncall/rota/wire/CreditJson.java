package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Days that count as done for somebody else than whoever works them: a shift, and for whom it counts. */
public record CreditJson(
        @Schema(description = "Id of the rotation", examples = "on-call") @Nullable
        String rotation,

        @Schema(description = "Id of the tier", examples = "primary") @Nullable
        String tier,

        @Schema(description = "Id of the member who works, or worked, the days", examples = "bo") @Nullable
        String member,

        @Schema(description = "Id of the member for whom they count in what is owed", examples = "ana") @Nullable
        String credited,

        @Schema(description = "Instant with offset", examples = "2027-01-05T12:00:00Z") @Nullable
        String from,

        @Schema(description = "Instant with offset", examples = "2027-01-12T12:00:00Z") @Nullable
        String to) {}
