package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days that a member asks for, or asks to avoid; first and last included. */
public record WishRow(
        @Schema(
                description = "Made of what it says, so that the same wish has the same id",
                examples = "2027-03-02_2027-03-02_avoid")
        String id,

        @Schema(description = "First day", examples = "2027-03-02")
        String from,

        @Schema(description = "Last day", examples = "2027-03-02")
        String to,

        @Schema(description = "true: wants to be on call; false: wants not to be", examples = "false")
        Boolean want) {}
