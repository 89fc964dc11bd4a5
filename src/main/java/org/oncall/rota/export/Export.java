package org.oncall.rota.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Team;
import org.oncall.rota.export.csv.MembersCsv;
import org.oncall.rota.export.csv.ShiftsCsv;
import org.oncall.rota.export.csv.WeeksCsv;
import org.oncall.rota.export.exchange.ExchangeJson;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.ical.CalendarScope;
import org.oncall.rota.export.ical.RotaFeed;
import org.oncall.rota.export.ical.SentEvents;
import org.oncall.rota.export.opsgenie.OpsgenieJson;
import org.oncall.rota.export.pagerduty.PagerDutyJson;
import org.oncall.rota.export.terraform.GrafanaTerraform;
import org.oncall.rota.export.terraform.PagerDutyTerraform;

/** What became of an export: written, or refused with a sentence. The same rota and options give the same bytes. */
public sealed interface Export {
    /** The rota in the format. */
    record Written(byte[] bytes) implements Export {}

    /** The options do not fit the rota or the format; the sentence says how, and a way out. */
    record Refused(String sentence) implements Export {}

    /**
     * What to write.
     *
     * @param tier only this tier, as {@code rotation/tier} or by the tier alone where one rotation has it; null: all
     * @param member only this member's duties, by id; null: all
     * @param users the other tool's user by the id of a member
     * @param fallback the other tool's user whom to call where the rota has nobody; null: see {@link TierPlan#of}
     * @param calendar what makes events unique in the world, the same for every rota of a team; null: the team's name
     * @param sent what calendars have said, this rota included
     * @param now decides which events are still shown as cancelled
     */
    record Options(
            @Nullable String tier,
            @Nullable String member,
            UnaryOperator<String> users,
            @Nullable String fallback,
            @Nullable String calendar,
            SentEvents sent,
            Instant now) {}

    /** Writes a rota. */
    static Export of(ExportFormat format, Rota rota, Options options) {
        List<TierPlan> all = TierPlan.of(rota, options.users(), options.fallback());
        List<TierPlan> plans = options.tier() == null ? all : named(all, options.tier());
        if (plans.isEmpty() && options.tier() != null) {
            return new Refused(
                    "The tier (" + options.tier() + ") does not exist, or is one of several rotations. The tiers are "
                            + String.join(", ", all.stream().map(Export::name).toList()) + ".");
        }
        Team team = rota.problem().team();
        Optional<MemberId> member = Optional.ofNullable(options.member())
                .filter(id -> !id.isBlank())
                .map(MemberId::new);
        if (options.member() != null
                && team.members().stream()
                        .noneMatch(one -> Optional.of(one.id()).equals(member))) {
            return new Refused("The member (" + options.member() + ") does not exist. The members are "
                    + String.join(
                            ", ",
                            team.members().stream().map(one -> one.id().value()).toList()) + ".");
        }
        boolean part = options.tier() != null || member.isPresent();
        return switch (format) {
            case ICAL -> calendar(team, options, plans, member);
            case GRAFANA_ICAL -> {
                if (plans.size() != 1 || member.isPresent()) {
                    yield new Refused("Grafana wants one calendar a tier, and there are " + plans.size()
                            + ". Maybe name one: "
                            + String.join(", ", all.stream().map(Export::name).toList()) + ".");
                }
                TierPlan plan = plans.getFirst();
                yield new Written(feed(team, options)
                        .forGrafana(options.sent(), plan.rotation(), plan.tier(), options.users(), options.now()));
            }
            case CSV -> part ? whole(format) : written(ShiftsCsv.of(Audit.of(rota)));
            case CSV_WEEKS -> part ? whole(format) : written(WeeksCsv.of(rota));
            case MEMBERS -> part ? whole(format) : written(MembersCsv.of(Audit.of(rota)));
            case PAGERDUTY_V3, PAGERDUTY_V2, OPSGENIE, GRAFANA_TERRAFORM, PAGERDUTY_TERRAFORM ->
                member.isPresent() ? whole(format) : pager(format, plans);
        };
    }

    private static Export calendar(Team team, Options options, List<TierPlan> plans, Optional<MemberId> member) {
        if (member.isPresent() && options.tier() != null) {
            return new Refused("A calendar is of one member or of one tier. Maybe leave one of the two out.");
        }
        CalendarScope scope = member.<CalendarScope>map(CalendarScope.OneMember::new)
                .orElseGet(() -> options.tier() == null
                        ? new CalendarScope.WholeTeam()
                        : new CalendarScope.OneTier(
                                plans.getFirst().rotation(), plans.getFirst().tier()));
        return new Written(feed(team, options).forPeople(options.sent(), scope, options.now()));
    }

    private static RotaFeed feed(Team team, Options options) {
        return new RotaFeed(options.calendar() == null ? team.name() : options.calendar(), team);
    }

    private static Export pager(ExportFormat format, List<TierPlan> plans) {
        return written(
                switch (format) {
                    case PAGERDUTY_V3 -> ExchangeJson.text(PagerDutyJson.v3(plans));
                    case PAGERDUTY_V2 -> ExchangeJson.text(PagerDutyJson.v2(plans));
                    case OPSGENIE -> ExchangeJson.text(OpsgenieJson.of(plans));
                    case GRAFANA_TERRAFORM -> GrafanaTerraform.of(plans);
                    case PAGERDUTY_TERRAFORM -> PagerDutyTerraform.of(plans);
                    default -> throw new IllegalArgumentException("The format (" + format + ") calls nobody.");
                });
    }

    private static Export whole(ExportFormat format) {
        return new Refused(
                "The format (" + format.code() + ") has no such part. Maybe leave the " + "member or the tier out.");
    }

    private static Export written(String text) {
        return new Written(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<TierPlan> named(List<TierPlan> plans, String tier) {
        List<TierPlan> exact =
                plans.stream().filter(plan -> name(plan).equals(tier)).toList();
        List<TierPlan> byTier =
                plans.stream().filter(plan -> plan.tier().value().equals(tier)).toList();
        return !exact.isEmpty() || byTier.size() != 1 ? exact : byTier;
    }

    private static String name(TierPlan plan) {
        return plan.rotation() + "/" + plan.tier();
    }
}
