package org.oncall.rota.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.TimeWindow;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;

/** Wednesday 6 January 2027 lies in Ana's week on the first line; Bo has the second, and Cy is on call in neither. */
class ToilTest {
    private static final ToilPolicy POLICY = new ToilPolicy(
            new BigDecimal("0.25"),
            new BigDecimal("0.5"),
            new BigDecimal("0.25"),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(7),
            Duration.ofHours(11),
            List.of(new TimeWindow(LocalTime.parse("10:00"), LocalTime.parse("18:00"))));

    private static final Draft DRAFT = Draft.of(ProblemBuilder.problem("Ana", "Bo")
                    .member(MemberBuilder.member("Cy"))
                    .member(MemberBuilder.member("Di").leave("2027-01-07", "2027-01-07"))
                    .holidays("GB-ENG")
                    .period("2026-12-22", "2027-04-06"))
            .put("Ana", "primary", "2027-01-05", 7)
            .put("Bo", "secondary", "2027-01-05", 7);

    private static CallOut awake(String member, String at, String until) {
        return new CallOut(MemberBuilder.id(member), instant(at), false, instant(until), "");
    }

    private static CallOut woken(String member, String at, String until) {
        return new CallOut(MemberBuilder.id(member), instant(at), true, instant(until), "");
    }

    /** In winter, when London has no offset. */
    private static Instant instant(String text) {
        return Instant.parse(text + ":00Z");
    }

    private static ToilReport.MemberToil of(CallOut... log) {
        return Toil.of(DRAFT.rota(), List.of(log), POLICY).members().getFirst();
    }

    @Test
    void awake_anAlert_isAQuarterOfADay() {
        ToilReport.MemberToil ana = of(awake("Ana", "2027-01-06T20:00", "2027-01-06T20:20"));

        assertThat(ana.days()).isEqualByComparingTo("0.25");
        assertThat(ana.time()).isEqualTo(Duration.ofMinutes(105));
        assertThat(ana.claims().getFirst().sentence())
                .isEqualTo("Ana was alerted at 20:00 on 6 January 2027, while awake: 0.25 days (1 h 45 min).");
        assertThat(ana.claims().getFirst().lateStart()).isFalse();
    }

    @Test
    void woken_anAlert_isHalfADay() {
        ToilReport.MemberToil ana = of(woken("Ana", "2027-01-06T02:00", "2027-01-06T02:20"));

        assertThat(ana.days()).isEqualByComparingTo("0.5");
        assertThat(ana.time()).isEqualTo(Duration.ofMinutes(210));
    }

    @Test
    void work_upToAnHour_addsNothing() {
        assertThat(of(woken("Ana", "2027-01-06T02:00", "2027-01-06T03:00")).days())
                .isEqualByComparingTo("0.5");
        assertThat(of(awake("Ana", "2027-01-06T20:00", "2027-01-06T21:00")).days())
                .isEqualByComparingTo("0.25");
    }

    @Test
    void work_ofMoreThanAnHour_addsAQuarterForEachHourBegun() {
        assertThat(of(awake("Ana", "2027-01-06T20:00", "2027-01-06T21:01")).days())
                .isEqualByComparingTo("0.5");
        assertThat(of(awake("Ana", "2027-01-06T20:00", "2027-01-06T22:00")).days())
                .isEqualByComparingTo("0.5");
        assertThat(of(woken("Ana", "2027-01-06T02:00", "2027-01-06T05:00")).days())
                .isEqualByComparingTo("1");
        assertThat(of(woken("Ana", "2027-01-06T02:00", "2027-01-06T05:00"))
                        .claims()
                        .getFirst()
                        .sentence())
                .isEqualTo("Ana was alerted at 02:00 on 6 January 2027, and woken: 0.5 days (3 h 30 min), and 0.5 days"
                        + " (3 h 30 min) for 3 h of work. They need not start work at the usual time, and may ask for"
                        + " somebody else to be on call for the next night.");
    }

