package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team that is kept. */
public record TeamRow(
        @Schema(description = "Id of the team", examples = "platform")
        String id,

        @Schema(description = "Name of the team", examples = "Platform")
        String name,

        @Schema(description = "Number of members", examples = "8")
        Integer members,

        @Schema(description = "What its ETag says; one more with each change", examples = "3")
        Long version,

        @Schema(description = "When it was changed last", examples = "2026-11-20T12:00:00Z")
        String updatedAt) {}
