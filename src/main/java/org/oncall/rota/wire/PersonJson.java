package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as far as they can be named; a bare text stands for the name. */
public record PersonJson(
        @Schema(description = "Default: the name", examples = "ana") @Nullable
        String id,

        @Schema(description = "What people read", examples = "Ana Lima") @Nullable
        String name) {
    /** The member meant by a bare text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonJson named(String name) {
        return new PersonJson(null, name);
    }
}
