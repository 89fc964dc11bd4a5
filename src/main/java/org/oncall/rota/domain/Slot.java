package org.oncall.rota.domain;

import java.time.LocalDate;

/** One on-call day in one tier: what is filled with one member or left empty. */
public record Slot(RotationId rotation, TierId tier, LocalDate date) {
    /** Stable name of the slot, independent of who holds it: {@code on-call.primary.2027-01-05}. */
    public String id() {
        return rotation + "." + tier + "." + date;
    }
}
