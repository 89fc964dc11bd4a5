package org.oncall.rota.proof;

import java.util.List;

/**
 * Facts that cannot all hold.
 *
 * @param facts what cannot hold together, never empty
 * @param smallest whether dropping any one of the facts was proved to make the others possible; false where time ran out
 * @param repairs those facts whose dropping alone makes a legal and complete rota of the whole problem possible, cheapest
 *     first; each was solved for. Empty where several things would have to change at once
 * @param repairsComplete whether every fact was tried as a repair; false where time ran out
 */
public record Conflict(List<Fact> facts, boolean smallest, List<Fact> repairs, boolean repairsComplete) {
    public Conflict {
        facts = List.copyOf(facts);
        repairs = List.copyOf(repairs);
    }
}
