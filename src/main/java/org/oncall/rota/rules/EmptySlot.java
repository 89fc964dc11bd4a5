package org.oncall.rota.rules;

/** Slots that nobody holds; slots running are one finding. */
final class EmptySlot extends TierRule {
    EmptySlot() {
        super("gap", Level.MEDIUM, 1, "Every slot is held: 1 for each empty slot.");
    }

    @Override
    void check(TierLine line, int from, int to, BreachSink sink) {
        int first = line.rotation().firstPlanned();
        int p = from;
        while (p < to) {
            int start = p;
            while (p < to && line.holder(p) == RuleFacts.NOBODY) {
                p++;
            }
            if (p > start) {
                sink.breach(
                        p - start,
                        RuleFacts.NOBODY,
                        line.rotation().index(),
                        line.tier(),
                        first + start,
                        first + p - 1,
                        p - start,
                        0);
            } else {
                p++;
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        return "Nobody holds " + rotation.tierName(breach.tier()) + " of " + rotation.name() + " "
                + Texts.span(rotation, breach) + " (" + Texts.days(breach.size()) + ").";
    }
}
