package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a rota is published. */
public record PublishRequest(
        @Schema(description = "Why, kept in the trail") @Nullable
        String why,

        @Schema(
                description = "true: publish it though it breaks hard rules, which is kept in the trail",
                examples = "false")
        @Nullable
        Boolean despite) {}
