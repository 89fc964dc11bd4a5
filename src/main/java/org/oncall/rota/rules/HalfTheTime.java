package org.oncall.rota.rules;

/** Days on call, in all rotations of kind ON_CALL, stay under half; a short period is stretched back over history to 28 days. */
final class HalfTheTime extends MemberRule {
    HalfTheTime() {
        super(
                "half-the-time",
                Level.HARD,
                1,
                "Nobody is on call half of the time or more: days at or above half of the member's days on the rota, at least 1.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        RuleFacts facts = timeline.facts();
        int m = timeline.member();
        int inPeriod = timeline.onCallDates();
        int days = inPeriod + facts.judgedHistory(m);
        int onRota = facts.judgedDays(m);
        if (facts.isJudged() && inPeriod > 0 && onRota > 0 && 2 * days >= onRota) {
            sink.breach(Math.max(1, (2 * days - onRota + 1) / 2), m, -1, -1, -1, -1, days, onRota);
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " is on call on " + breach.have() + " of " + Texts.days(breach.want())
                + " on the rota; it must be under half.";
    }
}
