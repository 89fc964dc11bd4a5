package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Days that a member asks for, or asks to avoid; first and last included. */
public record WishJson(
        @Schema(description = "First day", examples = "2027-03-02") @Nullable
        String from,

        @Schema(description = "Last day", examples = "2027-03-02") @Nullable
        String to,

        @Schema(description = "true: wants to be on call; false: wants not to be", examples = "false") @Nullable
        Boolean want) {}
