package org.oncall.rota.rules;

/** A rule about what a member did of something in a rotation, history included, against their fair share of it. */
abstract class FairnessRule extends MemberRule {
    private final String noun;

    /**
     * The rule about one kind of days.
     *
     * @param noun what is shared, in the singular
     */
    FairnessRule(String id, int defaultWeight, String description, String noun) {
        super(id, Level.SOFT, defaultWeight, description);
        this.noun = noun;
    }

    /** How many the member did in the rotation, in the period and in history. */
    abstract long done(MemberTimeline timeline, int rotation);

    /** How many the member owes over both. */
    abstract long owed(RotationFacts rotation, int member);

    @Override
    public final void check(MemberTimeline timeline, BreachSink sink) {
        int m = timeline.member();
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            long done = done(timeline, r);
            long owed = owed(rotation, m);
            if (done != owed) {
                long size = (done - owed) * (done - owed);
                sink.breach(size, m, r, -1, rotation.firstPlanned(), rotation.lastPlanned(), done, owed);
            }
        }
    }

    @Override
    public final String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " has " + Texts.count(breach.have(), noun) + " in "
                + facts.rotation(breach.rotation()).name() + ", history included; the fair share is " + breach.want()
                + ".";
    }
}
