package org.oncall.rota.solver;

import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/**
 * How large the costs of a problem are beside those of one with the default weights, for which temperatures are meant.
 *
 * @param typical the median, over the soft rules that count, of how many times its default a weight is
 * @param largest the largest weight beside the largest default; at least as much as is typical
 */
record CostScale(double typical, double largest) {
    static final CostScale DEFAULT = new CostScale(1, 1);

    static CostScale of(RotaProblem problem) {
        if (problem.weights().isEmpty()) {
            return DEFAULT;
        }
        RuleFacts facts = new RuleFacts(problem);
        double[] ratios = RuleBook.rules().stream()
                .filter(rule -> rule.level() == Level.SOFT && rule.weight(facts) > 0)
                .mapToDouble(rule -> (double) rule.weight(facts) / rule.defaultWeight())
                .sorted()
                .toArray();
        if (ratios.length == 0) {
            return DEFAULT;
        }
        double typical = ratios[ratios.length / 2];
        double largest = (double) RuleBook.rules().stream()
                        .filter(rule -> rule.level() == Level.SOFT)
                        .mapToInt(rule -> rule.weight(facts))
                        .max()
                        .orElseThrow()
                / RuleBook.rules().stream()
                        .filter(rule -> rule.level() == Level.SOFT)
                        .mapToInt(Rule::defaultWeight)
                        .max()
                        .orElseThrow();
        return new CostScale(typical, Math.max(Math.max(1, typical), largest));
    }
}
