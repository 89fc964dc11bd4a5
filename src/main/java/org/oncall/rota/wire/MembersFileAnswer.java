package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a table of members says, ready to be put into a request. Nothing is kept. */
public record MembersFileAnswer(
        @Schema(description = "A member a row; only what the table says, to be checked with the request")
        List<MemberJson> members,

        @Schema(description = "What was passed over, and why")
        List<String> notes) {}
