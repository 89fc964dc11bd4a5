package org.oncall.rota.intake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.audit.Duties;
import org.oncall.rota.audit.Duty;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.export.exchange.ExchangeJson;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.ical.RotaFeed;
import org.oncall.rota.export.ical.SentEvents;
import org.oncall.rota.export.opsgenie.OpsgenieJson;
import org.oncall.rota.export.pagerduty.PagerDutyJson;
import org.oncall.rota.export.terraform.PagerDutyTerraform;
import org.oncall.rota.intake.ical.ShiftFeed;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.JsonItems;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.LiveShift;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.Window;
import org.oncall.rota.intake.opsgenie.OpsgenieReader;
import org.oncall.rota.intake.pagerduty.PagerDutyReader;
import org.oncall.rota.intake.terraform.TerraformReader;
import org.oncall.rota.support.RandomProblems;
import org.oncall.rota.support.Timeline;

/** What is exported and read back says the same at every moment, over random rotas with clock changes and gaps. */
class LintRoundTripTest {
    private static final String BOSS = "boss";
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static String user(String member) {
        return "u-" + member;
    }

    private static Source source(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Item json(Source source) {
        Item item = JsonItems.read(source);
        assertThat(item).isNotNull();
        return item;
    }

    private static SortedMap<Instant, String> shown(LiveSchedule schedule, TierPlan plan) {
        return Timeline.between(
                Timeline.of(
                        schedule.shifts(),
                        LiveShift::span,
                        shift -> shift.user().id()),
                plan.period().start(),
                plan.period().end());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rota_exportedAndReadBack_saysTheSame(long seed) throws Exception {
        RotaProblem problem = RandomProblems.problem(seed);
        Rota rota = RandomProblems.rota(problem, seed);
        Window window = new Window(problem.from(), problem.to());
        List<TierPlan> plans = TierPlan.of(rota, LintRoundTripTest::user, BOSS);
        Source v2 = source("v2.json", ExchangeJson.text(PagerDutyJson.v2(plans)));
        Source v3 = source("v3.json", ExchangeJson.text(PagerDutyJson.v3(plans)));
        Source opsgenie = source("opsgenie.json", ExchangeJson.text(OpsgenieJson.of(plans)));
        Source terraform = source("plan.tf", PagerDutyTerraform.of(plans));

        List<List<LiveSchedule>> all = List.of(
                PagerDutyReader.read(v2, window, json(v2)),
                PagerDutyReader.read(v3, window, json(v3)),
                OpsgenieReader.read(opsgenie, window, json(opsgenie)),
                TerraformReader.read(terraform, window));
        assertThat(List.of(v2.issues(), v3.issues(), opsgenie.issues(), terraform.issues()))
                .allMatch(List::isEmpty);
        for (List<LiveSchedule> schedules : all) {
            assertThat(schedules)
                    .extracting(LiveSchedule::name)
                    .containsExactlyElementsOf(
                            plans.stream().map(TierPlan::name).toList());
            for (int t = 0; t < plans.size(); t++) {
                TierPlan plan = plans.get(t);
                assertThat(shown(schedules.get(t), plan))
                        .as("%s", schedules.get(t).file())
                        .isEqualTo(Timeline.between(
                                Timeline.filled(
                                        Timeline.of(
                                                Duties.of(rota, plan.rotation(), plan.tier()),
                                                Duty::span,
                                                duty -> user(duty.member().value())),
                                        BOSS,
                                        plan.period().start(),
                                        plan.period().end()),
                                plan.period().start(),
                                plan.period().end()));
            }
        }
        SentEvents sent = SentEvents.NONE.next(rota, NOW);
        for (TierPlan plan : plans) {
            byte[] feed = new RotaFeed("team", problem.team())
                    .forGrafana(sent, plan.rotation(), plan.tier(), LintRoundTripTest::user, NOW);
            List<LiveSchedule> read = ShiftFeed.read(new Source("feed.ics", feed), window, plan.zone());
            assertThat(shown(read.getFirst(), plan))
                    .isEqualTo(Timeline.of(
                            Duties.of(rota, plan.rotation(), plan.tier()),
                            Duty::span,
                            duty -> user(duty.member().value())));
        }
    }
}
