package org.oncall.rota.export.json;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Obstacles;
import org.oncall.rota.diagnosis.Diagnosis;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Gap;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.wire.AuditAnswer;
import org.oncall.rota.wire.AuditRequest;
import org.oncall.rota.wire.ChangeJson;
import org.oncall.rota.wire.CutJson;
import org.oncall.rota.wire.FindingJson;
import org.oncall.rota.wire.GapJson;
import org.oncall.rota.wire.GapReason;
import org.oncall.rota.wire.LintAnswer;
import org.oncall.rota.wire.MemberRow;
import org.oncall.rota.wire.RotaAnswer;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.RuleComparison;
import org.oncall.rota.wire.RuleRow;
import org.oncall.rota.wire.ScoreJson;
import org.oncall.rota.wire.ShiftJson;
import org.oncall.rota.wire.SolverJson;

/** Writes reports as answers. Instants carry the offset of the team's zone. */
public final class JsonAnswers {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** The status of a rota that was brought along. */
    public static final String AUDITED = "AUDITED";

    private JsonAnswers() {}

    /** An answer while there is no rota, or because there will be none. */
    public static RotaAnswer withoutRota(
            @Nullable String id, String status, @Nullable String problem, RotaRequest request) {
        return new RotaAnswer(
                id, status, problem, null, false, false, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), null, null, request, null, null, null, null);
    }

    /**
     * An answer with a rota.
     *
     * @param diagnosis why it has gaps; null where nobody looked
     */
    public static RotaAnswer of(
            @Nullable String id,
            String status,
            @Nullable String problem,
            RotaRequest request,
            AuditReport report,
            @Nullable SolverJson solver,
            @Nullable Diagnosis diagnosis) {
        Writer writer = new Writer(report.rota().problem().team().zone());
        return new RotaAnswer(
                id,
                status,
                problem,
                score(report.score()),
                report.isLegal(),
                report.isComplete(),
                report.shifts().stream().map(writer::shift).toList(),
                writer.gaps(report, diagnosis),
                report.members().stream().map(Writer::member).toList(),
                report.rules().stream().map(writer::rule).toList(),
                report.changes().stream().map(writer::change).toList(),
                report.advice(),
                JsonProofs.of(diagnosis),
                solver,
                request,
                null,
                null,
                null,
                null);
    }

    /**
     * An answer about a rota that was brought along.
     *
     * @param diagnosis why it has gaps; null where nobody looked
     */
    public static AuditAnswer audit(AuditRequest request, AuditReport report, @Nullable Diagnosis diagnosis) {
        Writer writer = new Writer(report.rota().problem().team().zone());
        RotaAnswer answer = of(null, AUDITED, null, request.withoutShifts(), report, null, diagnosis);
        return new AuditAnswer(
                AUDITED,
                score(report.score()),
                answer.legal(),
                answer.complete(),
                report.cuts().stream().map(writer::cut).toList(),
                answer.shifts(),
                answer.gaps(),
                answer.members(),
                answer.rules(),
                answer.changes(),
                answer.advice(),
                answer.proof(),
                request);
    }

    /**
     * An answer about schedules of other tools.
     *
     * @param notes what was read in a way that people should know of
     * @param after the best rota for the same people and days; null where none was looked for or found
     * @param rota the id of the solve that found it; null where it has none
     */
    public static LintAnswer lint(
            AuditRequest request,
            AuditReport before,
            List<String> notes,
            @Nullable AuditReport after,
            @Nullable String rota) {
        return new LintAnswer(
                audit(request, before, null),
                notes,
                after == null ? null : compared(before, after),
                after == null ? null : audit(AuditRequest.of(request.withoutShifts(), shifts(after)), after, null),
                rota);
    }

    private static List<RuleComparison> compared(AuditReport before, AuditReport after) {
        List<RuleComparison> rows = new ArrayList<>();
        for (int r = 0; r < before.rules().size(); r++) {
            AuditReport.RuleCost was = before.rules().get(r);
            AuditReport.RuleCost is = after.rules().get(r);
            if (was.size() != 0 || is.size() != 0) {
                rows.add(new RuleComparison(
                        was.rule().id(), was.rule().level().name(), was.size(), is.size(), was.cost(), is.cost()));
            }
        }
        return List.copyOf(rows);
    }

    /** One breach, with its times in the zone of the team. */
    public static FindingJson finding(Finding finding, ZoneId zone) {
        return new FindingJson(
                finding.member() == null ? null : finding.member().value(),
                finding.rotation() == null ? null : finding.rotation().value(),
                finding.tier() == null ? null : finding.tier().value(),
                INSTANT.format(finding.when().start().atZone(zone)),
                INSTANT.format(finding.when().end().atZone(zone)),
                finding.size(),
                finding.sentence());
    }

    /** The shifts of a rota, as requests take them. */
    public static List<ShiftJson> shifts(AuditReport report) {
        Writer writer = new Writer(report.rota().problem().team().zone());
        return report.shifts().stream().map(writer::shift).toList();
    }

    public static ScoreJson score(Score score) {
        return new ScoreJson(score.hard(), score.medium(), score.soft());
    }

    /** How a search went. */
    public static SolverJson solver(long seed, Duration time, long moves, long planned, String engine) {
        return new SolverJson(seed, time.truncatedTo(ChronoUnit.MILLIS).toString(), moves, planned, engine);
    }

    private record Writer(ZoneId zone) {
        private String from(Interval span) {
            return INSTANT.format(span.start().atZone(zone));
        }

        private String to(Interval span) {
            return INSTANT.format(span.end().atZone(zone));
        }

        private ShiftJson shift(Shift shift) {
            return new ShiftJson(
                    shift.id(),
                    shift.rotation().value(),
                    shift.tier().value(),
                    shift.member().value(),
                    from(shift.span()),
                    to(shift.span()));
        }

        private List<GapJson> gaps(AuditReport report, @Nullable Diagnosis diagnosis) {
            List<List<Obstacles>> obstacles = Obstacles.of(report, Diagnosis.MOST_GAPS);
            List<GapJson> result = new ArrayList<>();
            for (Gap gap : report.gaps()) {
                List<GapReason> reasons = result.size() < obstacles.size()
                        ? obstacles.get(result.size()).stream()
                                .map(of -> new GapReason(of.member().id().value(), of.sentences()))
                                .toList()
                        : null;
                result.add(new GapJson(
                        gap.rotation().value(),
                        gap.tier().value(),
                        from(gap.span()),
                        to(gap.span()),
                        gap.id(),
                        reasons,
                        JsonProofs.closing(diagnosis, gap.id())));
            }
            return result;
        }

        private GapJson stretch(AuditReport.Stretch stretch) {
            return new GapJson(
                    stretch.rotation().value(),
                    stretch.tier().value(),
                    from(stretch.span()),
                    to(stretch.span()),
                    null,
                    null,
                    null);
        }

        private static MemberRow member(AuditReport.MemberLoad load) {
            Map<String, Map<String, Integer>> daysPerTier = new LinkedHashMap<>();
            load.daysPerTier().forEach((rotation, tiers) -> {
                Map<String, Integer> counts = new LinkedHashMap<>();
                tiers.forEach((tier, days) -> counts.put(tier.value(), days));
                daysPerTier.put(rotation.value(), counts);
            });
            return new MemberRow(
                    load.member().id().value(),
                    load.member().name(),
                    load.days(),
                    Math.round(load.shareOfTime() * 10_000) / 10_000.0,
                    load.fairShare(),
                    load.historyDays(),
                    load.unsocialDays(),
                    load.fairUnsocialDays(),
                    load.festiveDays(),
                    daysPerTier,
                    load.stints(),
                    load.shortestInterval() == 0 ? null : load.shortestInterval(),
                    load.wishesKept(),
                    load.wishesBroken(),
                    load.daysOnRota(),
                    load.historyUnsocialDays(),
                    load.historyFestiveDays(),
                    Math.round(load.fairFestiveDays() * 100) / 100.0);
        }

        private RuleRow rule(AuditReport.RuleCost cost) {
            return new RuleRow(
                    cost.rule().id(),
                    cost.rule().level().name(),
                    cost.weight(),
                    cost.size(),
                    cost.cost(),
                    cost.rule().description(),
                    cost.findings().stream().map(this::finding).toList());
        }

        private FindingJson finding(Finding finding) {
            return JsonAnswers.finding(finding, zone);
        }

        private CutJson cut(Cut cut) {
            return new CutJson(
                    cut.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    cut.code().level().name(),
                    cut.member() == null ? null : cut.member().value(),
                    cut.other() == null ? null : cut.other().value(),
                    cut.rotation().value(),
                    cut.tier().value(),
                    from(cut.when()),
                    to(cut.when()),
                    cut.time().toString(),
                    cut.sentence());
        }

        private ChangeJson change(AuditReport.Change change) {
            return new ChangeJson(
                    change.member().value(),
                    change.loses().stream().map(this::stretch).toList(),
                    change.gains().stream().map(this::stretch).toList());
        }
    }
}