    @Test
    void alerts_fourInTenMinutes_areAQuarterOfADayAndNotAWholeOne() {
        ToilReport.MemberToil ana = of(
                awake("Ana", "2027-01-06T20:00", "2027-01-06T20:00"),
                awake("Ana", "2027-01-06T20:03", "2027-01-06T20:03"),
                awake("Ana", "2027-01-06T20:07", "2027-01-06T20:07"),
                awake("Ana", "2027-01-06T20:10", "2027-01-06T20:30"));

        assertThat(ana.days()).isEqualByComparingTo("0.25");
        assertThat(ana.claims()).hasSize(1);
        assertThat(ana.claims().getFirst().alerts()).isEqualTo(4);
        assertThat(ana.claims().getFirst().sentence())
                .isEqualTo(
                        "Ana was alerted 4 times from 20:00 on 6 January 2027, while awake: 0.25 days (1 h 45 min) for"
                                + " all of them, as they came within 1 h of the first.");
    }

    @Test
    void alerts_anHourAfterTheFirst_areAClaimAgain() {
        CallOut first = awake("Ana", "2027-01-06T20:00", "2027-01-06T20:05");

        assertThat(of(first, awake("Ana", "2027-01-06T20:59", "2027-01-06T20:59"))
                        .claims())
                .hasSize(1);
        assertThat(of(first, awake("Ana", "2027-01-06T21:00", "2027-01-06T21:00"))
                        .days())
                .isEqualByComparingTo("0.5");
    }

    @Test
    void alerts_withinAnHourOfALaterOne_countFromTheFirst() {
        ToilReport.MemberToil ana = of(
                awake("Ana", "2027-01-06T20:00", "2027-01-06T20:05"),
                awake("Ana", "2027-01-06T20:50", "2027-01-06T20:55"),
                awake("Ana", "2027-01-06T21:10", "2027-01-06T21:15"));

        assertThat(ana.claims()).extracting(ToilReport.Claim::alerts).containsExactly(2, 1);
        assertThat(ana.days()).isEqualByComparingTo("0.5");
    }

