package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A menu under way, or done. */
public record ResolveAnswer(
        @Schema(description = "Id of the menu") String id,

        @Schema(description = "Id of the published rota") String rota,

        @Schema(
                description =
                        "QUEUED, SOLVING, SOLVED or FAILED; only of a menu that is SOLVED can an option be chosen, as until then"
                                + " their numbers change",
                examples = "SOLVED")
        String status,

        @Schema(description = "The menu so far; null before its first rota") @Nullable
        MenuAnswer menu) {}
