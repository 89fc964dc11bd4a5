package org.oncall.rota.rules;

/** Who is on call together in one rotation, day by day. Mutable, so that the search can change it; rules only read it. */
public final class RotationBoard {
    final SizeSink sizes = new SizeSink();
    private final RuleFacts facts;
    private final RotationFacts rotation;
    private final TierLine[] lines;

    /** The board of a rotation in which nobody holds anything yet. */
    public RotationBoard(RuleFacts facts, int rotation) {
        this.facts = facts;
        this.rotation = facts.rotation(rotation);
        this.lines = new TierLine[this.rotation.tierCount()];
        for (int t = 0; t < lines.length; t++) {
            lines[t] = new TierLine(this.rotation, t);
        }
    }

    /** Gives the slot to a member, by index, or to {@link RuleFacts#NOBODY}. */
    public void set(int tier, int plannedDay, int member) {
        lines[tier].set(plannedDay, member);
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
