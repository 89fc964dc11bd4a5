package org.oncall.rota.rules;

/** How much sooner than after four weeks a member is on call again, start to start; looks back into history. */
final class TooSoon extends MemberRule {
    TooSoon() {
        super(
                "too-soon",
                Level.SOFT,
                1,
                "Four weeks between stints: days by which a stint starts less than 28 days after the start of the member's previous one.");
    }

    private static final int WANTED_DAYS = 28;

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            for (int s = Math.max(1, timeline.firstOwnStint(r)); s < timeline.stintCount(r); s++) {
                int interval = timeline.interval(r, s, s - 1);
                int first = timeline.stintFirst(r, s);
                if (interval < WANTED_DAYS && first >= rotation.firstPlanned()) {
                    sink.breach(
                            WANTED_DAYS - interval,
                            timeline.member(),
                            r,
                            -1,
                            first,
                            timeline.stintLast(r, s),
                            interval,
                            WANTED_DAYS);
                }
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return facts.name(breach.member()) + " starts again in " + rotation.name() + " on "
                + Texts.day(rotation.date(breach.firstDay())) + ", " + Texts.days(breach.have())
                + " after the stint before started; " + breach.want() + " are wished for.";
    }
}
