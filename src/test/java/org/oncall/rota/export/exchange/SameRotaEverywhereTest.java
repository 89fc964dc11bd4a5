package org.oncall.rota.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.audit.Duties;
import org.oncall.rota.audit.Duty;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.export.ical.CalendarScope;
import org.oncall.rota.export.ical.RotaFeed;
import org.oncall.rota.export.ical.SentEvents;
import org.oncall.rota.export.opsgenie.OpsgenieJson;
import org.oncall.rota.export.pagerduty.PagerDutyJson;
import org.oncall.rota.export.terraform.GrafanaTerraform;
import org.oncall.rota.export.terraform.PagerDutyTerraform;
import org.oncall.rota.support.RandomProblems;
import org.oncall.rota.support.Timeline;

/**
 * Whatever tool people look at, it says the same: over random rotas with clock changes, Christmas, gaps, coverage windows, and
 * swaps between two revisions.
 */
class SameRotaEverywhereTest {
    private static final String BOSS = "boss";
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static String user(String member) {
        return "u-" + member;
    }

    private static SortedMap<Instant, String> rotaSays(Rota rota, TierPlan plan) {
        return Timeline.of(
                Duties.of(rota, plan.rotation(), plan.tier()),
                Duty::span,
                duty -> user(duty.member().value()));
    }

    /** The rota within the period of the plan, and the fallback where it has nobody. */
    private static SortedMap<Instant, String> withFallback(Rota rota, TierPlan plan) {
        return Timeline.filled(
                rotaSays(rota, plan), BOSS, plan.period().start(), plan.period().end());
    }

