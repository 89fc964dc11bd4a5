package org.oncall.rota.repair;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.AuditReport.Change;
import org.oncall.rota.audit.AuditReport.Stretch;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.repair.Menu.MemberChange;
import org.oncall.rota.repair.Menu.RuleStep;

/** What differs between two rotas, for people: by member in sentences, by rule in costs. */
public final class Differences {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Locale.UK);
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter DAY_MONTH_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final RotaProblem problem;
    private final Map<MemberId, String> names;

    private Differences(RotaProblem problem) {
        this.problem = problem;
        this.names = problem.team().members().stream().collect(Collectors.toMap(Member::id, Member::name));
    }

    /** What each member loses and gains in the audited rota against the published one, as the team lists them. */
    public static List<MemberChange> byMember(AuditReport report) {
        Differences differences = new Differences(report.rota().problem());
        return report.changes().stream()
                .map(change -> new MemberChange(change, differences.sentence(change)))
                .toList();
    }

    /** What each rule costs before and after, in the order of the rule book; only those that differ. */
    public static List<RuleStep> byRule(AuditReport before, AuditReport after) {
        Map<String, Long> costs = new HashMap<>(before.costs());
        List<RuleStep> steps = new ArrayList<>();
        after.costs().forEach((rule, cost) -> {
            if (!cost.equals(costs.get(rule))) {
                steps.add(new RuleStep(rule, costs.getOrDefault(rule, 0L), cost));
            }
        });
        return steps;
    }

    private String sentence(Change change) {
        List<String> parts = new ArrayList<>();
        add(parts, "loses ", change.loses());
        add(parts, "gains ", change.gains());
        return names.get(change.member()) + ": " + String.join("; ", parts) + ".";
    }

    private void add(List<String> parts, String verb, List<Stretch> stretches) {
        if (!stretches.isEmpty()) {
            parts.add(verb + stretches.stream().map(this::text).collect(Collectors.joining(", ")));
        }
    }

    private String text(Stretch stretch) {
        return dates(stretch) + where(stretch);
    }

    /** From the date it begins on to that of the handover that ends it; with the year where the period begins in another. */
    private String dates(Stretch stretch) {
        LocalDate first = stretch.span().start().atZone(problem.team().zone()).toLocalDate();
        LocalDate last = stretch.span().end().atZone(problem.team().zone()).toLocalDate();
        boolean plain = last.getYear() == problem.from().getYear();
        DateTimeFormatter end = plain ? DAY_MONTH : DAY_MONTH_YEAR;
        if (first.equals(last)) {
            return end.format(last);
        }
        DateTimeFormatter start = first.getYear() != last.getYear()
                ? DAY_MONTH_YEAR
                : first.getMonth() == last.getMonth() ? DAY : DAY_MONTH;
        String between = first.getMonth() == last.getMonth() && first.getYear() == last.getYear() ? "-" : " to ";
        return start.format(first) + between + end.format(last);
    }

    /** The tier, and the rotation, where there are several to tell apart. */
    private String where(Stretch stretch) {
        List<String> words = new ArrayList<>();
        Rotation rotation = problem.team().rotations().stream()
                .filter(other -> other.id().equals(stretch.rotation()))
                .findFirst()
                .orElseThrow();
        if (problem.team().rotations().size() > 1) {
            words.add(rotation.id().value());
        }
        if (rotation.tiers().size() > 1) {
            words.add(stretch.tier().value());
        }
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }
}
