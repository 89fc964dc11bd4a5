package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.List;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierLine;
import org.oncall.rota.rules.TierRule;

/** The rules of the book that can cost anything in a problem, by what they look at, with their weights; gaps aside. */
final class CostRules {
    private final List<Weighted<MemberRule>> hardOfMembers = new ArrayList<>();
    /** Rules whose sizes may be negative: once they are known, the others can only add. */
    private final List<Weighted<MemberRule>> rewards = new ArrayList<>();

    private final List<Weighted<MemberRule>> softOfMembers = new ArrayList<>();
    private final List<Weighted<TierRule>> softOfTiers = new ArrayList<>();
    private final List<Weighted<RotationRule>> hardOfRotations = new ArrayList<>();
    private final List<Weighted<RotationRule>> softOfRotations = new ArrayList<>();

    private record Weighted<R extends Rule>(R rule, long weight) {}

    CostRules(RuleFacts facts) {
        for (Rule rule : RuleBook.rules()) {
            long weight = rule.weight(facts);
            if (rule.applies(facts) && weight != 0 && rule.level() != Level.MEDIUM) {
                boolean hard = rule.level() == Level.HARD;
                switch (rule) {
                    case MemberRule member ->
                        (hard ? hardOfMembers : member.mayReward() ? rewards : softOfMembers)
                                .add(new Weighted<>(member, weight));
                    case TierRule tier when !hard -> softOfTiers.add(new Weighted<>(tier, weight));
                    case TierRule tier ->
                        throw new IllegalStateException("No hard rule looks at a tier, but " + tier.id());
                    case RotationRule rotation ->
                        (hard ? hardOfRotations : softOfRotations).add(new Weighted<>(rotation, weight));
                }
            }
        }
    }

    /** How much of the hard rules the member breaks; once it is more than that, any such number. */
    long hard(MemberTimeline timeline, long most) {
        long cost = 0;
        for (int i = 0; i < hardOfMembers.size() && cost <= most; i++) {
            cost += hardOfMembers.get(i).weight * hardOfMembers.get(i).rule.size(timeline);
        }
        return cost;
    }

    /** What rules cost, or bring, that may bring something. */
    long rewards(MemberTimeline timeline) {
        long cost = 0;
        for (int i = 0; i < rewards.size(); i++) {
            cost += rewards.get(i).weight * rewards.get(i).rule.size(timeline);
        }
        return cost;
    }

    /** What the other soft rules cost; once it is more than that, any such number. */
    long soft(MemberTimeline timeline, double most) {
        long cost = 0;
        for (int i = 0; i < softOfMembers.size() && cost <= most; i++) {
            cost += softOfMembers.get(i).weight * softOfMembers.get(i).rule.size(timeline);
        }
        return cost;
    }

    long soft(TierLine tier) {
        long cost = 0;
        for (int i = 0; i < softOfTiers.size(); i++) {
            cost += softOfTiers.get(i).weight * softOfTiers.get(i).rule.size(tier);
        }
        return cost;
    }

    long hard(RotationBoard board) {
        return cost(hardOfRotations, board);
    }

    long soft(RotationBoard board) {
        return cost(softOfRotations, board);
    }

    private static long cost(List<Weighted<RotationRule>> rules, RotationBoard board) {
        long cost = 0;
        for (int i = 0; i < rules.size(); i++) {
            cost += rules.get(i).weight * rules.get(i).rule.size(board);
        }
        return cost;
    }
}
