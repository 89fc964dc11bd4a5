package org.oncall.rota.rules;

/** Unsocial days held, with those of history, against the fair share of both. */
final class UnevenUnsocial extends FairnessRule {
    UnevenUnsocial() {
        super(
                "uneven-unsocial",
                2,
                "Unsocial days are shared fairly: per rotation, (unsocial days + those done in history - fair share of them) squared.",
                "unsocial day");
    }

    @Override
    long done(MemberTimeline timeline, int rotation) {
        return timeline.unsocialCount(rotation) + timeline.rotation(rotation).historyUnsocial(timeline.member());
    }

    @Override
    long owed(RotationFacts rotation, int member) {
        return rotation.fairUnsocial(member);
    }
}
