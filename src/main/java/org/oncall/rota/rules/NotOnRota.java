package org.oncall.rota.rules;

/** Nobody is on call before they are vetted and trained, after they left, or without having opted in. */
final class NotOnRota extends MemberRule {
    NotOnRota() {
        super(
                "not-on-rota",
                Level.HARD,
                1,
                "Nobody is on call outside their dates on the rota or without having opted in: 1 for each slot.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        for (int r = 0; r < timeline.rotations(); r++) {
            reportSlots(timeline, r, timeline.rotation(r).offRota(timeline.member()), 1, sink);
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        String place = " and cannot hold " + rotation.tierName(breach.tier()) + " of " + rotation.name();
        String span = " " + Texts.span(rotation, breach);
        boolean optedIn = !rotation.isOnCall() || facts.member(breach.member()).onCall();
        return facts.name(breach.member())
                + (optedIn ? " is not on the rota" + span + place : " has not opted in to being on call" + place + span)
                + ".";
    }
}
