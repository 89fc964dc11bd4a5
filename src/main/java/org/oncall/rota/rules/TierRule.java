package org.oncall.rota.rules;

/** A rule that looks at the slots of one tier and at its handovers. */
public abstract non-sealed class TierRule extends Rule {
    TierRule(String id, Level level, int defaultWeight, String description) {
        super(id, level, defaultWeight, description);
    }

    /** Reports each breach along the tier. */
    public abstract void check(TierLine line, BreachSink sink);

    /** The sum of the sizes of all breaches; allocates nothing. */
    public final long size(TierLine line) {
        check(line, line.sizes);
        return line.sizes.take();
    }
}
