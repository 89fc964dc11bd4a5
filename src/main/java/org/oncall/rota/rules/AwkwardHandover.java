package org.oncall.rota.rules;

import org.oncall.rota.domain.HandoverDay;

/** Each handover of a tier by its day; to or from a gap costs nothing. */
final class AwkwardHandover extends TierRule {
    AwkwardHandover() {
        super(
                "handover",
                Level.SOFT,
                1,
                "Hands change on the preferred day: each handover of a tier, 0 on the preferred day, 20 on another working day, 60 on a weekend or bank holiday, 5 next to a day of the festive period.");
    }

    private static final int FESTIVE = 5;
    private static final int WORKING_DAY = 20;
    private static final int REST_DAY = 60;

    @Override
    void check(TierLine line, int from, int to, BreachSink sink) {
        int before = line.holder(from - 1);
        for (int p = from; p < to; p++) {
            int after = line.holder(p);
            if (before != after && before != RuleFacts.NOBODY && after != RuleFacts.NOBODY) {
                int day = line.rotation().firstPlanned() + p;
                int size = size(line.rotation(), day);
                if (size > 0) {
                    sink.breach(size, after, line.rotation().index(), line.tier(), day, day, before, after);
                }
            }
            before = after;
        }
    }

    private static int size(RotationFacts rotation, int day) {
        HandoverDay.Kind kind = rotation.handoverKind(day);
        if (kind == HandoverDay.Kind.PREFERRED) {
            return 0;
        }
        if (rotation.isFestive(day) || day > 0 && rotation.isFestive(day - 1)) {
            return FESTIVE;
        }
        return kind == HandoverDay.Kind.WORKING_DAY ? WORKING_DAY : REST_DAY;
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        String kind = breach.size() == FESTIVE
                ? "beside the festive period"
                : breach.size() == REST_DAY
                        ? "on a weekend or bank holiday"
                        : "on a working day that is not the preferred one";
        return "The " + rotation.tierName(breach.tier()) + " of " + rotation.name() + " passes from "
                + facts.name((int) breach.have()) + " to " + facts.name((int) breach.want()) + " "
                + Texts.span(rotation, breach) + ", " + kind + ".";
    }
}
