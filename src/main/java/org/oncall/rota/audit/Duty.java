package org.oncall.rota.audit;

import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Slot;

/**
 * Hours running in which one member has to answer for one tier: a shift without the hours that need nobody. Around the clock
 * it is a whole shift, in office hours a day's window.
 *
 * @param first the slot in whose coverage it begins
 * @param window which of that slot's stretches of coverage it begins with, counted from 1
 */
public record Duty(Slot first, int window, MemberId member, Interval span) {
    public Duty {
        if (window < 1) {
            throw new IllegalArgumentException("The window (" + window + ") must be counted from 1.");
        }
    }

    /** Stable name that depends neither on the person nor on the hour: that of the slot, and the window beyond the first. */
    public String id() {
        return window == 1 ? first.id() : first.id() + "." + window;
    }
}
