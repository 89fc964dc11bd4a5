package org.oncall.rota.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rota, and everything there is to say about it. */
public record RotaAnswer(
        @Schema(description = "Id of the solve, where there is one") @Nullable
        String id,

        @Schema(description = "QUEUED, SOLVING, SOLVED, STOPPED or FAILED", examples = "SOLVED")
        String status,

        @Schema(description = "Why a FAILED solve failed") @Nullable
        String problem,

        @Schema(description = "Sum of weight x size over the rules of each level; null while there is no rota")
        @Nullable
        ScoreJson score,

        @Schema(description = "No hard rule is broken", examples = "true")
        Boolean legal,

        @Schema(description = "No slot is empty", examples = "true")
        Boolean complete,

        @Schema(description = "The rota, sorted by rotation, tier and time")
        List<ShiftJson> shifts,

        @Schema(description = "Stretches that nobody holds") List<GapJson> gaps,
        @Schema(description = "A row a member") List<MemberRow> members,

        @Schema(description = "A row a rule, with every finding")
        List<RuleRow> rules,

        @Schema(description = "What differs from the published rota, by member")
        List<ChangeJson> changes,

        @Schema(description = "Facts the manager should know about this team")
        List<String> advice,

        @Schema(
                description =
                        "Whether a legal and complete rota exists at all; null where there is no gap, until the solve ends, and where"
                                + " it was stopped")
        @Nullable
        ProofJson proof,

        @Schema(description = "How the search went; null until it has ended") @Nullable
        SolverJson solver,

        @Schema(description = "The request with every default filled in: with it, each number here can be recomputed")
        RotaRequest request,

        @Schema(description = "Id of the team; only where the rota belongs to one")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String team,

        @Schema(description = "Counted by team, from 1; only of a team's rota that was solved")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer revision,

        @Schema(description = "DRAFT, OFFERED, PUBLISHED or SUPERSEDED; only of a team's rota that was solved")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String state,

        @Schema(description = "Id of the revision that people knew when this one was made, if there was one")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String basedOn) {
    /** The same rota as one of a team. */
    public RotaAnswer of(String itsTeam) {
        return new RotaAnswer(
                id, status, problem, score, legal, complete, shifts, gaps, members, rules, changes, advice, proof,
                solver, request, itsTeam, revision, state, basedOn);
    }
}
