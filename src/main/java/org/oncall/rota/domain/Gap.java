package org.oncall.rota.domain;

import java.time.LocalDate;

/**
 * Consecutive slots of one tier that nobody holds.
 *
 * @param firstDate date of its first slot, by which it is named
 */
public record Gap(RotationId rotation, TierId tier, LocalDate firstDate, Interval span) {
    public Slot firstSlot() {
        return new Slot(rotation, tier, firstDate);
    }

    /** The id of its first slot. */
    public String id() {
        return firstSlot().id();
    }
}
