package org.oncall.rota.rules;

/** Nobody is on call during their leave, which is whole days, first to last included. */
final class OnLeave extends MemberRule {
    OnLeave() {
        super(
                "on-leave",
                Level.HARD,
                1,
                "Nobody is on call on leave: 1 for each slot whose coverage hours overlap the member's leave.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        for (int r = 0; r < timeline.rotations(); r++) {
            reportSlots(timeline, r, timeline.rotation(r).onLeave(timeline.member()), 1, sink);
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return facts.name(breach.member()) + " is on leave " + Texts.span(rotation, breach) + " and cannot hold "
                + rotation.tierName(breach.tier()) + " of " + rotation.name() + ".";
    }
}
