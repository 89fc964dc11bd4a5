package org.oncall.rota.audit;

import java.util.ArrayList;
import java.util.List;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/**
 * Why a member cannot take a gap.
 *
 * @param sentences each hard finding it would cause; none where they could take it
 */
public record Obstacles(Member member, List<String> sentences) {
    public Obstacles {
        sentences = List.copyOf(sentences);
    }

    /** What keeps each member from taking each gap as a whole, in the order of gaps and members, for so many gaps at most. */
    public static List<List<Obstacles>> of(AuditReport report, int most) {
        List<List<Obstacles>> result = new ArrayList<>();
        if (report.gaps().isEmpty()) {
            return result;
        }
        Rota rota = report.rota();
        RuleFacts facts = new RuleFacts(rota);
        List<Rule> hard = RuleBook.rules().stream()
                .filter(rule -> rule.level() == Level.HARD)
                .toList();
        WhatIf whatIf = new WhatIf(facts, rota, hard);
        report.gaps().stream().limit(most).forEach(gap -> {
            List<List<WhatIf.Difference>> options = whatIf.options(WhatIf.Place.of(facts, rota, gap.firstSlot()));
            List<Obstacles> members = new ArrayList<>();
            for (int m = 0; m < facts.memberCount(); m++) {
                members.add(new Obstacles(facts.member(m), sentences(facts, m, options.get(m))));
            }
            result.add(members);
        });
        return result;
    }

    private static List<String> sentences(RuleFacts facts, int member, List<WhatIf.Difference> differences) {
        return differences.stream()
                .flatMap(difference -> difference.causes().stream()
                        .map(breach ->
                                Why.named(facts.member(member), Audit.finding(facts, difference.rule(), breach))))
                .toList();
    }
}
