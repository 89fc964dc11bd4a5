package org.oncall.rota.wire;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rota to audit: the request it answers, and its shifts. */
public record AuditRequest(
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

        @Schema(
                description =
                        "The rota: as an answer gave it, or written by hand. Shifts need not begin or end at the handover time.")
        @Nullable
        List<ShiftJson> shifts,

        @Schema(description = "Shifts that swaps have settled; credits of pinned days count") @Nullable
        List<ShiftJson> pinned,

        @Schema(
                description =
                        "Days, of the history or pinned, that count as done for somebody else than whoever works them")
        @Nullable
        List<CreditJson> credits) {

    /** The rota that a solved request answers. */
    public static AuditRequest of(RotaRequest request, @Nullable List<ShiftJson> shifts) {
        return new AuditRequest(
                request.team(),
                request.from(),
                request.to(),
                request.history(),
                request.published(),
                request.now(),
                request.freezeUntil(),
                request.rules(),
                request.solve(),
                shifts,
                request.pinned(),
                request.credits());
    }

    /** The request without the rota. */
    public RotaRequest withoutShifts() {
        return new RotaRequest(team, from, to, history, published, now, freezeUntil, rules, solve, pinned, credits);
    }
}
