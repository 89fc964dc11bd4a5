package org.oncall.rota.rules;

import java.util.List;
import org.oncall.rota.domain.FestiveDay;

/** One festive day a festive period is enough for anybody, in all rotations together and with history. */
final class BothFestiveDays extends MemberRule {
    BothFestiveDays() {
        super(
                "both-festive-days",
                Level.HARD,
                1,
                "Nobody bears two festive days: 1 if a member is on call on more than one festive day of one festive period.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        RuleFacts facts = timeline.facts();
        List<FestiveDay> days = facts.festiveDays();
        int m = timeline.member();
        int f = 0;
        while (f < days.size()) {
            int year = days.get(f).year();
            int start = f;
            int borne = facts.otherFestiveDaysWorked(m, f);
            int held = -1;
            for (; f < days.size() && days.get(f).year() == year; f++) {
                boolean now = timeline.isOnFestiveDay(f);
                boolean before = facts.workedFestiveDay(m, f);
                held = now ? f : held;
                // What was worked in history is in the other days of the first one already.
                borne += now && !before ? 1 : 0;
                borne += before && f == start ? 1 : 0;
            }
            if (held >= 0 && borne > 1) {
                int r = timeline.festiveRotation(held);
                int day = timeline.firstDayOn(held, r);
                sink.breach(1, m, r, -1, day, day, borne, 1);
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        return facts.name(breach.member()) + " is on call on " + Texts.count(breach.have(), "festive day")
                + " of one festive period, the last " + Texts.span(facts.rotation(breach.rotation()), breach)
                + "; nobody bears more than one.";
    }
}
