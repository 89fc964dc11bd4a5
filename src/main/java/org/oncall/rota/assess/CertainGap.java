package org.oncall.rota.assess;

import java.time.LocalDate;
import java.util.List;
import org.oncall.rota.domain.TierId;

/**
 * A gap that no rota without a broken hard rule can avoid, whoever makes it. Several may be about the same slots.
 *
 * @param first first on-call day on which, or between which and the last, slots stay empty
 * @param tiers the tiers among which they are
 * @param people people there who may hold any of those tiers, at the least on one day
 * @param slots that stay empty at the least
 */
public record CertainGap(Reason reason, LocalDate first, LocalDate last, List<TierId> tiers, int people, int slots) {
    /** What proves it. */
    public enum Reason {
        /** Nobody may ever hold the tier. */
        NOBODY,
        /** On each of the days there are fewer people than tiers. */
        PEOPLE,
        /** There are too few people for all to rest between stints. */
        REST,
        /** There are too few people for nobody to bear two festive days. */
        FESTIVE,
        /** There are too few people for all to stay under half of the time. */
        HALF_THE_TIME
    }

    public CertainGap {
        tiers = List.copyOf(tiers);
    }
}
