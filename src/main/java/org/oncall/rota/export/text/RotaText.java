package org.oncall.rota.export.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.AuditReport.MemberLoad;
import org.oncall.rota.audit.AuditReport.RuleCost;
import org.oncall.rota.audit.Obstacles;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.diagnosis.Sentences;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Gap;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.proof.RepairResult;

/** The rota a row a week and a column a tier, then what each member carries, what each rule costs, and every finding. */
public final class RotaText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd MMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    static final double TARGET = 0.30;
    private static final String GAP = "-- nobody --";

    private final AuditReport report;
    private final @Nullable Diagnosis diagnosis;
    private final Map<MemberId, String> names = new HashMap<>();

    private RotaText(AuditReport report, @Nullable Diagnosis diagnosis) {
        this.report = report;
        this.diagnosis = diagnosis;
        for (Member member : report.rota().problem().team().members()) {
            names.put(member.id(), member.name());
        }
    }

    public static String of(AuditReport report) {
        return of(report, null);
    }

    /** @param diagnosis why there are gaps; null where nobody looked */
    public static String of(AuditReport report, @Nullable Diagnosis diagnosis) {
        RotaText text = new RotaText(report, diagnosis);
        StringBuilder result = new StringBuilder();
        report.rota().problem().schedules().forEach(schedule -> result.append(text.rotation(schedule)));
        result.append(text.members()).append('\n').append(text.rules());
        text.findings(result);
        text.cuts(result);
        text.gaps(result);
        result.append(DiagnosisText.of(diagnosis));
        if (!report.advice().isEmpty()) {
            result.append("\nAdvice\n");
            report.advice()
                    .forEach(sentence -> result.append("  ").append(sentence).append('\n'));
        }
        return result.append('\n').append(text.verdict()).toString();
    }

    private String rotation(RotationSchedule schedule) {
        List<String> headings = new ArrayList<>();
        headings.add("from " + schedule.rotation().handover().time());
        List<Tier> tiers = schedule.rotation().tiers();
        tiers.forEach(tier -> headings.add(tier.id().value()));
        TextTable table = new TextTable(headings);
        List<OnCallDay> days = schedule.planned();
        for (int start = 0; start < days.size(); ) {
            int end = start + 1;
            while (end < days.size() && !beginsRow(days, end)) {
                end++;
            }
            List<String> row = new ArrayList<>();
            row.add(DAY.format(days.get(start).date()) + (days.get(start).inFestivePeriod() ? " *" : ""));
            for (Tier tier : tiers) {
                row.add(cell(schedule, tier, days.subList(start, end)));
            }
            table.row(row);
            start = end;
        }
        return "Rotation " + schedule.rotation().id() + " (* festive period)\n" + table + "\n";
    }

    private static boolean beginsRow(List<OnCallDay> days, int day) {
        OnCallDay here = days.get(day);
        return here.inFestivePeriod()
                || days.get(day - 1).inFestivePeriod()
                || here.handover().isPreferred();
    }

    /** Who holds the tier over the days, and from when where hands change between them. */
    private String cell(RotationSchedule schedule, Tier tier, List<OnCallDay> days) {
        StringBuilder text = new StringBuilder();
        @Nullable String before = null;
        for (OnCallDay day : days) {
            MemberId holder = report.rota().holder(new Slot(schedule.rotation().id(), tier.id(), day.date()));
            String name = holder == null ? GAP : names.getOrDefault(holder, holder.value());
            if (before == null) {
                text.append(name);
            } else if (!name.equals(before)) {
                text.append(", ")
                        .append(SHORT_DAY.format(day.date()))
                        .append(' ')
                        .append(name);
            }
            before = name;
        }
        return text.toString();
    }

    private String members() {
        TextTable table = new TextTable(
                List.of("member", ">days", ">time", "", ">fair share", ">unsocial", ">festive", ">shortest interval"));
        for (MemberLoad load : report.members()) {
            table.row(
                    load.member().name(),
                    String.valueOf(load.days()),
                    String.format(Locale.UK, "%.1f %%", 100 * load.shareOfTime()),
                    load.shareOfTime() > TARGET ? "over 30 %" : "",
                    load.historyDays() == 0
                            ? String.valueOf(load.fairShare())
                            : load.fairShare() + " less " + load.historyDays() + " done",
                    String.valueOf(load.unsocialDays()),
                    String.valueOf(load.festiveDays()),
                    load.shortestInterval() == 0 ? "-" : load.shortestInterval() + " days");
        }
        return table.toString();
    }

    private String rules() {
        TextTable table = new TextTable(List.of("rule", "level", ">weight", ">size", ">cost"));
        for (RuleCost rule : report.rules()) {
            table.row(
                    rule.rule().id(),
                    rule.rule().level().name().toLowerCase(Locale.ROOT),
                    String.valueOf(rule.weight()),
                    String.valueOf(rule.size()),
                    String.valueOf(rule.cost()));
        }
        return table.toString();
    }

    private void findings(StringBuilder result) {
        for (RuleCost rule : report.rules()) {
            if (!rule.findings().isEmpty()) {
                result.append('\n')
                        .append(rule.rule().id())
                        .append(": ")
                        .append(rule.rule().description())
                        .append('\n');
                for (Finding finding : rule.findings()) {
                    result.append("  ")
                            .append(finding.size())
                            .append("  ")
                            .append(finding.sentence())
                            .append('\n');
                }
            }
        }
    }

    /** Each gap, what keeps each member from it, and what would close it. */
    private void gaps(StringBuilder result) {
        List<List<Obstacles>> obstacles = Obstacles.of(report, Diagnosis.MOST_GAPS);
        for (int g = 0; g < obstacles.size(); g++) {
            Gap gap = report.gaps().get(g);
            result.append(g == 0 ? "\nGaps\n" : "")
                    .append("  ")
                    .append(gap.id())
                    .append('\n');
            for (Obstacles member : obstacles.get(g)) {
                String reasons = member.sentences().isEmpty()
                        ? member.member().name() + ": could take it."
                        : String.join(" ", member.sentences());
                result.append("    ").append(reasons).append('\n');
            }
            RepairResult closing =
                    diagnosis == null ? null : diagnosis.closings().get(gap.id());
            if (closing != null) {
                result.append("    Cheapest single change: ")
                        .append(Sentences.of(closing, true))
                        .append('\n');
            }
        }
        int more = report.gaps().size() - obstacles.size();
        if (more > 0) {
            result.append("  and ").append(more).append(" more\n");
        }
    }

    private void cuts(StringBuilder result) {
        if (!report.cuts().isEmpty()) {
            result.append("\ncuts: What of the rota as it was written does not fit into whole on-call days.\n");
            for (Cut cut : report.cuts()) {
                result.append("  ")
                        .append(cut.code().level().name().toLowerCase(Locale.ROOT))
                        .append("  ")
                        .append(cut.sentence())
                        .append('\n');
            }
        }
    }

    private String verdict() {
        LocalDate from = report.rota().problem().from();
        LocalDate to = report.rota().problem().to();
        boolean byHours = report.score().isLegal() && !report.isLegal();
        String broken = byHours
                ? "HARD RULES ARE BROKEN by the hours as written (see the cuts)"
                : "HARD RULES ARE BROKEN (see the findings)";
        String legal = report.isLegal() ? "No hard rule is broken" : broken;
        String complete = "and " + report.score().medium() + " slots are held by nobody";
        if (report.gaps().isEmpty()) {
            complete = report.isComplete()
                    ? "and every slot is held"
                    : "and every slot is held, but HOURS ARE UNCOVERED (see the cuts)";
        }
        return DAY.format(from) + " to " + DAY.format(to) + ": " + legal + " " + complete + "; cost "
                + report.score().soft() + "." + doubts() + "\n";
    }

    private String doubts() {
        int count = report.cuts().size();
        return switch (count) {
            case 0 -> "";
            case 1 -> " One thing was cut to fit (see the cuts).";
            default -> " " + count + " things were cut to fit (see the cuts).";
        };
    }
}
