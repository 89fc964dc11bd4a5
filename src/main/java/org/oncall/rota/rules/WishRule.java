package org.oncall.rota.rules;

/** Wishes to be on call on a day, or not to be; a wish kept has a negative size. */
final class WishRule extends MemberRule {
    WishRule() {
        super(
                "wish",
                Level.SOFT,
                10,
                "Wishes count: 1 for each slot on a day the member asked to avoid, minus 1 on a day they asked for.");
    }

    @Override
    public boolean applies(RuleFacts facts) {
        return facts.problem().team().members().stream()
                .anyMatch(member -> !member.wishes().isEmpty());
    }

    @Override
    public boolean concerns(RuleFacts facts, int member) {
        return !facts.member(member).wishes().isEmpty();
    }

    @Override
    public boolean mayReward() {
        return true;
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        for (int r = 0; r < timeline.rotations(); r++) {
            reportSlots(timeline, r, timeline.rotation(r).avoided(timeline.member()), 1, sink);
            reportSlots(timeline, r, timeline.rotation(r).wanted(timeline.member()), -1, sink);
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return facts.name(breach.member())
                + (breach.size() > 0 ? " asked not to be on call " : " asked to be on call, and is, ")
                + Texts.span(rotation, breach) + " (" + rotation.tierName(breach.tier()) + " of " + rotation.name()
                + ").";
    }
}