    private static SortedMap<Instant, String> within(SortedMap<Instant, String> shown, TierPlan plan) {
        return Timeline.between(shown, plan.period().start(), plan.period().end());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pagers_sayWhatTheRotaSays(long seed) {
        RotaProblem problem = RandomProblems.problem(seed);
        Rota rota = RandomProblems.rota(problem, seed);
        List<TierPlan> plans = TierPlan.of(rota, SameRotaEverywhereTest::user, BOSS);
        String v3 = ExchangeJson.text(PagerDutyJson.v3(plans));
        String v2 = ExchangeJson.text(PagerDutyJson.v2(plans));
        String opsgenie = ExchangeJson.text(OpsgenieJson.of(plans));
        String pagerDutyTerraform = PagerDutyTerraform.of(plans);
        String grafanaTerraform = GrafanaTerraform.of(plans);

        for (TierPlan plan : plans) {
            SortedMap<Instant, String> wanted = within(withFallback(rota, plan), plan);
            String name = plan.name();
            assertThat(within(Simulators.pagerDuty3(v3, name), plan))
                    .as("PagerDuty 3 %s", name)
                    .isEqualTo(wanted);
            assertThat(within(Simulators.pagerDuty2(v2, name), plan))
                    .as("PagerDuty 2 %s", name)
                    .isEqualTo(wanted);
            assertThat(within(Simulators.opsgenie(opsgenie, name), plan))
                    .as("Opsgenie %s", name)
                    .isEqualTo(wanted);
            assertThat(within(Simulators.pagerDutyTerraform(pagerDutyTerraform, name), plan))
                    .as("Terraform for PagerDuty %s", name)
                    .isEqualTo(wanted);
            assertThat(within(Simulators.grafanaTerraform(grafanaTerraform, name), plan))
                    .as("Terraform for Grafana %s", name)
                    .isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pagers_afterTheEnd_callTheFallback(long seed) {
        Rota rota = RandomProblems.rota(RandomProblems.problem(seed), seed);
        List<TierPlan> plans = TierPlan.of(rota, SameRotaEverywhereTest::user, BOSS);

        for (TierPlan plan : plans) {
            Instant after = plan.period().end();
            String name = plan.name();
            assertThat(List.of(
                            Simulators.pagerDuty3(ExchangeJson.text(PagerDutyJson.v3(plans)), name),
                            Simulators.pagerDuty2(ExchangeJson.text(PagerDutyJson.v2(plans)), name),
                            Simulators.opsgenie(ExchangeJson.text(OpsgenieJson.of(plans)), name),
                            Simulators.pagerDutyTerraform(PagerDutyTerraform.of(plans), name)))
                    .allSatisfy(shown -> assertThat(Timeline.at(shown, after)).isEqualTo(BOSS));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void calendars_sayWhatTheRotaSays_alsoAfterItChanged(long seed) {
        RotaProblem problem = RandomProblems.problem(seed);
        Rota rota = RandomProblems.rota(problem, seed + 1000);
        SentEvents sent =
                SentEvents.NONE.next(RandomProblems.rota(problem, seed), NOW).next(rota, NOW.plusSeconds(3600));
        RotaFeed feed = new RotaFeed("team", problem.team());
        Map<String, String> ids = problem.team().members().stream()
                .collect(Collectors.toMap(Member::name, member -> member.id().value()));
        byte[] team = feed.forPeople(sent, new CalendarScope.WholeTeam(), NOW);

        for (TierPlan plan : TierPlan.of(rota, SameRotaEverywhereTest::user, BOSS)) {
            SortedMap<Instant, String> wanted = rotaSays(rota, plan);
            String slots = plan.rotation() + "." + plan.tier() + ".";
            assertThat(Simulators.calendar(
                            team,
                            event -> event.getUid().getValue().startsWith(slots),
                            event -> user(ids.get(event.getSummary().getValue().split(":")[0]))))
                    .as("team's feed, %s", slots)
                    .isEqualTo(wanted);
            byte[] tier = feed.forPeople(sent, new CalendarScope.OneTier(plan.rotation(), plan.tier()), NOW);
            assertThat(Simulators.calendar(
                            tier,
                            event -> true,
                            event -> user(ids.get(event.getSummary().getValue().split(":")[0]))))
                    .as("tier's feed, %s", slots)
                    .isEqualTo(wanted);
            byte[] grafana = feed.forGrafana(sent, plan.rotation(), plan.tier(), SameRotaEverywhereTest::user, NOW);
            assertThat(Simulators.calendar(
                            grafana, event -> true, event -> event.getSummary().getValue()))
                    .as("Grafana's feed, %s", slots)
                    .isEqualTo(wanted);
        }
        for (Member member : problem.team().members()) {
            byte[] personal = feed.forPeople(sent, new CalendarScope.OneMember(member.id()), NOW);
            List<Duty> own = Duties.of(rota).stream()
                    .filter(duty -> duty.member().equals(member.id()))
                    .toList();
            assertThat(Simulators.calendar(personal, event -> true, event -> "me"))
                    .as("feed of %s", member.id())
                    .isEqualTo(Timeline.of(own, Duty::span, duty -> "me"));
        }
    }

    /** The duties are the rota's coverage hours, minute by minute: what all comparisons above rest on. */
    @Test
    void duties_areTheHoldersOfTheCoverageHours() {
        for (long seed = 0; seed < 20; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            Rota rota = RandomProblems.rota(problem, seed);
            for (var schedule : problem.schedules()) {
                for (var tier : schedule.rotation().tiers()) {
                    SortedMap<Instant, String> shown =
                            Timeline.of(Duties.of(rota, schedule.rotation().id(), tier.id()));
                    for (var day : schedule.planned()) {
                        var slot = new org.oncall.rota.domain.Slot(
                                schedule.rotation().id(), tier.id(), day.date());
                        String holder = rota.holder(slot) == null
                                ? ""
                                : rota.holder(slot).value();
                        for (Instant minute = day.span().start();
                                minute.isBefore(day.span().end());
                                minute = minute.plusSeconds(60)) {
                            Instant here = minute;
                            boolean covered = day.coverage().stream().anyMatch(hours -> hours.contains(here));
                            if (!Timeline.at(shown, here).equals(covered ? holder : "")) {
                                assertThat(Timeline.at(shown, here))
                                        .as("%s at %s", slot, here)
                                        .isEqualTo(covered ? holder : "");
                            }
                        }
                    }
                }
            }
        }
    }
}
