package org.oncall.rota.rules;

/** Days held, with those of history, against the fair share of both. */
final class UnevenLoad extends MemberRule {
    UnevenLoad() {
        super(
                "uneven-load",
                Level.SOFT,
                1,
                "Days are shared fairly: per rotation, (days + days done in history - fair share) squared.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        int m = timeline.member();
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            long done = timeline.dayCount(r) + rotation.historyDays(m);
            long difference = done - rotation.fairShare(m);
            if (difference != 0) {
                sink.breach(
                        difference * difference,
                        m,
                        r,
                        -1,
                        rotation.firstPlanned(),
                        rotation.lastPlanned(),
                        done,
                        rotation.fairShare(m));
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " has " + Texts.count(breach.have(), "day") + " in "
                + facts.rotation(breach.rotation()).name() + ", history included; the fair share is " + breach.want()
                + ".";
    }
}
