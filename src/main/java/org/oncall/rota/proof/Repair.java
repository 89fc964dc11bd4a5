package org.oncall.rota.proof;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.oncall.rota.domain.Rota;

/**
 * Changes after which what was impossible is possible.
 *
 * @param changes never empty
 * @param cheapest whether it was proved that no other changes have a lower price
 * @param rota of the problem with the changes made: it shows that they do
 */
public record Repair(List<Change> changes, boolean cheapest, Rota rota) {
    public Repair {
        changes = List.copyOf(changes);
    }

    /** The price of all changes together. */
    public int price() {
        return changes.stream().mapToInt(Change::price).sum();
    }

    /** Ids of the hard rules that were given up, so that the rota may break them. */
    public Set<String> rulesGivenUp() {
        return changes.stream()
                .filter(Change.GiveUpRule.class::isInstance)
                .map(change -> ((Change.GiveUpRule) change).fact().rule())
                .collect(Collectors.toUnmodifiableSet());
    }
}
