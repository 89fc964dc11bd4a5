package org.oncall.rota.store;

import java.util.UUID;
import org.oncall.rota.domain.Interval;

/**
 * A stretch of a tier that was published and holds; if it lies in the past, it was worked.
 *
 * @param rota the revision that said so
 */
public record StoredShift(String team, String rotation, String tier, String member, Interval span, UUID rota) {
    /** The same, for less time. */
    public StoredShift during(Interval other) {
        return new StoredShift(team, rotation, tier, member, other, rota);
    }
}
