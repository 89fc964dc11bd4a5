package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to try. */
public record ExampleJson(
        @Schema(description = "Names it: GET /api/examples/{id} is the request", examples = "platform")
        String id,

        @Schema(examples = "Hosting platform") String title,

        @Schema(
                description = "What is particular about the team",
                examples = "6 people, primary and secondary, half a year over Christmas")
        String description) {}
