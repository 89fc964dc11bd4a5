package org.oncall.rota.rules;

/** The longest stint: a day counts once, whether it lies beyond the stint, beyond the festive limit, or both. */
final class LongStint extends MemberRule {
    LongStint() {
        super(
                "long-stint",
                Level.HARD,
                1,
                "A stint is no longer than a week, and than two days in the festive period: days beyond that, a preferred handover moved off a holiday allowed for.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        for (int r = 0; r < timeline.rotations(); r++) {
            for (int s = timeline.firstOwnStint(r); s < timeline.stintCount(r); s++) {
                checkStint(timeline, r, s, sink);
            }
        }
    }

    private static void checkStint(MemberTimeline timeline, int r, int stint, BreachSink sink) {
        RotationFacts rotation = timeline.rotation(r);
        int first = timeline.stintFirst(r, stint);
        int last = timeline.stintLast(r, stint);
        int longest =
                rotation.rotation().longestDays() + rotation.handover(last + 1).movedDays();
        if (rotation.epochDay(last) - rotation.epochDay(first) < longest && rotation.festiveDays(first, last) == 0) {
            return;
        }
        int longestFestive = rotation.rotation().festive().longestDays();
        int festiveSince = -1;
        int beyond = 0;
        for (int d = first; d <= last; d++) {
            int day = rotation.epochDay(d);
            if (!rotation.isFestive(d)) {
                festiveSince = -1;
            } else if (festiveSince < 0) {
                festiveSince = day;
            }
            boolean tooLong = day - rotation.epochDay(first) >= longest
                    || festiveSince >= 0 && day - festiveSince >= longestFestive;
            beyond += tooLong && d >= rotation.firstPlanned() ? 1 : 0;
        }
        if (beyond > 0) {
            sink.breach(beyond, timeline.member(), r, -1, first, last, last - first + 1, longest);
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return facts.name(breach.member()) + " is on call in " + rotation.name() + " for " + Texts.days(breach.have())
                + " running " + Texts.span(rotation, breach) + ", " + Texts.days(breach.size()) + " too many.";
    }
}
