package org.oncall.rota.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.domain.TimeWindow;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class PayTest {
    /** The public scheme of 2023-24: 29.20 for 8 hours, 3.66 for each two begun after them, no more than 24, twice on holidays. */
    private static final Rate PUBLIC = new Rate.Blocks(
            Duration.ofHours(8),
            new BigDecimal("29.20"),
            Duration.ofHours(2),
            new BigDecimal("3.66"),
            Duration.ofHours(24));

    private static final PayRules BY_BLOCKS = rules(List.of(), List.of(rule("standby", PUBLIC)), null);

    private static PayRule rule(String name, Rate rate, DayKind... kinds) {
        return new PayRule(
                name,
                Set.of(),
                Set.of(),
                Set.of(kinds),
                List.of(TimeWindow.WHOLE_DAY),
                Set.of(),
                Set.of(),
                rate,
                BigDecimal.TWO);
    }

    private static PayRule hours(PayRule rule, String from, String to) {
        return new PayRule(
                rule.name(),
                rule.dates(),
                rule.weekdays(),
                rule.kinds(),
                List.of(new TimeWindow(LocalTime.parse(from), LocalTime.parse(to))),
                rule.rotations(),
                rule.tiers(),
                rule.rate(),
                rule.holidayTimes());
    }

    private static PayRule on(String date, PayRule rule) {
        return new PayRule(
                rule.name(),
                Set.of(LocalDate.parse(date)),
                Set.of(),
                Set.of(),
                rule.windows(),
                rule.rotations(),
                rule.tiers(),
                rule.rate(),
                BigDecimal.ONE);
    }

    private static Rate perHour(String amount) {
        return new Rate.PerHour(new BigDecimal(amount));
    }

    private static PayRules rules(List<PayRule> oneOff, List<PayRule> weekly, String base) {
        return new PayRules(
                "GBP",
                PayRules.Together.ONCE,
                null,
                Set.of(DayKind.WORKING_DAY),
                oneOff,
                weekly,
                base == null ? null : rule("base", perHour(base)));
    }

    private static ProblemBuilder problem(String from, String to) {
        return ProblemBuilder.problem("Ana", "Bo", "Cy").holidays("GB-ENG").period(from, to);
    }

    private static PayReport.MemberPay ana(Draft draft, PayRules rules) {
        return Pay.of(draft.rota(), rules).members().getFirst();
    }

    private static String kinds(PayReport.MemberPay member) {
        return member.hours().entrySet().stream()
                .map(hours -> hours.getKey() + " " + hours.getValue().toString().substring(2))
                .collect(Collectors.joining(", "));
    }

    private static String rows(PayReport.MemberPay member) {
        return member.rows().stream()
                .map(row -> row.kind() + " " + row.rule() + " "
                        + row.time().toString().substring(2) + " x" + row.count() + " " + row.amount())
                .collect(Collectors.joining("; "));
    }

    private static Draft oneDay(String date, String... windows) {
        return Draft.of(problem(date, LocalDate.parse(date).plusDays(1).toString())
                        .rotation(RotationBuilder.rotation("on-call")
                                .tiers("primary")
                                .handover(DayOfWeek.TUESDAY, "00:00")
                                .everyDay(windows)))
                .put("Ana", "primary", date, 1);
    }

    @Test
    void publicScheme_seventeenHours_payFortySevenPoundsFifty() {
        assertThat(ana(oneDay("2027-01-06", "00:00-17:00"), BY_BLOCKS).total()).isEqualByComparingTo("47.50");
    }

    @Test
    void publicScheme_upToEightHours_payTheFirstBlock() {
        assertThat(ana(oneDay("2027-01-06", "09:00-10:00"), BY_BLOCKS).total()).isEqualByComparingTo("29.20");
        assertThat(ana(oneDay("2027-01-06", "09:00-17:00"), BY_BLOCKS).total()).isEqualByComparingTo("29.20");
    }

    @Test
    void publicScheme_eightHoursAndAMinute_payABlockMore() {
        assertThat(ana(oneDay("2027-01-06", "09:00-17:01"), BY_BLOCKS).total()).isEqualByComparingTo("32.86");
    }

    @Test
    void publicScheme_aWholeDay_paysEightBlocksMoreWhateverItsLength() {
        assertThat(ana(oneDay("2027-01-06", "00:00-00:00"), BY_BLOCKS).total()).isEqualByComparingTo("58.48");
        assertThat(ana(oneDay("2027-10-31", "00:00-00:00"), BY_BLOCKS).total()).isEqualByComparingTo("58.48");
        assertThat(ana(oneDay("2027-03-28", "00:00-00:00"), BY_BLOCKS).total()).isEqualByComparingTo("58.48");
    }

    @Test
    void publicScheme_onABankHoliday_paysTwice() {
        assertThat(ana(oneDay("2027-12-27", "00:00-17:00"), BY_BLOCKS).total()).isEqualByComparingTo("95.00");
    }

    @Test
    void publicScheme_christmasDayItselfWithASubstitute_paysOnce() {
        assertThat(ana(oneDay("2027-12-25", "00:00-17:00"), BY_BLOCKS).total()).isEqualByComparingTo("47.50");
    }

    @Test
    void publicScheme_blocksThatTouchABankHoliday_payTwice() {
        // From midday on 26 December to 5 in the morning: the first block to 20:00, then 20, 22 (once), 0, 2, 4
        // (twice).
        Draft draft = Draft.of(problem("2027-12-26", "2027-12-27")
                        .rotation(RotationBuilder.rotation("on-call")
                                .tiers("primary")
                                .everyDay("12:00-05:00")))
                .put("Ana", "primary", "2027-12-26", 1);

        PayReport.MemberPay ana = ana(draft, BY_BLOCKS);

        assertThat(ana.total()).isEqualByComparingTo("58.48");
        assertThat(rows(ana)).isEqualTo("WEEKEND standby 12H x3 36.52; BANK_HOLIDAY standby 5H x3 21.96");
    }

    @Test
    void publicScheme_aBlockAcrossMidnightIntoABankHoliday_paysTwiceAsAWhole() {
        // 16:00 to midnight once, then 0 to 2 twice; an hour later the first block touches the holiday.
        assertThat(ana(around("2027-12-26", "16:00-02:00"), BY_BLOCKS).total()).isEqualByComparingTo("36.52");
        assertThat(ana(around("2027-12-26", "17:00-03:00"), BY_BLOCKS).total()).isEqualByComparingTo("65.72");
    }

    private static Draft around(String date, String window) {
        return Draft.of(problem(date, LocalDate.parse(date).plusDays(1).toString())
                        .rotation(RotationBuilder.rotation("on-call")
                                .tiers("primary")
                                .weekends(window)
                                .holidays()
                                .workingDays()))
                .put("Ana", "primary", date, 1);
    }

    private static Draft week(String from) {
        return Draft.of(problem(from, LocalDate.parse(from).plusDays(7).toString()))
                .put("Ana", "primary", from, 7);
    }

    @Test
    void hours_anOrdinaryWeek_areOneHundredAndSixtyEight() {
        assertThat(kinds(ana(week("2027-01-05"), BY_BLOCKS))).isEqualTo("WORKING_DAY 120H, WEEKEND 48H");
    }

    @Test
    void hours_theWeekInWhichClocksGoForward_areOneHundredAndSixtySeven() {
        PayReport.MemberPay ana = ana(week("2026-03-24"), rules(List.of(), List.of(), "3.00"));

        assertThat(ana.time()).isEqualTo(Duration.ofHours(167));
        assertThat(kinds(ana)).isEqualTo("WORKING_DAY 120H, WEEKEND 47H");
        assertThat(ana.total()).isEqualByComparingTo("501.00");
    }

    @Test
    void hours_theWeekInWhichClocksGoBack_areOneHundredAndSixtyNine() {
        PayReport.MemberPay ana = ana(week("2026-10-20"), rules(List.of(), List.of(), "3.00"));

        assertThat(ana.time()).isEqualTo(Duration.ofHours(169));
        assertThat(kinds(ana)).isEqualTo("WORKING_DAY 120H, WEEKEND 49H");
        assertThat(ana.total()).isEqualByComparingTo("507.00");
    }

    @Test
    void hours_ofTheHourThatIsRepeated_areTwo_andOfTheSkippedOneNone() {
        PayRules night =
                rules(List.of(), List.of(hours(rule("small hours", perHour("10.00")), "01:00", "02:00")), null);

        assertThat(ana(week("2026-10-20"), night).total()).isEqualByComparingTo("80.00");
        assertThat(ana(week("2026-03-24"), night).total()).isEqualByComparingTo("60.00");
    }

    @Test
    void hours_christmasOnASaturday_countOnTheSubstituteDays() {
        // Tuesday 21 to Tuesday 28 December 2027, midday: 25 and 26 are a weekend, 27 and half of 28 bank holidays.
        assertThat(kinds(ana(week("2027-12-21"), BY_BLOCKS)))
                .isEqualTo("WORKING_DAY 84H, WEEKEND 48H, BANK_HOLIDAY 36H");
    }

    @Test
    void hours_aShiftOverNewYear_countTheFirstOfJanuary() {
        // New Year's Day 2027 is a Friday; 28 December 2026 stands in for Boxing Day and lies before the shift.
        assertThat(kinds(ana(week("2026-12-29"), BY_BLOCKS)))
                .isEqualTo("WORKING_DAY 96H, WEEKEND 48H, BANK_HOLIDAY 24H");
    }

    @Test
    void hours_newYearsDayWithASubstitute_countOnTheThird() {
        assertThat(kinds(ana(week("2027-12-28"), BY_BLOCKS)))
                .isEqualTo("WORKING_DAY 84H, WEEKEND 48H, BANK_HOLIDAY 36H");
    }

    @Test
    void hours_coverageWindows_areSeventyInAWeekAndSevenMoreWithABankHoliday() {
        RotationBuilder windows = RotationBuilder.rotation("on-call")
                .tiers("primary")
                .handover(DayOfWeek.TUESDAY, "07:00")
                .workingDays("07:00-09:00", "16:00-22:00")
                .weekends("07:00-22:00")
                .holidays("07:00-22:00");

        assertThat(kinds(ana(
                        Draft.of(problem("2027-01-05", "2027-01-12").rotation(windows))
                                .put("Ana", "primary", "2027-01-05", 7),
                        BY_BLOCKS)))
                .isEqualTo("WORKING_DAY 40H, WEEKEND 30H");
        assertThat(kinds(ana(
                        Draft.of(problem("2027-05-25", "2027-06-01").rotation(windows))
                                .put("Ana", "primary", "2027-05-25", 7),
                        BY_BLOCKS)))
                .isEqualTo("WORKING_DAY 32H, WEEKEND 30H, BANK_HOLIDAY 15H");
    }

    private static PayRules each(PayRules rules) {
        return new PayRules(
                rules.currency(),
                PayRules.Together.EACH,
                rules.night(),
                rules.nightOn(),
                rules.oneOff(),
                rules.weekly(),
                rules.base());
    }

    /** Ana in both tiers of one rotation, and from 12 to 18 in another, of office hours, that comes first. */
    private static Draft three(String lastTier) {
        return Draft.of(problem("2027-01-06", "2027-01-07")
                        .rotation(RotationBuilder.rotation("first-line")
                                .inHours()
                                .tiers("desk")
                                .handover(DayOfWeek.TUESDAY, "00:00")
                                .everyDay("12:00-18:00"))
                        .rotation(RotationBuilder.rotation("on-call")
                                .tiers("primary", "secondary")
                                .handover(DayOfWeek.TUESDAY, "00:00")
                                .everyDay("07:00-09:00", "16:00-22:00")))
                .put("Ana", "first-line", "desk", "2027-01-06", 1)
                .put("Ana", "on-call", "primary", "2027-01-06", 1)
                .put("Ana", "on-call", lastTier, "2027-01-06", 1);
    }

    @Test
    void twoTiersAtOnce_areOneDutyUnlessTheRulesSayOtherwise() {
        PayRules base = rules(List.of(), List.of(), "1.00");
        // 8 hours on call, and of the desk what lies before 16:00.
        assertThat(ana(three("primary"), base).total()).isEqualByComparingTo("12.00");
        assertThat(ana(three("secondary"), base).total()).isEqualByComparingTo("12.00");
        assertThat(kinds(ana(three("secondary"), base))).isEqualTo("WORKING_DAY 12H");
        assertThat(ana(three("secondary"), each(base)).total()).isEqualByComparingTo("22.00");
    }

    @Test
    void twoTiersAtOnce_payOneDayShiftOrBlock() {
        PayRules days = rules(List.of(), List.of(rule("day", new Rate.PerDay(new BigDecimal("30")))), null);
        PayRules shifts = rules(List.of(), List.of(rule("shift", new Rate.PerShift(new BigDecimal("30")))), null);
        assertThat(ana(three("secondary"), days).total()).isEqualByComparingTo("60");
        assertThat(ana(three("secondary"), each(days)).total()).isEqualByComparingTo("90");
        assertThat(ana(three("secondary"), shifts).total()).isEqualByComparingTo("60");
        assertThat(ana(three("secondary"), each(shifts)).total()).isEqualByComparingTo("90");
        assertThat(ana(three("secondary"), BY_BLOCKS).total()).isEqualByComparingTo("58.40");
        assertThat(ana(three("secondary"), each(BY_BLOCKS)).total()).isEqualByComparingTo("87.60");
    }

    @Test
    void hours_ofTheNight_countWhereTheRulesSaySo() {
        PayRules nights = new PayRules(
                "GBP",
                PayRules.Together.ONCE,
                new TimeWindow(LocalTime.parse("23:00"), LocalTime.parse("07:00")),
                Set.of(DayKind.WORKING_DAY),
                List.of(),
                List.of(),
                rule("base", perHour("1.00")));

        // An hour of Tuesday, 8 of Wednesday, Thursday, Friday and Monday, 7 of the Tuesday after: dates that are
        // working days.
        assertThat(kinds(ana(week("2027-01-05"), nights))).isEqualTo("WORKING_DAY 80H, WEEKEND 48H, NIGHT 40H");
    }

    @Test
    void rules_firstThatMatches_wins() {
        PayRules rules = rules(
                List.of(),
                List.of(
                        hours(rule("evening", perHour("2.00")), "18:00", "00:00"),
                        rule("weekend", perHour("3.00"), DayKind.WEEKEND)),
                "1.00");

        PayReport.MemberPay ana = ana(week("2027-01-05"), rules);

        assertThat(rows(ana))
                .isEqualTo("WORKING_DAY evening 30H x0 60.00; WORKING_DAY base 90H x0 90.00;"
                        + " WEEKEND evening 12H x0 24.00; WEEKEND weekend 36H x0 108.00");
        assertThat(ana.total()).isEqualByComparingTo("282.00");
    }

    @Test
    void rules_forSingleDates_beatWeeklyOnes_andArePaidAsTheySay() {
        PayRules rules = rules(
                List.of(on("2027-12-27", rule("Christmas", perHour("7.00")))),
                List.of(rule("always", perHour("1.00"))),
                null);

        // 27 December is paid by its own rule and not doubled; the 12 hours of the 28th are.
        assertThat(rows(ana(week("2027-12-21"), rules)))
                .isEqualTo("WORKING_DAY always 84H x0 84.00; WEEKEND always 48H x0 48.00;"
                        + " BANK_HOLIDAY Christmas 24H x0 168.00; BANK_HOLIDAY always 12H x0 24.00");
    }

    @Test
    void rules_momentsThatNoneMatches_areShownUnpaid() {
        PayRules rules = rules(List.of(), List.of(rule("weekend", perHour("3.00"), DayKind.WEEKEND)), null);

        assertThat(rows(ana(week("2027-01-05"), rules)))
                .isEqualTo("WORKING_DAY  120H x0 0.00; WEEKEND weekend 48H x0 144.00");
    }

    @Test
    void rules_perDay_payTheKindOnWhichAnOnCallDayBegins() {
        PayRules rules = rules(
                List.of(),
                List.of(
                        rule("weekend", new Rate.PerDay(new BigDecimal("40.00")), DayKind.WEEKEND),
                        rule("other", new Rate.PerDay(new BigDecimal("25.00")))),
                null);

        assertThat(ana(week("2027-01-05"), rules).total()).isEqualByComparingTo("205.00");
    }

    @Test
    void rules_perShift_payAShiftOnce() {
        PayRules rules = rules(List.of(), List.of(rule("week", new Rate.PerShift(new BigDecimal("500.00")))), null);

        PayReport.MemberPay ana = ana(week("2027-01-05"), rules);

        assertThat(ana.total()).isEqualByComparingTo("500.00");
        assertThat(ana.time()).isEqualTo(Duration.ofHours(168));
    }

    @Test
    void rules_ofOneTier_payThatTierAlone() {
        PayRule primary = new PayRule(
                "primary",
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(TimeWindow.WHOLE_DAY),
                Set.of(new RotationId("on-call")),
                Set.of(new TierId("primary")),
                perHour("2.00"),
                BigDecimal.ONE);
        Draft draft = week("2027-01-05").put("Bo", "secondary", "2027-01-05", 7);

        PayReport report = Pay.of(draft.rota(), rules(List.of(), List.of(primary), "0.50"));

        assertThat(report.members().stream().map(PayReport.MemberPay::total))
                .containsExactly(new BigDecimal("336.00"), new BigDecimal("84.00"), new BigDecimal("0.00"));
        assertThat(report.total()).isEqualByComparingTo("420.00");
    }

    @Test
    void amounts_halfAPenny_isRoundedUpOnceForARow() {
        // 23 hours at 0.015 are 0.345, where hour by hour would give 0.46.
        assertThat(ana(oneDay("2027-01-06", "00:00-23:00"), rules(List.of(), List.of(), "0.015"))
                        .total())
                .isEqualTo(new BigDecimal("0.35"));
    }

    @Test
    void property_hoursByKind_addUpToTheCoveredHours_andRowsToTotals() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 60; i++) {
            Draft draft = randomDraft(random);
            PayRules once = randomRules(random);
            PayRules rules = i % 2 == 0 ? once : each(once);
            PayReport report = Pay.of(draft.rota(), rules);

            Map<MemberId, Duration> covered = covered(draft.rota(), rules.together());
            for (PayReport.MemberPay member : report.members()) {
                assertThat(member.time()).isEqualTo(covered.getOrDefault(member.member(), Duration.ZERO));
                assertThat(member.rows().stream().map(PayReport.Row::time).reduce(Duration.ZERO, Duration::plus))
                        .isEqualTo(member.time());
                assertThat(member.rows().stream().map(PayReport.Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(member.total());
            }
            assertThat(report.members().stream()
                            .map(PayReport.MemberPay::total)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(report.total());
        }
    }

    @Test
    void property_paidByTheHour_itDoesNotMatterHowAStintIsCutIntoShifts() {
        PayRules rules = rules(
                List.of(on("2027-12-28", hours(rule("substitute", perHour("5.0007")), "03:20", "19:45"))),
                List.of(
                        hours(rule("evening", perHour("2.1234")), "18:30", "01:15"),
                        rule("weekend", perHour("3.3333"), DayKind.WEEKEND)),
                "1.0001");
        SplittableRandom random = new SplittableRandom(11);
        PayReport.MemberPay whole = ana(cutAt("00:00"), rules);
        for (int i = 0; i < 10; i++) {
            String time = "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
            Draft other = cutAt(time);

            assertThat(rows(ana(other, rules))).as(time).isEqualTo(rows(whole));
        }
    }

    /** Ana over Christmas 2027, with cover from 25 to 28 December only, so that she holds the same hours whatever the handover. */
    private static Draft cutAt(String time) {
        return Draft.of(problem("2027-12-19", "2028-01-03")
                        .rotation(RotationBuilder.rotation("on-call")
                                .tiers("primary")
                                .handover(DayOfWeek.TUESDAY, time)
                                .workingDays()
                                .weekends("00:00-00:00")
                                .holidays("00:00-00:00")
                                .festiveLongest(7)))
                .put("Ana", "primary", "2027-12-21", 9);
    }

    /** The tiers of the one rotation have the same hours. */
    private static Map<MemberId, Duration> covered(Rota rota, PayRules.Together together) {
        Map<MemberId, Duration> result = new HashMap<>();
        Map<MemberId, Set<LocalDate>> held = new HashMap<>();
        RotaProblem problem = rota.problem();
        problem.schedules()
                .forEach(schedule -> schedule.rotation().tiers().forEach(tier -> {
                    for (OnCallDay day : schedule.planned()) {
                        MemberId holder =
                                rota.holder(new Slot(schedule.rotation().id(), tier.id(), day.date()));
                        if (holder != null
                                && (held.computeIfAbsent(holder, key -> new HashSet<>())
                                                .add(day.date())
                                        || together == PayRules.Together.EACH)) {
                            day.coverage().forEach(piece -> result.merge(holder, piece.duration(), Duration::plus));
                        }
                    }
                }));
        return result;
    }

    private static Draft randomDraft(SplittableRandom random) {
        List<String> starts = List.of("2026-03-20", "2026-10-19", "2026-12-20", "2027-12-20", "2027-05-28");
        LocalDate from =
                LocalDate.parse(starts.get(random.nextInt(starts.size()))).plusDays(random.nextInt(5));
        RotationBuilder rotation = RotationBuilder.rotation("on-call")
                .handover(DayOfWeek.TUESDAY, "%02d:00".formatted(random.nextInt(24)));
        if (random.nextBoolean()) {
            rotation.workingDays("07:00-09:00", "16:00-22:00")
                    .weekends("22:30-06:15")
                    .holidays("00:00-00:00");
        }
        Draft draft = Draft.of(problem(from.toString(), from.plusDays(14).toString())
                .zone(random.nextBoolean() ? "Europe/London" : "Australia/Lord_Howe")
                .rotation(rotation));
        Map<Slot, MemberId> holders = new HashMap<>();
        for (Slot slot : draft.rota().problem().slots()) {
            int who = random.nextInt(4);
            if (who < 3) {
                holders.put(slot, MemberBuilder.id(List.of("Ana", "Bo", "Cy").get(who)));
            }
        }
        holders.forEach((slot, member) ->
                draft.put(member.value(), slot.tier().value(), slot.date().toString(), 1));
        return draft;
    }

    private static PayRules randomRules(SplittableRandom random) {
        List<Rate> rates = List.of(
                perHour("1.2345"),
                new Rate.PerDay(new BigDecimal("21.07")),
                new Rate.PerShift(new BigDecimal("99.99")),
                PUBLIC);
        List<PayRule> weekly = Stream.of("a", "b", "c")
                .map(name -> hours(
                        rule(name, rates.get(random.nextInt(rates.size())), DayKind.values()[random.nextInt(3)]),
                        "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)),
                        "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60))))
                .toList();
        return new PayRules(
                "GBP",
                PayRules.Together.ONCE,
                random.nextBoolean() ? new TimeWindow(LocalTime.parse("23:10"), LocalTime.parse("06:50")) : null,
                Set.of(DayKind.WORKING_DAY, DayKind.WEEKEND),
                List.of(),
                weekly,
                random.nextBoolean() ? rule("base", perHour("0.777")) : null);
    }
}
