package org.oncall.rota.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oncall.rota.audit.Duties;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.pagerduty.PagerDutyJson;
import org.oncall.rota.push.PagerDutyPush.Version;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;
import org.oncall.rota.support.Timeline;

@Timeout(60)
class PagerDutyPushTest {
    private static final String PRIMARY = "Team: on-call primary";

    private final SettableClock clock = new SettableClock();
    private final List<Duration> slept = new ArrayList<>();
    private final FakePagerDuty server = new FakePagerDuty(clock::instant);

    @AfterEach
    void stop() {
        server.close();
    }

    private static final class SettableClock extends Clock {
        private Instant instant = Instant.parse("2026-11-20T09:00:00.25Z");

        @Override
        public Instant instant() {
            return instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private PagerDutyPush push(Version version) {
        return new PagerDutyPush(version, server.base(), "secret", clock, slept::add);
    }

    private static List<TierPlan> plans(Rota rota) {
        return TierPlan.of(rota, member -> "P" + member, "PBOSS");
    }

    /** Plans and writes, and counts what was written. */
    private int write(Version version, Rota rota) throws PushException {
        int before = server.writes.size();
        PagerDutyPush push = push(version);
        push.apply(plans(rota), push.plan(plans(rota)));
        return server.writes.size() - before;
    }

    private static ProblemBuilder weeks() {
        return problem("Ana", "Bo", "Cy").period("2027-01-05", "2027-02-02");
    }

    private static Draft first() {
        return Draft.of(weeks())
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Cy", "primary", "2027-01-19", 14)
                .put("Bo", "secondary", "2027-01-05", 7)
                .put("Cy", "secondary", "2027-01-12", 5)
                .put("Ana", "secondary", "2027-01-19", 7);
    }

    /** Two swaps, an earlier handover, and a gap that is closed. */
    private static Draft second() {
        return first().put("Cy", "primary", "2027-01-05", 7)
                .put("Ana", "primary", "2027-01-17", 9)
                .put("Cy", "secondary", "2027-01-17", 2);
    }

    /** What PagerDuty must show of a tier between now and the end: the rota, and the fallback where there is nobody. */
    private static SortedMap<Instant, String> wanted(TierPlan plan, Rota rota, Instant from) {
        Instant end = plan.period().end();
        SortedMap<Instant, String> rotaSays = Timeline.of(
                Duties.of(rota, plan.rotation(), plan.tier()), duty -> duty.span(), duty -> "P" + duty.member());
        return Timeline.between(Timeline.filled(rotaSays, "PBOSS", plan.period().start(), end), later(from, plan), end);
    }

    private static Instant later(Instant from, TierPlan plan) {
        return from.isAfter(plan.period().start()) ? from : plan.period().start();
    }

    private void assertShows(Version version, Rota rota) {
        Instant now = clock.instant().plus(Difference.SLACK).plusSeconds(1);
        for (TierPlan plan : plans(rota)) {
            Instant end = plan.period().end();
            if (now.isBefore(end)) {
                assertThat(Timeline.between(shown(version, plan), later(now, plan), end))
                        .as("%s %s", version, plan.name())
                        .isEqualTo(wanted(plan, rota, now));
            }
        }
    }

    private SortedMap<Instant, String> shown(Version version, TierPlan plan) {
        return version == Version.V3
                ? server.rendered3(plan.name())
                : server.rendered2(plan.name(), plan.period().end().plus(PagerDutyJson.BEYOND));
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_aNewRota_isShownAndTheSecondPushWritesNothing(Version version) throws PushException {
        assertThat(write(version, first().rota())).isEqualTo(4); // two schedules, two lists

        assertShows(version, first().rota());
        assertThat(write(version, first().rota())).isZero();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void plan_writesNothing(Version version) throws PushException {
        PushPlan plan = push(version).plan(plans(first().rota()));

        assertThat(server.writes).isEmpty();
        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.lines())
                .contains("  create  the schedule", "  create  Tue 5 Jan 2027 12:00 - Tue 12 Jan 2027 12:00  Pana");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_afterSwaps_writesTheDifferenceAlone(Version version) throws PushException {
        write(version, first().rota());

        PushPlan plan = push(version).plan(plans(second().rota()));
        write(version, second().rota());

        assertShows(version, second().rota());
        assertThat(write(version, second().rota())).isZero();
        if (version == Version.V3) {
            assertThat(plan.lines())
                    .containsExactly(
                            "Team: on-call primary (S1)",
                            "  create  Sun 17 Jan 2027 12:00 - Tue 26 Jan 2027 12:00  Pana",
                            "  create  Tue 26 Jan 2027 12:00 - Tue 2 Feb 2027 12:00  Pcy",
                            "  change  Tue 5 Jan 2027 12:00 - Tue 12 Jan 2027 12:00  Pana  to  Tue 5 Jan 2027 12:00 - Tue"
                                    + " 12 Jan 2027 12:00  Pcy",
                            "  change  Tue 12 Jan 2027 12:00 - Tue 19 Jan 2027 12:00  Pbo  to  Tue 12 Jan 2027 12:00 - Sun"
                                    + " 17 Jan 2027 12:00  Pbo",
                            "  delete  Tue 19 Jan 2027 12:00 - Tue 2 Feb 2027 12:00  Pcy",
                            "Team: on-call secondary (S2)",
                            "  change  Tue 12 Jan 2027 12:00 - Sun 17 Jan 2027 12:00  Pcy  to  Tue 12 Jan 2027 12:00 - Tue"
                                    + " 19 Jan 2027 12:00  Pcy",
                            "  delete  Sun 17 Jan 2027 12:00 - Tue 19 Jan 2027 12:00  PBOSS",
                            "2 to create, 3 to change, 2 to delete.");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_inTheMiddleOfAShift_leavesThePastAsItWas(Version version) throws PushException {
        write(version, first().rota());
        TierPlan primary = plans(first().rota()).getFirst();
        clock.instant = Instant.parse("2027-01-07T08:30:00.5Z");
        SortedMap<Instant, String> past = Timeline.between(
                shown(version, primary),
                primary.period().start(),
                clock.instant().minusSeconds(1));

        write(version, second().rota());

        assertShows(version, second().rota());
        assertThat(Timeline.between(
                        shown(version, primary),
                        primary.period().start(),
                        clock.instant().minusSeconds(1)))
                .isEqualTo(past);
        clock.instant = clock.instant().plusSeconds(3600);
        assertThat(write(version, second().rota())).isZero();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_cutOffAtAnyRequest_isEndedByTheNext(Version version) throws PushException {
        for (FakePagerDuty.Fault fault : FakePagerDuty.Fault.values()) {
            boolean whole = false;
            for (int cut = 1; !whole; cut++) {
                server.schedules.clear();
                server.faultFrom = Integer.MAX_VALUE;
                write(version, first().rota());
                server.fault = fault;
                server.faultFrom = server.requests + cut;
                int cutAt = cut;
                whole = true;
                try {
                    write(version, second().rota());
                } catch (PushException e) {
                    whole = false;
                    assertThat(e).hasMessageContaining("goes on from where it stopped");
                }
                server.faultFrom = Integer.MAX_VALUE;
                write(version, second().rota());

                assertShows(version, second().rota());
                assertThat(write(version, second().rota()))
                        .as("after a cut at %d", cutAt)
                        .isZero();
                assertThat(cut).isLessThan(100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_oneAnswerLost_isEndedByItself(Version version) throws PushException {
        for (FakePagerDuty.Fault fault : FakePagerDuty.Fault.values()) {
            for (int cut = 1; cut < 12; cut++) {
                server.schedules.clear();
                server.fault = fault;
                server.faultFrom = server.requests + cut;
                server.faultTo = server.faultFrom + 1;

                write(version, first().rota());

                assertShows(version, first().rota());
                assertThat(server.schedules).hasSize(2);
                assertThat(write(version, first().rota())).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_betweenTwoWrites_nobodyIsEverMissing(Version version) throws PushException {
        write(version, first().rota());
        clock.instant = Instant.parse("2027-01-07T08:30:00Z");
        List<TierPlan> plans = plans(second().rota());
        List<String> missing = new ArrayList<>();
        server.afterWrite = () -> {
            for (TierPlan plan : plans) {
                SortedMap<Instant, String> shown = Timeline.between(
                        shown(version, plan), clock.instant(), plan.period().end());
                if (shown.headMap(plan.period().end()).containsValue("")) {
                    missing.add(plan.name() + " " + shown);
                }
            }
        };

        write(version, second().rota());

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_ofTheFollowingPeriod_leavesTheOneBefore(Version version) throws PushException {
        Rota before = first().rota();
        Rota following = Draft.of(problem("Ana", "Bo", "Cy").period("2027-02-02", "2027-02-16"))
                .put("Bo", "primary", "2027-02-02", 7)
                .put("Ana", "primary", "2027-02-09", 7)
                .put("Cy", "secondary", "2027-02-02", 14)
                .rota();
        write(version, before);

        write(version, following);

        assertShows(version, before);
        assertShows(version, following);
        assertThat(write(version, before)).isZero();
        assertThat(write(version, following)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void push_randomRotas_areShownAlsoAfterTheyChange(Version version) throws PushException {
        for (long seed = 0; seed < 12; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            clock.instant = problem.schedules().getFirst().planned().isEmpty()
                    ? clock.instant
                    : problem.schedules()
                            .getFirst()
                            .planned()
                            .getFirst()
                            .span()
                            .start()
                            .plusSeconds(seed * 4_000);
            server.schedules.clear();
            Rota one = RandomProblems.rota(problem, seed);
            Rota other = RandomProblems.rota(problem, seed + 1000);

            write(version, one);
            assertShows(version, one);
            clock.instant = clock.instant().plusSeconds(7_000);
            write(version, other);

            assertShows(version, other);
            assertThat(write(version, other)).as("seed %d", seed).isZero();
        }
    }

    @Test
    void v3_afterTheEnd_theFallbackIsCalledForFourWeeks() throws PushException {
        write(Version.V3, first().rota());

        assertThat(Timeline.at(server.rendered3(PRIMARY), Instant.parse("2027-03-02T11:59:59Z")))
                .isEqualTo("PBOSS");
        assertThat(Timeline.at(server.rendered3(PRIMARY), Instant.parse("2027-03-02T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void v2_anotherFallback_isSetInTheSameLayer() throws PushException {
        write(Version.V2, first().rota());
        List<TierPlan> plans = TierPlan.of(first().rota(), member -> "P" + member, "PCHIEF");
        PagerDutyPush push = push(Version.V2);

        PushPlan plan = push.plan(plans);
        push.apply(plans, plan);

        assertThat(plan.lines()).contains("  change  fallback to PCHIEF");
        assertThat(push.plan(plans).isEmpty()).isTrue();
        assertThat(Timeline.at(
                        server.rendered2(PRIMARY, Instant.parse("2030-01-01T00:00:00Z")),
                        Instant.parse("2029-01-01T00:00:00Z")))
                .isEqualTo("PCHIEF");
    }

    @Test
    void tooManyRequests_waitsAsLongAsTheServerSays() throws PushException {
        server.statuses.addAll(List.of(429, 200, 429));
        server.faultHeaders.put("ratelimit-reset", "17");

        write(Version.V3, first().rota());

        assertThat(slept).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(17));
        assertShows(Version.V3, first().rota());
    }

    @Test
    void tooManyRequests_retryAfterComesFirstAndIsBounded() throws PushException {
        server.statuses.add(429);
        server.faultHeaders.put("ratelimit-reset", "17");
        server.faultHeaders.put("Retry-After", "86400");

        push(Version.V3).plan(plans(first().rota()));

        assertThat(slept).containsExactly(Duration.ofMinutes(2));
    }

    @Test
    void tooManyRequests_forEver_isGivenUpWithAWayOut() {
        for (int i = 0; i < 50; i++) {
            server.statuses.add(429);
        }

        assertThatExceptionOfType(PushException.class)
                .isThrownBy(() -> push(Version.V3).plan(plans(first().rota())))
                .withMessageContaining("asked to wait 11 times");
        assertThat(slept).hasSize(ApiClient.MOST_WAITS);
    }

    @Test
    void serverErrors_areTriedAgainWithGrowingPauses() {
        server.statuses.addAll(List.of(500, 502, 503));

        assertThatNoException().isThrownBy(() -> push(Version.V3).plan(plans(first().rota())));
        assertThat(slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void serverErrors_forEver_areGivenUp() {
        for (int i = 0; i < 50; i++) {
            server.statuses.add(503);
        }

        assertThatExceptionOfType(PushException.class)
                .isThrownBy(() -> push(Version.V3).plan(plans(first().rota())))
                .withMessageContaining("answered 503 to GET /v3/schedules");
        assertThat(server.requests).isEqualTo(ApiClient.TRIES);
    }

    @Test
    void wrongToken_isSaidWithoutTheToken() {
        PagerDutyPush push = new PagerDutyPush(Version.V3, server.base(), "other-token", clock, slept::add);

        assertThatExceptionOfType(PushException.class)
                .isThrownBy(() -> push.plan(plans(first().rota())))
                .withMessageContaining("401")
                .withMessageContaining("token is wrong")
                .withMessageNotContaining("other-token");
    }

    @Test
    void unknownUser_isSaidAndTheRestCanBePushedLater() {
        List<TierPlan> plans = TierPlan.of(first().rota(), member -> member, "PBOSS");

        for (Version version : Version.values()) {
            PagerDutyPush push = push(version);
            assertThatExceptionOfType(PushException.class)
                    .isThrownBy(() -> push.apply(plans, push.plan(plans)))
                    .withMessageContaining("no such user");
        }
    }

    @Test
    void aScheduleOfThatName_thatIsNotOurs_isLeftAlone() throws PushException {
        write(Version.V3, first().rota());
        server.byName(PRIMARY).body.put("description", "Made by hand");

        assertThatExceptionOfType(PushException.class)
                .isThrownBy(() -> push(Version.V3).plan(plans(second().rota())))
                .withMessageContaining("is not ours");
    }

    @Test
    void twoSchedulesOfThatName_areSaid() throws PushException {
        write(Version.V3, first().rota());
        FakePagerDuty.Schedule copy = new FakePagerDuty.Schedule("S99", server.byName(PRIMARY).body);
        server.schedules.put("S99", copy);

        assertThatExceptionOfType(PushException.class)
                .isThrownBy(() -> push(Version.V3).plan(plans(first().rota())))
                .withMessageContaining("S1, S99");
    }
}
