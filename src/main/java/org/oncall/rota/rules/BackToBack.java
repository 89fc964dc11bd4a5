package org.oncall.rota.rules;

/** Rest between two stints of one member in a rotation, shorter where both lie in the festive period; looks back into history. */
final class BackToBack extends MemberRule {
    BackToBack() {
        super(
                "back-to-back",
                Level.HARD,
                1,
                "After a stint comes rest: days of rest missing between two stints of a member in a rotation, counted between the last on-call day of one and the first of the next.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            for (int s = Math.max(1, timeline.firstOwnStint(r)); s < timeline.stintCount(r); s++) {
                int first = timeline.stintFirst(r, s);
                int last = timeline.stintLast(r, s - 1);
                int rest = rotation.epochDay(first) - rotation.epochDay(last) - 1;
                if (first < rotation.firstPlanned() || rest >= rotation.longestRest()) {
                    continue;
                }
                int wanted = timeline.isFestiveStint(r, s) && timeline.isFestiveStint(r, s - 1)
                        ? rotation.rotation().festive().restDays()
                        : rotation.rotation().restDays();
                if (rest < wanted) {
                    sink.breach(wanted - rest, timeline.member(), r, -1, last, first, rest, wanted);
                }
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return facts.name(breach.member()) + " would be on call in " + rotation.name() + " again from "
                + Texts.day(rotation.date(breach.lastDay())) + ", " + Texts.days(breach.have())
                + " of rest after the stint whose last day is " + Texts.day(rotation.date(breach.firstDay()))
                + "; rest of "
                + Texts.days(breach.want()) + " is required.";
    }
}
