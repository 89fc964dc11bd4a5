package org.oncall.rota.rules;

/** A rule about the slots of a novice's first stints, and who is on call beside them. */
abstract class SupervisionRule extends RotationRule {
    SupervisionRule(String id, Level level, int defaultWeight, String description) {
        super(id, level, defaultWeight, description);
    }

    @Override
    public boolean applies(RuleFacts facts) {
        return facts.hasNovices();
    }

    @Override
    public final void check(RotationBoard board, BreachSink sink) {
        RuleFacts facts = board.facts();
        if (!facts.hasNovices()) {
            return;
        }
        for (int m = 0; m < facts.memberCount(); m++) {
            if (facts.member(m).novice()) {
                checkNovice(board, m, sink);
            }
        }
    }

    private void checkNovice(RotationBoard board, int novice, BreachSink sink) {
        RotationFacts rotation = board.rotation();
        int first = rotation.firstPlanned();
        int supervised = rotation.rotation().supervisedStints();
        int[] worked = rotation.history().stints(novice);
        int stint = worked.length / 2;
        int last = stint > 0 ? worked[worked.length - 1] : -1;
        long[] days = board.noviceDays(novice);
        for (int p = Bits.nextSet(days, 0); p >= 0; p = Bits.nextSet(days, p + 1)) {
            stint += last >= 0 && rotation.isOneStint(last, first + p, rotation.relieved(novice)) ? 0 : 1;
            last = first + p;
            if (stint > supervised) {
                return;
            }
            for (int t = 0; t < board.tiers(); t++) {
                if (board.holder(t, p) == novice && isBreach(board, novice, p)) {
                    sink.breach(1, novice, rotation.index(), t, first + p, first + p, stint, supervised);
                }
            }
        }
    }

    /** Whether the people in the other tiers on that day are a breach for the supervised novice. */
    abstract boolean isBreach(RotationBoard board, int novice, int plannedDay);

    static boolean isExperienced(RotationBoard board, int member) {
        return member != RuleFacts.NOBODY && !board.facts().member(member).novice();
    }
}
