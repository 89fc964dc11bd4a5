package org.oncall.rota.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.rules.Level;

/** Breaches of hard rules: of one rota, and of one rota against another. */
public final class Breaches {
    private Breaches() {}

    /** Every finding of a hard rule, in the order of the rule book. */
    public static List<Finding> hard(AuditReport report) {
        return report.rules().stream()
                .filter(rule -> rule.rule().level() == Level.HARD)
                .flatMap(rule -> rule.findings().stream())
                .toList();
    }

    /**
     * Breaches that the later rota has and the earlier one has not. One that was there as large, for the same member and in
     * that time, is none; but no breach makes up for another that ends.
     */
    public static List<Finding> causes(AuditReport before, AuditReport after) {
        List<Finding> known = hard(before);
        return hard(after).stream()
                .filter(finding -> known.stream().noneMatch(old -> isAsBad(old, finding)))
                .toList();
    }

    private static boolean isAsBad(Finding old, Finding finding) {
        return old.rule().equals(finding.rule())
                && Objects.equals(old.member(), finding.member())
                && Objects.equals(old.rotation(), finding.rotation())
                && Objects.equals(old.tier(), finding.tier())
                && old.size() >= finding.size()
                && !old.when().start().isAfter(finding.when().start())
                && !old.when().end().isBefore(finding.when().end());
    }

    /** Whether nobody breaks more of a hard rule, in all, in the one rota than in the other. */
    public static boolean isNoWorse(AuditReport one, AuditReport other) {
        Map<Whose, Long> most = sizes(other);
        return sizes(one).entrySet().stream().allMatch(size -> size.getValue() <= most.getOrDefault(size.getKey(), 0L));
    }

    private record Whose(
            String rule,
            @Nullable MemberId member,
            @Nullable RotationId rotation) {}

    private static Map<Whose, Long> sizes(AuditReport report) {
        Map<Whose, Long> sizes = new HashMap<>();
        for (Finding finding : hard(report)) {
            sizes.merge(new Whose(finding.rule(), finding.member(), finding.rotation()), finding.size(), Long::sum);
        }
        return sizes;
    }
}