    @Test
    void alerts_ofOneClaim_areWorthTheGravest_andNoMinuteOfWorkCountsTwice() {
        ToilReport.MemberToil ana = of(
                awake("Ana", "2027-01-06T23:00", "2027-01-07T00:00"),
                woken("Ana", "2027-01-06T23:30", "2027-01-07T00:00"));

        assertThat(ana.days()).isEqualByComparingTo("0.5");
        assertThat(ana.claims().getFirst().worked()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void work_thatGoesOnIntoAnotherClaim_countsInTheFirst() {
        ToilReport.MemberToil ana = of(
                awake("Ana", "2027-01-06T20:00", "2027-01-06T23:00"),
                awake("Ana", "2027-01-06T21:30", "2027-01-06T23:30"));

        assertThat(ana.claims())
                .extracting(ToilReport.Claim::worked)
                .containsExactly(Duration.ofHours(3), Duration.ofMinutes(30));
        assertThat(ana.days()).isEqualByComparingTo("1.0");
    }

    @Test
    void officeHours_anAlert_earnsNothing() {
        assertThat(of(awake("Ana", "2027-01-06T10:00", "2027-01-06T13:00")).days())
                .isEqualByComparingTo("0");
        assertThat(of(awake("Ana", "2027-01-06T17:59", "2027-01-06T18:10")).days())
                .isEqualByComparingTo("0");
        assertThat(of(awake("Ana", "2027-01-06T18:00", "2027-01-06T18:10")).days())
                .isEqualByComparingTo("0.25");
        assertThat(of(awake("Ana", "2027-01-06T17:30", "2027-01-06T17:40"))
                        .claims()
                        .getFirst()
                        .sentence())
                .isEqualTo("Ana was alerted at 17:30 on 6 January 2027, within office hours, which earns no time off.");
    }

    @Test
    void officeHours_anAlertInThem_doesNotSwallowOneAfterThem() {
        assertThat(of(
                                awake("Ana", "2027-01-06T17:50", "2027-01-06T17:55"),
                                awake("Ana", "2027-01-06T18:10", "2027-01-06T18:15"))
                        .days())
                .isEqualByComparingTo("0.25");
    }

    @Test
    void weekendsAndBankHolidays_haveNoOfficeHours() {
        assertThat(of(awake("Ana", "2027-01-09T12:00", "2027-01-09T12:10")).days())
                .isEqualByComparingTo("0.25");
        // 28 December 2026, a Monday, stands in for Boxing Day; 1 January is one itself.
        assertThat(of(awake("Ana", "2026-12-28T12:00", "2026-12-28T12:10")).days())
                .isEqualByComparingTo("0.25");
        assertThat(of(awake("Ana", "2027-01-01T12:00", "2027-01-01T12:10")).days())
                .isEqualByComparingTo("0.25");
        assertThat(of(awake("Ana", "2026-12-29T12:00", "2026-12-29T12:10")).days())
                .isEqualByComparingTo("0");
    }

    @Test
    void summer_officeHours_areLocal() {
        // The clocks go forward on 28 March 2027, so that 17:30 UTC is half past six.
        CallOut march = awake("Ana", "2027-03-30T17:30", "2027-03-30T17:40");

        assertThat(of(march).days()).isEqualByComparingTo("0.25");
    }

    @Test
    void secondLine_whoIsAlertedToo_claimsForThemselves() {
        ToilReport report = Toil.of(
                DRAFT.rota(),
                List.of(
                        woken("Bo", "2027-01-06T02:05", "2027-01-06T02:30"),
                        woken("Ana", "2027-01-06T02:00", "2027-01-06T02:30")),
                POLICY);

        assertThat(report.members()).extracting(ToilReport.MemberToil::name).containsExactly("Ana", "Bo");
        assertThat(report.members().get(1).days()).isEqualByComparingTo("0.5");
        assertThat(report.members().get(1).claims().getFirst().onCall()).isTrue();
    }

    @Test
    void somebodyNotOnCall_whoIsAlerted_mayClaim_andThatIsSaid() {
        ToilReport.MemberToil cy = of(awake("Cy", "2027-01-06T20:00", "2027-01-06T20:20"));

        assertThat(cy.days()).isEqualByComparingTo("0.25");
        assertThat(cy.claims().getFirst().onCall()).isFalse();
        assertThat(cy.claims().getFirst().sentence()).endsWith("The plan did not have them on call then.");
    }

    @Test
    void woken_onTheLastNight_needsNobodyForTheNext() {
        ToilReport.Claim last = of(woken("Ana", "2027-01-12T02:00", "2027-01-12T02:20"))
                .claims()
                .getFirst();
        ToilReport.Claim early = of(woken("Ana", "2027-01-07T02:00", "2027-01-07T02:20"))
                .claims()
                .getFirst();

        assertThat(early.lateStart()).isTrue();
        assertThat(early.relief()).isTrue();
        assertThat(last.lateStart()).isTrue();
        assertThat(last.relief()).isTrue(); // until midday of the 12th, which is in the 24 hours that follow
        assertThat(of(woken("Cy", "2027-01-07T02:00", "2027-01-07T02:20"))
                        .claims()
                        .getFirst()
                        .relief())
                .isFalse();
    }

    @Test
    void rest_brokenAtNight_owesWhatIsMissingUntilTheNextWork() {
        ToilReport.MemberToil ana = of(woken("Ana", "2027-01-07T02:00", "2027-01-07T03:00"));

        assertThat(ana.restOwed()).isEqualTo(Duration.ofHours(4));
        ToilReport.Rest rest = ana.rests().getFirst();
        assertThat(rest.notBefore()).isEqualTo(instant("2027-01-07T14:00"));
        assertThat(rest.onCallNext()).isTrue();
        assertThat(rest.sentence())
                .isEqualTo(
                        "Ana had 7 h of rest after 03:00 on 7 January 2027, until 10:00 on 7 January 2027, and is owed"
                                + " 4 h of compensatory rest, as a rest has 11 h. Maybe start at 14:00 or later, and let somebody"
                                + " else be on call for the next night.");
    }

    @Test
    void rest_ofElevenHours_isEnough_andAMinuteLessIsNot() {
        assertThat(of(awake("Ana", "2027-01-06T22:00", "2027-01-06T23:00")).rests())
                .isEmpty();
        assertThat(of(awake("Ana", "2027-01-06T22:00", "2027-01-06T23:01")).restOwed())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void rest_brokenAfterElevenHours_wasHad() {
        assertThat(of(woken("Ana", "2027-01-07T05:00", "2027-01-07T08:00")).rests())
                .isEmpty();
        assertThat(of(woken("Ana", "2027-01-07T04:59", "2027-01-07T08:00")).restOwed())
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void rest_brokenTwiceInANight_isOwedOnce() {
        ToilReport.MemberToil ana = of(
                woken("Ana", "2027-01-06T23:00", "2027-01-06T23:30"),
                woken("Ana", "2027-01-07T02:00", "2027-01-07T03:00"));

        assertThat(ana.days()).isEqualByComparingTo("1.0");
        assertThat(ana.rests()).hasSize(1);
        assertThat(ana.restOwed()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void rest_workIntoOfficeHours_leavesNone() {
        ToilReport.MemberToil ana = of(woken("Ana", "2027-01-07T03:00", "2027-01-07T11:00"));

        assertThat(ana.restOwed()).isEqualTo(Duration.ofHours(11));
        assertThat(ana.rests().getFirst().sentence())
                .startsWith("Ana had no rest after 10:00 on 7 January 2027, and is owed");
    }

    @Test
    void rest_atTheWeekend_isLongEnough() {
        assertThat(of(woken("Ana", "2027-01-09T02:00", "2027-01-09T04:00")).rests())
                .isEmpty();
        assertThat(of(woken("Ana", "2027-01-11T02:00", "2027-01-11T04:00")).rests())
                .isEmpty();
    }

    @Test
    void rest_brokenAgainAndAgainAtTheWeekend_isTooShort() {
        ToilReport.MemberToil ana = of(
                awake("Ana", "2027-01-09T09:00", "2027-01-09T10:30"),
                awake("Ana", "2027-01-09T16:00", "2027-01-09T17:00"),
                woken("Ana", "2027-01-10T01:00", "2027-01-10T02:00"),
                awake("Ana", "2027-01-10T11:00", "2027-01-10T12:00"));

        // From 10:30 on Saturday no eleven hours: 5:30, 8, 9 to the alert of Sunday.
        assertThat(ana.rests()).hasSize(1);
        assertThat(ana.restOwed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void rest_acrossAClockChange_isElapsedTime() {
        // From 23:00 to 10:00 by the clock, in the night to 28 March 2027: ten hours.
        ToilReport.MemberToil ana = of(
                awake("Ana", "2027-03-27T09:30", "2027-03-27T16:00"),
                awake("Ana", "2027-03-27T22:00", "2027-03-27T23:00"),
                awake("Ana", "2027-03-28T09:00", "2027-03-28T09:30"));

        assertThat(ana.rests()).hasSize(1);
        assertThat(ana.restOwed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void rest_beforeADayOfLeave_isLongEnough() {
        assertThat(of(woken("Di", "2027-01-07T02:00", "2027-01-07T04:00")).rests())
                .isEmpty();
        assertThat(of(woken("Di", "2027-01-06T02:00", "2027-01-06T04:00")).restOwed())
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void property_theOrderOfTheLog_doesNotMatter() {
        SplittableRandom random = new SplittableRandom(5);
        List<CallOut> log = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Instant at = instant("2027-01-05T12:00").plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
            log.add(new CallOut(
                    MemberBuilder.id(random.nextBoolean() ? "Ana" : "Bo"),
                    at,
                    random.nextBoolean(),
                    at.plus(Duration.ofMinutes(random.nextInt(200))),
                    "alert " + i));
        }
        ToilReport report = Toil.of(DRAFT.rota(), log, POLICY);

        for (int i = 0; i < 5; i++) {
            Collections.shuffle(log, new java.util.Random(i));
            assertThat(Toil.of(DRAFT.rota(), log, POLICY)).isEqualTo(report);
        }
        assertThat(report.members().stream()
                        .flatMap(member -> member.claims().stream())
                        .mapToInt(ToilReport.Claim::alerts)
                        .sum())
                .isEqualTo(60);
    }
}
