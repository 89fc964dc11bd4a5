package org.oncall.rota.wire;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to plan: everything but the members and the dates has a default. */
public record RotaRequest(
        @Schema(description = "The people and the rotations they share") @Nullable
        TeamJson team,

        @Schema(description = "First day planned", examples = "2027-01-05") @Nullable
        String from,

        @Schema(description = "First day not planned", examples = "2027-07-06") @Nullable
        String to,

        @Schema(description = "Shifts already worked, from which debts, rest and festive turns carry over") @Nullable
        List<ShiftJson> history,

        @Schema(description = "The rota people already know: the baseline when it is solved again") @Nullable
        List<ShiftJson> published,

        @Schema(
                description = "The date against which the notice of a change is measured; default today",
                examples = "2026-11-20")
        @Nullable
        String now,

        @Schema(description = "Published slots before this date stay") @Nullable
        String freezeUntil,

        @Schema(description = "Weights of soft rules by id; 0 switches a rule off") @Nullable
        Map<String, Integer> rules,

        @Schema(description = "How long and from which seed to search") @Nullable
        SolveJson solve,

        @Schema(
                description =
                        "Shifts that swaps have settled: they stay with their members in every solve, as far as those can hold"
                                + " them")
        @Nullable
        List<ShiftJson> pinned,

        @Schema(
                description =
                        "Days, of the history or pinned, that count as done for somebody else than whoever works them")
        @Nullable
        List<CreditJson> credits) {}
