package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The people and the rotations they share. */
public record TeamJson(
        @Schema(description = "Name of the team", examples = "Platform") @Nullable
        String name,

        @Schema(description = "IANA time zone", examples = "Europe/London") @Nullable
        String zone,

        @Schema(
                description =
                        "Bank-holiday region as ISO 3166 code, or none; default GB-ENG in Europe/London, elsewhere none",
                examples = "GB-ENG")
        @Nullable
        String holidays,

        @Schema(description = "The people: objects, or just names") @Nullable
        List<MemberJson> members,

        @Schema(description = "Default: one rotation on-call, around the clock, with tiers primary and secondary")
        @Nullable
        List<RotationJson> rotations) {}
