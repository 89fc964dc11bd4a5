package org.oncall.rota.wire;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change. */
public record TrailRow(
        @Schema(description = "Counts up with time", examples = "42")
        Long id,

        @Schema(examples = "2026-11-20T12:00:00Z") String at,
        @Schema(examples = "platform") String team,

        @Schema(description = "Id of the rota; null where none is concerned") @Nullable
        String rota,

        @Schema(description = "As X-Rota-User said", examples = "ms.manager")
        String who,

        @Schema(description = "What was done", examples = "rota-published")
        String what,

        @Schema(description = "null where nobody said") @Nullable
        String why,

        @Schema(description = "Revision in force before") @Nullable
        Integer revisionBefore,

        @Schema(description = "Revision made or in force after") @Nullable
        Integer revisionAfter,

        @Schema(description = "More of it", type = SchemaType.OBJECT)
        Map<String, Object> details) {}
