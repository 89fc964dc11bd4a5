package org.oncall.rota.rules;

/** Slots that differ from the published rota, dearer the shorter the notice. */
final class Changed extends TierRule {
    Changed() {
        super(
                "changed",
                Level.SOFT,
                8,
                "A published shift stays: each slot whose member differs from the published one, 1, 2 within 8 weeks of now, 4 within 4 weeks, 8 within 2 weeks.");
    }

    @Override
    public boolean applies(RuleFacts facts) {
        return !facts.problem().published().isEmpty();
    }

    @Override
    void check(TierLine line, int from, int to, BreachSink sink) {
        RotationFacts rotation = line.rotation();
        for (int p = from; p < to; p++) {
            int published = rotation.publishedHolder(line.tier(), p);
            int holder = line.holder(p);
            if (published != RuleFacts.NOBODY && published != holder) {
                int day = rotation.firstPlanned() + p;
                sink.breach(
                        size(rotation.noticeDays(day)),
                        published,
                        rotation.index(),
                        line.tier(),
                        day,
                        day,
                        published,
                        holder);
            }
        }
    }

    private static int size(int noticeDays) {
        if (noticeDays <= 14) {
            return 8;
        }
        if (noticeDays <= 28) {
            return 4;
        }
        return noticeDays <= 56 ? 2 : 1;
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return rotation.tierName(breach.tier()) + " of " + rotation.name() + " was published for "
                + facts.name((int) breach.have()) + " " + Texts.span(rotation, breach) + " and is now held by "
                + facts.name((int) breach.want()) + ".";
    }
}
