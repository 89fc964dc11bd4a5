package org.oncall.rota.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oncall.rota.assess.Assessment;
import org.oncall.rota.audit.AuditReport.MemberLoad;
import org.oncall.rota.audit.AuditReport.RuleCost;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.rules.Breach;
import org.oncall.rota.rules.BreachSink;
import org.oncall.rota.rules.FairShares;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierRule;

/** Recomputes everything from the rota alone: what each rule costs and why, what each member carries, what changed. */
public final class Audit {
    private final RuleFacts facts;
    private final Views views;

    private Audit(RuleFacts facts, Rota rota) {
        this.facts = facts;
        this.views = new Views(facts, rota);
    }

    public static AuditReport of(Rota rota) {
        return of(new RuleFacts(rota), rota);
    }

    /** The same of a rota that was written by the hour and cut to slots, with what that lost. */
    public static AuditReport of(Rota rota, List<Cut> cuts) {
        return new Audit(new RuleFacts(rota), rota).report(rota, cuts);
    }

    /** The ids of all rules, in the order of the rule book. */
    public static List<String> ruleIds() {
        return RuleBook.rules().stream().map(Rule::id).toList();
    }

    /** The same, with facts of the rota's problem that are known already. */
    public static AuditReport of(RuleFacts facts, Rota rota) {
        return new Audit(facts, rota).report(rota, List.of());
    }

    private AuditReport report(Rota rota, List<Cut> cuts) {
        List<RuleCost> rules = RuleBook.rules().stream().map(this::cost).toList();
        List<MemberLoad> members = new ArrayList<>();
        double[] fairFestiveDays = fairFestiveDays();
        for (int m = 0; m < facts.memberCount(); m++) {
            members.add(load(views.timelines().get(m), fairFestiveDays[m]));
        }
        Stretches stretches = Stretches.of(rota);
        return new AuditReport(
                rota,
                score(rules),
                stretches.shifts(),
                stretches.gaps(),
                rules,
                members,
                Changes.of(rota),
                Assessment.advice(facts),
                List.copyOf(cuts));
    }

    private static Score score(List<RuleCost> rules) {
        long hard = 0;
        long medium = 0;
        long soft = 0;
        for (RuleCost rule : rules) {
            switch (rule.rule().level()) {
                case HARD -> hard += rule.cost();
                case MEDIUM -> medium += rule.cost();
                case SOFT -> soft += rule.cost();
            }
        }
        return new Score(hard, medium, soft);
    }

    private RuleCost cost(Rule rule) {
        List<Finding> findings = new ArrayList<>();
        BreachSink sink = (size, member, rotation, tier, firstDay, lastDay, have, want) -> findings.add(
                finding(facts, rule, new Breach(size, member, rotation, tier, firstDay, lastDay, have, want)));
        switch (rule) {
            case MemberRule memberRule -> views.timelines().forEach(timeline -> memberRule.check(timeline, sink));
            case TierRule tierRule -> views.lines().forEach(line -> tierRule.check(line, sink));
            case RotationRule rotationRule -> views.boards().forEach(board -> rotationRule.check(board, sink));
        }
        long size = findings.stream().mapToLong(Finding::size).sum();
        return new RuleCost(rule, rule.weight(facts), size, List.copyOf(findings));
    }

    /** The breach for people. */
    static Finding finding(RuleFacts facts, Rule rule, Breach breach) {
        boolean somewhere = breach.rotation() >= 0;
        Interval when = facts.when(breach);
        RotationId rotation =
                somewhere ? facts.rotation(breach.rotation()).rotation().id() : null;
        TierId tier = somewhere && breach.tier() >= 0
                ? facts.rotation(breach.rotation())
                        .rotation()
                        .tiers()
                        .get(breach.tier())
                        .id()
                : null;
        return new Finding(
                rule.id(),
                breach.member() >= 0 ? facts.member(breach.member()).id() : null,
                rotation,
                tier,
                when,
                breach.size(),
                rule.sentence(facts, breach));
    }

    /** How many festive days there are to bear depends on the rota, as two stints may touch one: so those it has are split. */
    private double[] fairFestiveDays() {
        double all = 0;
        double[] weight = new double[facts.memberCount()];
        boolean[][] mayHold = new boolean[weight.length][1];
        for (int m = 0; m < weight.length; m++) {
            all += views.timelines().get(m).festiveDayCount() + facts.festiveDaysWorked(m);
            weight[m] = facts.member(m).share() * facts.festiveDaysOnRota(m);
            mayHold[m][0] = weight[m] > 0;
        }
        return FairShares.split(new double[] {all}, weight, mayHold);
    }

    private MemberLoad load(MemberTimeline timeline, double fairFestiveDays) {
        int m = timeline.member();
        Map<RotationId, Map<TierId, Integer>> daysPerTier = new LinkedHashMap<>();
        int days = 0;
        int historyDays = 0;
        int unsocial = 0;
        int historyUnsocial = 0;
        int stints = 0;
        long fair = 0;
        long fairUnsocial = 0;
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            Map<TierId, Integer> tiers = new LinkedHashMap<>();
            List<Tier> all = rotation.rotation().tiers();
            for (int t = 0; t < all.size(); t++) {
                tiers.put(all.get(t).id(), timeline.tierCount(r, t));
            }
            daysPerTier.put(rotation.rotation().id(), tiers);
            days += timeline.dayCount(r);
            historyDays += rotation.historyDays(m);
            unsocial += timeline.unsocialCount(r);
            historyUnsocial += rotation.historyUnsocial(m);
            stints += timeline.ownStintCount(r);
            fair += rotation.fairShare(m);
            fairUnsocial += rotation.fairUnsocial(m);
        }
        return new MemberLoad(
                facts.member(m),
                days,
                timeline.onCallDates(),
                facts.daysOnRota(m),
                fair,
                historyDays,
                unsocial,
                fairUnsocial,
                timeline.festiveDayCount(),
                daysPerTier,
                stints,
                timeline.shortestInterval(),
                timeline.wishesKept(),
                timeline.wishesBroken(),
                historyUnsocial,
                facts.festiveDaysWorked(m),
                fairFestiveDays);
    }
}
