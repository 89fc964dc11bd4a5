package org.oncall.rota.rules;

/** How far what a member holds in a rotation is from an even split over the tiers they may hold. */
final class UnevenTiers extends MemberRule {
    UnevenTiers() {
        super(
                "uneven-tiers",
                Level.SOFT,
                1,
                "Tiers take turns: half the sum, over the tiers the member may hold, of the distance in days from an even split of what they hold, rounded half up.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        int m = timeline.member();
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            int tiers = 0;
            int total = 0;
            for (int t = 0; t < rotation.tierCount(); t++) {
                if (rotation.mayHold(m, t)) {
                    tiers++;
                    total += timeline.tierCount(r, t);
                }
            }
            if (tiers < 2) {
                continue;
            }
            // The distances times the number of tiers, so that the even split is a whole number.
            int distance = 0;
            for (int t = 0; t < rotation.tierCount(); t++) {
                distance += rotation.mayHold(m, t) ? Math.abs(tiers * timeline.tierCount(r, t) - total) : 0;
            }
            int size = (distance + tiers) / (2 * tiers);
            if (size > 0) {
                sink.breach(size, m, r, -1, rotation.firstPlanned(), rotation.lastPlanned(), total, tiers);
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + "'s " + Texts.days(breach.have()) + " in "
                + facts.rotation(breach.rotation()).name() + " are " + Texts.days(breach.size())
                + " from an even split over "
                + Texts.count(breach.want(), "tier") + ".";
    }
}
