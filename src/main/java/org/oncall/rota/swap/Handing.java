package org.oncall.rota.swap;

import java.util.List;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Slot;

/**
 * Some on-call days that one member hands to another: a shift, or whole days of one.
 *
 * @param slots at least one, in the order of time
 */
public record Handing(List<Slot> slots, MemberId from, MemberId to) {
    public Handing {
        slots = List.copyOf(slots);
        if (slots.isEmpty()) {
            throw new IllegalArgumentException("A swap must hand over at least one day.");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("Member (" + from + ") must hand days to somebody else.");
        }
    }

    Handing back() {
        return new Handing(slots, to, from);
    }
}
