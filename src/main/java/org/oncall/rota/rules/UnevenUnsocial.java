package org.oncall.rota.rules;

/** Unsocial days held, with those of history, against the fair share of both. */
final class UnevenUnsocial extends MemberRule {
    UnevenUnsocial() {
        super(
                "uneven-unsocial",
                Level.SOFT,
                2,
                "Unsocial days are shared fairly: per rotation, (unsocial days + those done in history - fair share of them) squared.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        int m = timeline.member();
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            long done = timeline.unsocialCount(r) + rotation.historyUnsocial(m);
            long difference = done - rotation.fairUnsocial(m);
            if (difference != 0) {
                sink.breach(
                        difference * difference,
                        m,
                        r,
                        -1,
                        rotation.firstPlanned(),
                        rotation.lastPlanned(),
                        done,
                        rotation.fairUnsocial(m));
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " has " + Texts.count(breach.have(), "unsocial day") + " in "
                + facts.rotation(breach.rotation()).name() + ", history included; the fair share is " + breach.want()
                + ".";
    }
}
