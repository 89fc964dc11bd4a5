package org.oncall.rota.rules;

/** Days held, with those of history, against the fair share of both. */
final class UnevenLoad extends FairnessRule {
    UnevenLoad() {
        super(
                "uneven-load",
                1,
                "Days are shared fairly: per rotation, (days + days done in history - fair share) squared.",
                "day");
    }

    @Override
    long done(MemberTimeline timeline, int rotation) {
        return timeline.dayCount(rotation) + timeline.rotation(rotation).historyDays(timeline.member());
    }

    @Override
    long owed(RotationFacts rotation, int member) {
        return rotation.fairShare(member);
    }
}
