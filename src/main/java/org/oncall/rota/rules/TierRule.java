package org.oncall.rota.rules;

/** A rule that looks at the slots of one tier and at its handovers. */
public abstract non-sealed class TierRule extends Rule {
    TierRule(String id, Level level, int defaultWeight, String description) {
        super(id, level, defaultWeight, description);
    }

    /** Reports each breach along the tier. */
    public final void check(TierLine line, BreachSink sink) {
        check(line, 0, line.plannedDays(), sink);
    }

    /**
     * Reports each breach on some of the planned days, from the first to before the last. A breach on a day depends on who
     * holds that day and the day before alone, so the search looks again only at the days around those it changes.
     */
    abstract void check(TierLine line, int from, int to, BreachSink sink);

    /** The sum of the sizes of all breaches; allocates nothing. */
    public final long size(TierLine line) {
        return size(line, 0, line.plannedDays());
    }

    /** The sum of the sizes of the breaches on some of the planned days; allocates nothing. */
    public final long size(TierLine line, int from, int to) {
        check(line, from, to, line.sizes);
        return line.sizes.take();
    }
}
