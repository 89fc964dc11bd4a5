package org.oncall.rota.wire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing wrong with a request. */
public record IssueJson(
        @Schema(description = "What kind of issue", examples = "unknown-member")
        String code,

        @Schema(description = "JSON pointer to the place", examples = "/team/members/3/knows/0")
        String pointer,

        @Schema(description = "The thing, its value, what must hold, and a way out")
        String detail) {}
