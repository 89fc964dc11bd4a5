package org.oncall.rota.rules;

/** The even spacing is 7 x days on the rota / fair share, in days. */
final class Irregular extends MemberRule {
    Irregular() {
        super(
                "irregular",
                Level.SOFT,
                1,
                "Stints come evenly spaced: squared difference, in whole weeks, between the interval of two stints' starts and the member's even spacing; stints in the festive period are passed over.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        int m = timeline.member();
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            double even = rotation.evenSpacing(m);
            if (even == 0 || timeline.firstOwnStint(r) == timeline.stintCount(r)) {
                continue;
            }
            int before = timeline.firstOwnStint(r) - 1;
            while (before >= 0 && timeline.isFestiveStint(r, before)) {
                before--;
            }
            for (int s = before + 1; s < timeline.stintCount(r); s++) {
                if (timeline.isFestiveStint(r, s)) {
                    continue;
                }
                int first = timeline.stintFirst(r, s);
                if (before >= 0 && first >= rotation.firstPlanned()) {
                    int interval = timeline.interval(r, s, before);
                    long weeks = (long) (Math.abs(interval - even) / 7 + 1e-9);
                    if (weeks > 0) {
                        sink.breach(
                                weeks * weeks, m, r, -1, first, timeline.stintLast(r, s), interval, Math.round(even));
                    }
                }
                before = s;
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return facts.name(breach.member()) + " starts in " + rotation.name() + " on "
                + Texts.day(rotation.date(breach.firstDay())) + ", " + Texts.days(breach.have())
                + " after the stint before started; evenly spaced it would be about " + breach.want() + ".";
    }
}
