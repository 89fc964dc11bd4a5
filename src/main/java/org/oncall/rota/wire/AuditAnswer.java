package org.oncall.rota.wire;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything there is to say about a rota that was brought along. */
public record AuditAnswer(
        @Schema(description = "AUDITED", examples = "AUDITED")
        String status,

        @Schema(description = "Sum of weight x size over the rules of each level; cuts are no part of it")
        ScoreJson score,

        @Schema(description = "No hard rule is broken, and no cut is HARD", examples = "true")
        Boolean legal,

        @Schema(description = "No slot is empty, and no cut is MEDIUM", examples = "true")
        Boolean complete,

        @Schema(description = "What of the rota does not fit into whole on-call days, the gravest first")
        List<CutJson> cuts,

        @Schema(description = "The rota in whole on-call days, sorted by rotation, tier and time")
        List<ShiftJson> shifts,

        @Schema(description = "Stretches of whole on-call days that nobody holds")
        List<GapJson> gaps,

        @Schema(description = "A row a member") List<MemberRow> members,

        @Schema(description = "A row a rule, with every finding")
        List<RuleRow> rules,

        @Schema(description = "What differs from the published rota, by member")
        List<ChangeJson> changes,

        @Schema(description = "Facts the manager should know about this team")
        List<String> advice,

        @Schema(description = "Whether a legal and complete rota exists at all; null unless asked for") @Nullable
        ProofJson proof,

        @Schema(description = "The request with every default filled in: with it, each number here can be recomputed")
        AuditRequest request) {}
