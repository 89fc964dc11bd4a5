package org.oncall.rota.rules;

/** A rule that looks at one member's timeline. */
public abstract non-sealed class MemberRule extends Rule {
    MemberRule(String id, Level level, int defaultWeight, String description) {
        super(id, level, defaultWeight, description);
    }

    /** Whether a breach may have a negative size: something that is better than nothing. */
    public boolean mayReward() {
        return false;
    }

    /** Whether the rule can have a breach of that member at all in the problem; where not, nobody need look. */
    public boolean concerns(RuleFacts facts, int member) {
        return true;
    }

    /** Reports each breach in the member's timeline. */
    public abstract void check(MemberTimeline timeline, BreachSink sink);

    /** Reports each slot of the rotation that the member holds on one of the given planned days. */
    static void reportSlots(MemberTimeline timeline, int rotation, long[] days, long size, BreachSink sink) {
        if (!Bits.intersect(timeline.days(rotation), days)) {
            return;
        }
        int first = timeline.rotation(rotation).firstPlanned();
        for (int t = 0; t < timeline.rotation(rotation).tierCount(); t++) {
            long[] held = timeline.tier(rotation, t);
            for (int p = Bits.nextSet(held, 0); p >= 0; p = Bits.nextSet(held, p + 1)) {
                if (Bits.get(days, p)) {
                    sink.breach(size, timeline.member(), rotation, t, first + p, first + p, 0, 0);
                }
            }
        }
    }

    /** The sum of the sizes of all breaches; allocates nothing. */
    public final long size(MemberTimeline timeline) {
        check(timeline, timeline.sizes);
        return timeline.sizes.take();
    }
}
