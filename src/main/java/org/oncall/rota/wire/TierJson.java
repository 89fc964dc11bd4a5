package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place to fill at every covered moment of a rotation. */
public record TierJson(
        @Schema(description = "Name of the tier, unique in its rotation", examples = "primary") @Nullable
        String id,

        @Schema(description = "What its holder must be able to do; default nothing in particular") @Nullable
        List<String> skills) {}
