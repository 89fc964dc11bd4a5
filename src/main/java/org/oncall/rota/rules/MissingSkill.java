package org.oncall.rota.rules;

import java.util.List;

/** A tier is held only by people who have all its skills. */
final class MissingSkill extends MemberRule {
    MissingSkill() {
        super(
                "missing-skill",
                Level.HARD,
                1,
                "A tier is held by people with its skills: 1 for each slot of a tier whose skills the member lacks.");
    }

    @Override
    public void check(MemberTimeline timeline, BreachSink sink) {
        for (int r = 0; r < timeline.rotations(); r++) {
            RotationFacts rotation = timeline.rotation(r);
            int first = rotation.firstPlanned();
            for (int t = 0; t < rotation.tierCount(); t++) {
                if (timeline.tierCount(r, t) == 0 || rotation.hasSkills(timeline.member(), t)) {
                    continue;
                }
                long[] held = timeline.tier(r, t);
                for (int p = Bits.nextSet(held, 0); p >= 0; p = Bits.nextSet(held, p + 1)) {
                    sink.breach(1, timeline.member(), r, t, first + p, first + p, 0, 0);
                }
            }
        }
    }

    @Override
    public String sentence(RuleFacts facts, Breach breach) {
        RotationFacts rotation = facts.rotation(breach.rotation());
        List<String> lacking = rotation.rotation().tiers().get(breach.tier()).skills().stream()
                .filter(skill -> !facts.member(breach.member()).skills().contains(skill))
                .toList();
        return facts.name(breach.member()) + " lacks the " + (lacking.size() == 1 ? "skill " : "skills ")
                + String.join(", ", lacking) + " that " + rotation.tierName(breach.tier()) + " of " + rotation.name()
                + " needs " + Texts.span(rotation, breach) + ".";
    }
}
