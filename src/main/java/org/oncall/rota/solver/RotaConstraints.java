package org.oncall.rota.solver;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.TierRule;

/** A constraint for every rule of the book. Rules of one kind share one grouping, so that the engine works it out once. */
public final class RotaConstraints implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return RuleBook.rules().stream().map(rule -> constraint(factory, rule)).toArray(Constraint[]::new);
    }

    static Constraint constraint(ConstraintFactory factory, Rule rule) {
        HardMediumSoftScore weight = weight(rule.level(), rule.defaultWeight());
        // A breach may have a negative size (a wish kept), so a rule has an impact of either sign.
        return switch (rule) {
            case MemberRule memberRule ->
                factory.forEach(SlotEntity.class)
                        .groupBy(SlotEntity::getPerson, Collectors.TIMELINE)
                        .complement(Person.class, Person::emptyTimeline)
                        .impact(weight, (person, timeline) -> -memberRule.size(timeline))
                        .asConstraint(rule.id());
            case TierRule tierRule ->
                factory.forEachIncludingUnassigned(SlotEntity.class)
                        .groupBy(SlotEntity::tierKey, Collectors.LINE)
                        .impact(weight, (tier, line) -> -tierRule.size(line))
                        .asConstraint(rule.id());
            case RotationRule rotationRule ->
                factory.forEachIncludingUnassigned(SlotEntity.class)
                        .groupBy(SlotEntity::rotation, Collectors.BOARD)
                        .impact(weight, (rotation, board) -> -rotationRule.size(board))
                        .asConstraint(rule.id());
        };
    }

    private static HardMediumSoftScore weight(Level level, int weight) {
        return switch (level) {
            case HARD -> HardMediumSoftScore.ofHard(weight);
            case MEDIUM -> HardMediumSoftScore.ofMedium(weight);
            case SOFT -> HardMediumSoftScore.ofSoft(weight);
        };
    }
}
