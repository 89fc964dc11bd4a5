package org.oncall.rota.export.json;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.wire.FindingJson;
import org.oncall.rota.wire.GapJson;
import org.oncall.rota.wire.MenuAnswer;
import org.oncall.rota.wire.MenuFewest;
import org.oncall.rota.wire.MenuMember;
import org.oncall.rota.wire.MenuOption;
import org.oncall.rota.wire.MenuPublished;
import org.oncall.rota.wire.MenuRule;

/** Writes what can be done about a published rota. Instants carry the offset of the team's zone. */
public final class JsonMenu {
    private final ZoneId zone;
    private final Map<MemberId, String> names;

    private JsonMenu(AuditReport published) {
        this.zone = published.rota().problem().team().zone();
        this.names = published.rota().problem().team().members().stream()
                .collect(Collectors.toMap(Member::id, Member::name));
    }

    public static MenuAnswer of(Menu menu) {
        AuditReport published = menu.published();
        JsonMenu writer = new JsonMenu(published);
        return new MenuAnswer(
                menu.finished(),
                new MenuPublished(
                        menu.shifts(),
                        published.isLegal(),
                        published.isComplete(),
                        JsonAnswers.score(published.score())),
                new MenuFewest(
                        menu.fewest().gaps(),
                        menu.fewest().moves().slots(),
                        menu.fewest().moves().shifts(),
                        menu.fewest().proven()),
                writer.findings(menu.broken()),
                menu.lastFreeze() == null ? null : menu.lastFreeze().toString(),
                menu.options().stream().map(writer::option).toList());
    }

    private MenuOption option(Menu.Option option) {
        AuditReport report = option.report();
        return new MenuOption(
                option.most(),
                option.moves().shifts(),
                option.moves().slots(),
                report.isLegal(),
                report.isComplete(),
                JsonAnswers.score(report.score()),
                findings(Breaches.hard(report)),
                option.rules().stream()
                        .map(step -> new MenuRule(step.rule(), step.before(), step.after()))
                        .toList(),
                option.members().stream().map(this::member).toList(),
                JsonAnswers.shifts(report),
                report.gaps().stream()
                        .map(gap -> stretch(gap.rotation(), gap.tier(), gap.span(), gap.id()))
                        .toList());
    }

    private List<FindingJson> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> JsonAnswers.finding(finding, zone))
                .toList();
    }

    private MenuMember member(Menu.MemberChange member) {
        MemberId id = member.change().member();
        return new MenuMember(
                id.value(),
                names.getOrDefault(id, id.value()),
                member.sentence(),
                stretches(member.change().loses()),
                stretches(member.change().gains()));
    }

    private List<GapJson> stretches(List<AuditReport.Stretch> stretches) {
        return stretches.stream()
                .map(stretch -> stretch(stretch.rotation(), stretch.tier(), stretch.span(), null))
                .toList();
    }

    private GapJson stretch(RotationId rotation, TierId tier, Interval span, @Nullable String id) {
        DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        return new GapJson(
                rotation.value(),
                tier.value(),
                format.format(span.start().atZone(zone)),
                format.format(span.end().atZone(zone)),
                id,
                null,
                null);
    }
}
