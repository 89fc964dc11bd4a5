package org.oncall.rota.proof;

import org.oncall.rota.domain.Rota;

/** What is known of the ways to make something possible. */
public sealed interface RepairResult {
    /** Changes that do, each solved for. */
    record Found(Repair repair) implements RepairResult {}

    /** It is possible as it is: the rota shows it. */
    record NotNeeded(Rota rota) implements RepairResult {}

    /** No such changes do. */
    record None() implements RepairResult {}

    /** The time was too short to tell. */
    record Undecided() implements RepairResult {}
}
