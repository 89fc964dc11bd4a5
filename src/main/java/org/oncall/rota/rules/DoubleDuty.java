package org.oncall.rota.rules;

/** Days on which a member serves two rotations, one after the other; overlapping hours are another, hard, rule. */
final class DoubleDuty extends MemberRule {
    DoubleDuty() {
        super(
                "double-duty",
                Level.SOFT,
                3,
                "One rotation at a time: each day on which a member holds slots in two rotations.");
    }

    @Override
    public boolean applies(RuleFacts facts) {
        return facts.rotationCount() > 1;
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        int rotations = timeline.rotations();
        if (rotations < 2) {
            return;
        }
        for (int w = 0; w < timeline.dates(0).length; w++) {
            long once = 0;
            long twice = 0;
            for (int r = 0; r < rotations; r++) {
                long dates = timeline.dates(r)[w];
                twice |= once & dates;
                once |= dates;
            }
            for (; twice != 0; twice &= twice - 1) {
                report(timeline, (w << 6) + Long.numberOfTrailingZeros(twice), sink);
            }
        }
    }

    private static void report(MemberTimeline timeline, int date, BreachSink sink) {
        int r = 0;
        while (!Bits.get(timeline.dates(r), date)) {
            r++;
        }
        int day = timeline.rotation(r).dayAtOffset(date);
        sink.breach(1, timeline.member(), r, -1, day, day, 2, 1);
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " serves more than one rotation "
                + Texts.span(facts.rotation(breach.rotation()), breach) + ".";
    }
}
