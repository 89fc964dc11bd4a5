package org.oncall.rota.rules;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is on call together in one rotation, day by day. Mutable, so that the search can change it; rules only read it. */
public final class RotationBoard {
    final SizeSink sizes = new SizeSink();
    private final RuleFacts facts;
    private final RotationFacts rotation;
    private final TierLine[] lines;
    /** By member: the planned days that a novice holds; null for all others, about whom nobody asks. */
    private final long[] @Nullable [] noviceDays;

    /** The board of a rotation in which nobody holds anything yet. */
    public RotationBoard(RuleFacts facts, int rotation) {
        this.facts = facts;
        this.rotation = facts.rotation(rotation);
        this.lines = new TierLine[this.rotation.tierCount()];
        for (int t = 0; t < lines.length; t++) {
            lines[t] = new TierLine(this.rotation, t);
        }
        this.noviceDays = new long[facts.memberCount()][];
        for (int m = 0; m < noviceDays.length; m++) {
            noviceDays[m] = facts.member(m).novice() ? Bits.create(this.rotation.plannedDays()) : null;
        }
    }

    /** Gives the slot to a member, by index, or to {@link RuleFacts#NOBODY}. */
    public void set(int tier, int plannedDay, int member) {
        int former = lines[tier].holder(plannedDay);
        lines[tier].set(plannedDay, member);
        long[] formerDays = former == RuleFacts.NOBODY ? null : noviceDays[former];
        if (formerDays != null && !holds(former, plannedDay)) {
            Bits.clear(formerDays, plannedDay);
        }
        long[] days = member == RuleFacts.NOBODY ? null : noviceDays[member];
        if (days != null) {
            Bits.set(days, plannedDay);
        }
    }

    /** The planned days on which that novice holds a slot of the rotation. */
    long[] noviceDays(int novice) {
        return Objects.requireNonNull(noviceDays[novice], "only novices' days are kept");
    }

    RuleFacts facts() {
        return facts;
    }

    RotationFacts rotation() {
        return rotation;
    }

    int tiers() {
        return lines.length;
    }

    int holder(int tier, int plannedDay) {
        return lines[tier].holder(plannedDay);
    }

    boolean holds(int member, int plannedDay) {
        for (TierLine line : lines) {
            if (line.holder(plannedDay) == member) {
                return true;
            }
        }
        return false;
    }
}
