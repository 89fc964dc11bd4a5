package org.oncall.rota.rules;

/** Where a supervised novice has experienced partners, one of them is somebody they know. */
final class Unfamiliar extends SupervisionRule {
    Unfamiliar() {
        super(
                "unfamiliar",
                Level.SOFT,
                5,
                "A novice is supervised by people they know: 1 for each slot of a novice's supervised stint whose experienced partner is not among them.");
    }

    @Override
    boolean isBreach(RotationBoard board, int novice, int plannedDay) {
        boolean supervised = false;
        for (int t = 0; t < board.tiers(); t++) {
            int partner = board.holder(t, plannedDay);
            if (isExperienced(board, partner)) {
                supervised = true;
                if (board.facts().knows(novice, partner)) {
                    return false;
                }
            }
        }
        return supervised;
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " is a novice in stint " + breach.have() + " of " + breach.want()
                + " supervised ones and knows nobody experienced beside them "
                + Texts.span(facts.rotation(breach.rotation()), breach) + ".";
    }
}
