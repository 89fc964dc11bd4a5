package org.oncall.rota.rules;

/** Days on call above the target of 30 %, rotations of kind ON_CALL together. */
final class OverTarget extends MemberRule {
    OverTarget() {
        super(
                "over-target",
                Level.SOFT,
                4,
                "30 % of the time is the target: days on call above 30 % (rounded up) of the member's days on the rota in the period.");
    }

    private static final int TARGET_PERCENT = 30;

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        int m = timeline.member();
        int days = timeline.onCallDates();
        int target = (timeline.facts().daysOnRota(m) * TARGET_PERCENT + 99) / 100;
        if (days > target) {
            sink.breach(days - target, m, -1, -1, -1, -1, days, target);
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " is on call on " + Texts.days(breach.have()) + ", " + breach.size()
                + " above the target of " + TARGET_PERCENT + " % (" + Texts.days(breach.want()) + ").";
    }
}
