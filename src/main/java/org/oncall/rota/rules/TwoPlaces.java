package org.oncall.rota.rules;

/** Nobody is in two places at once; so primary and secondary are always two people. */
final class TwoPlaces extends MemberRule {
    TwoPlaces() {
        super(
                "two-places",
                Level.HARD,
                1,
                "Nobody is in two places at once: 1 for each pair of a member's slots whose coverage hours overlap.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        int m = timeline.member();
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            int first = rotation.firstPlanned();
            long[] days = timeline.days(r);
            if (timeline.isDoubled(r)) {
                for (int p = Bits.nextSet(days, 0); p >= 0; p = Bits.nextSet(days, p + 1)) {
                    int held = timeline.held(r, p);
                    if (held > 1) {
                        sink.breach(held * (held - 1L) / 2, m, r, -1, first + p, first + p, 0, 0);
                    }
                }
            }
            for (int p : timeline.facts().overlaps().clashesWithHistory(r, m)) {
                int held = timeline.held(r, p);
                if (held > 0) {
                    sink.breach(held, m, r, -1, first + p, first + p, 0, 0);
                }
            }
            for (int later = r + 1; later < timeline.rotations(); later++) {
                // On-call days of dates farther apart than one never overlap.
                if (Bits.comeNear(timeline.dates(r), timeline.dates(later))) {
                    checkPair(timeline, r, later, sink);
                }
            }
        }
    }

    private static void checkPair(MemberTimeline timeline, int r, int later, BreachSink sink) {
        RotationFacts rotation = timeline.rotation(r);
        long[] days = timeline.days(r);
        for (int p = Bits.nextSet(days, 0); p >= 0; p = Bits.nextSet(days, p + 1)) {
            int there = 0;
            for (int other : timeline.facts().overlaps().days(r, later, p)) {
                there += timeline.held(later, other);
            }
            if (there > 0) {
                int day = rotation.firstPlanned() + p;
                sink.breach((long) there * timeline.held(r, p), timeline.member(), r, -1, day, day, 0, 0);
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " holds slots whose hours overlap "
                + Texts.span(facts.rotation(breach.rotation()), breach) + " ("
                + Texts.count(breach.size(), "pair") + "); nobody can be in two places.";
    }
}
