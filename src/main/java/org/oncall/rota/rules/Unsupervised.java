package org.oncall.rota.rules;

/** A novice in their first stints has somebody experienced, who is no novice, beside them. */
final class Unsupervised extends SupervisionRule {
    Unsupervised() {
        super(
                "unsupervised",
                Level.HARD,
                1,
                "A novice is never alone: 1 for each slot of a novice, in their first supervised stints, without an experienced member in another tier of that rotation at that time.");
    }

    @Override
    boolean isBreach(RotationBoard board, int novice, int plannedDay) {
        for (int t = 0; t < board.tiers(); t++) {
            if (isExperienced(board, board.holder(t, plannedDay))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " is a novice in stint " + breach.have() + " of " + breach.want()
                + " supervised ones and has nobody experienced beside them "
                + Texts.span(facts.rotation(breach.rotation()), breach) + ".";
    }
}
