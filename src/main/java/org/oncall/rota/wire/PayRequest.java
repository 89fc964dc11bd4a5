package org.oncall.rota.wire;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rota to pay: the request it answers, its shifts, and the rules of pay. */
public record PayRequest(
        @Schema(description = "The people and the rotations they share") @Nullable
        TeamJson team,

        @Schema(description = "First day of the period", examples = "2027-01-05") @Nullable
        String from,

        @Schema(description = "First day after the period", examples = "2027-07-06") @Nullable
        String to,

        @Schema(description = "Shifts already worked, from which debts, rest and festive turns carry over") @Nullable
        List<ShiftJson> history,

        @Schema(description = "The rota people already know, against which changes are told") @Nullable
        List<ShiftJson> published,

        @Schema(
                description = "The date against which the notice of a change is measured; default today",
                examples = "2026-11-20")
        @Nullable
        String now,

        @Schema(description = "Taken, so that the request of a solve can be sent here; it changes nothing") @Nullable
        String freezeUntil,

        @Schema(description = "Weights of soft rules by id; 0 switches a rule off") @Nullable
        Map<String, Integer> rules,

        @Schema(description = "Taken, so that the request of a solve can be sent here; it changes nothing") @Nullable
        SolveJson solve,

        @Schema(description = "The rota, in whole on-call days, as an answer gives it") @Nullable
        List<ShiftJson> shifts,

        @Schema(description = "Days that had to stay with whom they are pinned to") @Nullable
        List<ShiftJson> pinned,

        @Schema(
                description =
                        "Days, of the history or pinned, that count as done for somebody else than whoever works them")
        @Nullable
        List<CreditJson> credits,

        @Schema(description = "What is paid; nothing of it has a default") @Nullable
        PayRulesJson pay) {

    /** The rota alone. */
    public AuditRequest rota() {
        return new AuditRequest(
                team, from, to, history, published, now, freezeUntil, rules, solve, shifts, pinned, credits);
    }
}
