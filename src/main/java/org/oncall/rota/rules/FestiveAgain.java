package org.oncall.rota.rules;

/** Whoever was on call on a festive day in the festive period before comes last. */
final class FestiveAgain extends MemberRule {
    FestiveAgain() {
        super(
                "festive-again",
                Level.SOFT,
                50,
                "Festive days go round: 1 for each festive day of a member who was on call on one the year before.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        RuleFacts facts = timeline.facts();
        for (int f = 0; f < facts.festiveDays().size(); f++) {
            int r = timeline.festiveRotation(f);
            if (r >= 0 && bearsYearBefore(timeline, f)) {
                int day = timeline.firstDayOn(f, r);
                sink.breach(1, timeline.member(), r, -1, day, day, f, 0);
            }
        }
    }

    private static boolean bearsYearBefore(MemberTimeline timeline, int festiveDay) {
        RuleFacts facts = timeline.facts();
        if (facts.workedYearBefore(timeline.member(), festiveDay)) {
            return true;
        }
        int year = facts.festiveDays().get(festiveDay).year();
        for (int f = 0; f < festiveDay; f++) {
            if (facts.festiveDays().get(f).year() == year - 1 && timeline.isOnFestiveDay(f)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " is on call on the festive day "
                + Texts.day(facts.festiveDays().get((int) breach.have()).date()) + " and was on one the year before.";
    }
}
