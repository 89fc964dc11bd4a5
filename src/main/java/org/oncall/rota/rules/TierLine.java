package org.oncall.rota.rules;

import java.util.Arrays;

/** Who holds each slot of one tier, day after day. Mutable, so that the search can change it; rules only read it. */
public final class TierLine {
    final SizeSink sizes = new SizeSink();
    private final RotationFacts rotation;
    private final int tier;
    private final int[] holders;

    /** The line of a tier in which nobody holds anything yet. */
    public TierLine(RotationFacts rotation, int tier) {
        this.rotation = rotation;
        this.tier = tier;
        this.holders = new int[rotation.plannedDays()];
        Arrays.fill(holders, RuleFacts.NOBODY);
    }

    /** Gives the slot to a member, by index, or to {@link RuleFacts#NOBODY}. */
    public void set(int plannedDay, int member) {
        holders[plannedDay] = member;
    }

    RotationFacts rotation() {
        return rotation;
    }

    int tier() {
        return tier;
    }

    int plannedDays() {
        return holders.length;
    }

    /** The holder on a planned day; for -1 the holder on the last day of history. */
    int holder(int plannedDay) {
        return plannedDay >= 0 ? holders[plannedDay] : rotation.holderBefore(tier);
    }
}
