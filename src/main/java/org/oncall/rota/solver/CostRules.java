package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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

/**
 * The rules of the book that can cost anything in a problem, by what they look at, with their weights; gaps aside. Not safe
 * for use by several threads: rules about members change their order.
 */
final class CostRules {
    /** By member. */
    private final Weighted[] hardOfMembers;

    /** By member, rules whose sizes may be negative: once they are known, the others can only add. */
    private final Weighted[] rewards;

    /** By member. */
    private final Weighted[] softOfMembers;

    private final List<TierRule> softOfTiers = new ArrayList<>();
    private final List<RotationRule> hardOfRotations = new ArrayList<>();
    private final List<RotationRule> softOfRotations = new ArrayList<>();
    private final long[] tierWeights;
    private final long[] softRotationWeights;

    CostRules(RuleFacts facts) {
        List<MemberRule> ofMembers = new ArrayList<>();
        for (Rule rule : RuleBook.rules()) {
            if (rule.applies(facts) && rule.weight(facts) != 0 && rule.level() != Level.MEDIUM) {
                boolean hard = rule.level() == Level.HARD;
                switch (rule) {
                    case MemberRule member -> ofMembers.add(member);
                    case TierRule tier when !hard -> softOfTiers.add(tier);
                    case TierRule tier ->
                        throw new IllegalStateException("No hard rule looks at a tier, but " + tier.id());
                    case RotationRule rotation -> (hard ? hardOfRotations : softOfRotations).add(rotation);
                }
            }
        }
        tierWeights = weights(softOfTiers, facts);
        softRotationWeights = weights(softOfRotations, facts);
        hardOfMembers = byMember(facts, ofMembers, rule -> rule.level() == Level.HARD);
        rewards = byMember(facts, ofMembers, rule -> rule.level() == Level.SOFT && rule.mayReward());
        softOfMembers = byMember(facts, ofMembers, rule -> rule.level() == Level.SOFT && !rule.mayReward());
    }

    private static Weighted[] byMember(RuleFacts facts, List<MemberRule> rules, Predicate<MemberRule> kind) {
        Weighted[] result = new Weighted[facts.memberCount()];
        for (int m = 0; m < result.length; m++) {
            int member = m;
            List<MemberRule> concerning = rules.stream()
                    .filter(kind.and(rule -> rule.concerns(facts, member)))
                    .toList();
            result[m] = new Weighted(concerning.toArray(MemberRule[]::new), weights(concerning, facts));
        }
        return result;
    }

    private static long[] weights(List<? extends Rule> rules, RuleFacts facts) {
        return rules.stream().mapToLong(rule -> rule.weight(facts)).toArray();
    }

    /**
     * Rules about one member with their weights. Whichever makes the cost too high moves up by one place: most moves are
     * refused, and so most are refused by the first rule asked. The order changes no answer, only how soon it comes.
     */
    private record Weighted(MemberRule[] rules, long[] weights) {
        long cost(MemberTimeline timeline, double most) {
            long cost = 0;
            for (int i = 0; i < rules.length; i++) {
                cost += weights[i] * rules[i].size(timeline);
                if (cost > most) {
                    if (i > 0) {
                        moveUp(i);
                    }
                    return cost;
                }
            }
            return cost;
        }

        private void moveUp(int i) {
            MemberRule rule = rules[i];
            rules[i] = rules[i - 1];
            rules[i - 1] = rule;
            long weight = weights[i];
            weights[i] = weights[i - 1];
            weights[i - 1] = weight;
        }
    }

    /** How much of the hard rules the member breaks; once it is more than that, any such number. */
    long hard(MemberTimeline timeline, long most) {
        return hardOfMembers[timeline.member()].cost(timeline, most);
    }

    /** What rules cost, or bring, that may bring something. */
    long rewards(MemberTimeline timeline) {
        return rewards[timeline.member()].cost(timeline, Double.MAX_VALUE);
    }

    /** What the other soft rules cost; once it is more than that, any such number. */
    long soft(MemberTimeline timeline, double most) {
        return softOfMembers[timeline.member()].cost(timeline, most);
    }

    /** What the soft rules cost on some days of a tier, from the first to before the last. */
    long soft(TierLine tier, int from, int to) {
        long cost = 0;
        for (int i = 0; i < tierWeights.length; i++) {
            cost += tierWeights[i] * softOfTiers.get(i).size(tier, from, to);
        }
        return cost;
    }

    long hard(RotationBoard board) {
        long cost = 0;
        for (int i = 0; i < hardOfRotations.size(); i++) {
            cost += hardOfRotations.get(i).size(board);
        }
        return cost;
    }

    long soft(RotationBoard board) {
        long cost = 0;
        for (int i = 0; i < softRotationWeights.length; i++) {
            cost += softRotationWeights[i] * softOfRotations.get(i).size(board);
        }
        return cost;
    }
}
