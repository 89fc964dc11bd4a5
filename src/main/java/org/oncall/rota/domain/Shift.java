package org.oncall.rota.domain;

import java.time.LocalDate;

/**
 * Consecutive slots of one tier held by one member.
 *
 * @param firstDate date of its first slot, by which it is named
 * @param span from the start of the first on-call day to the end of the last
 */
public record Shift(RotationId rotation, TierId tier, MemberId member, LocalDate firstDate, Interval span) {
    /** The id of its first slot. */
    public String id() {
        return new Slot(rotation, tier, firstDate).id();
    }
}
