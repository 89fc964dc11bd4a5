package org.oncall.rota.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.HandoverDay;
import org.oncall.rota.domain.HandoverDay.Kind;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.support.RotationBuilder;

class RotaCalendarTest {
    private static final String LONDON = "Europe/London";

    static Stream<Arguments> zonesYearsAndHandoverTimes() {
        return Stream.of(
                        "Europe/London 2027",
                        "Europe/Berlin 2026",
                        "America/New_York 2027",
                        "Australia/Lord_Howe 2027", // half an hour of summer time
                        "Asia/Kathmandu 1986", // a quarter of an hour, on New Year
                        "UTC 2028", // a leap year
                        "America/Sao_Paulo 2017", // clocks change at midnight
                        "Pacific/Apia 2011") // 30 December did not exist
                .flatMap(zone -> Stream.of("12:00", "00:00", "01:30", "02:30", "23:59")
                        .map(time -> Arguments.of(zone.split(" ")[0], Integer.parseInt(zone.split(" ")[1]), time)));
    }

    @ParameterizedTest
    @MethodSource("zonesYearsAndHandoverTimes")
    void schedule_wholeYearAroundTheClock_hasNeitherHoleNorOverlap(String zone, int year, String time) {
        LocalDate from = LocalDate.of(year - 1, 12, 20);
        LocalDate to = LocalDate.of(year + 1, 1, 10);
        RotationSchedule schedule = calendar(zone)
                .schedule(rotation("on-call").handover(DayOfWeek.TUESDAY, time).build(), from, from, to);

        List<OnCallDay> days = schedule.days();
        for (int d = 1; d < days.size(); d++) {
            assertThat(days.get(d).span().start())
                    .as("start of " + days.get(d).date())
                    .isEqualTo(days.get(d - 1).span().end());
        }
        ZoneId id = ZoneId.of(zone);
        assertThat(days.getFirst().span().start())
                .isEqualTo(
                        from.atTime(java.time.LocalTime.parse(time)).atZone(id).toInstant());
        assertThat(days.getLast().span().end())
                .isEqualTo(to.atTime(java.time.LocalTime.parse(time)).atZone(id).toInstant());
        assertThat(days).allSatisfy(day -> {
            assertThat(day.coverage()).containsExactly(day.span());
            assertThat(day.span().duration()).isBetween(Duration.ofHours(23), Duration.ofHours(25));
        });
    }

    @Test
    void schedule_dateThatTheZoneSkipped_hasNoOnCallDay() {
        RotationSchedule schedule =
                schedule("Pacific/Apia", BankHolidays.NONE, rotation("on-call"), "2011-12-27", "2012-01-03");

        assertThat(schedule.days())
                .extracting(day -> day.date().toString())
                .containsExactly("2011-12-27", "2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01", "2012-01-02");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-23, 167", // clocks go forward on Sunday 28 March
        "2027-10-26, 169", // and back on Sunday 31 October
        "2026-03-24, 167",
        "2026-10-20, 169",
        "2027-03-30, 168",
        "2027-06-15, 168"
    })
    void schedule_weekFromTuesdayMiddayInLondon_lastsAsLongAsTheClocksSay(LocalDate tuesday, int hours) {
        RotationSchedule week =
                calendar(LONDON).schedule(rotation("on-call").build(), tuesday, tuesday, tuesday.plusWeeks(1));

        Duration total = week.days().stream().map(day -> day.span().duration()).reduce(Duration.ZERO, Duration::plus);
        assertThat(total).isEqualTo(Duration.ofHours(hours));
        assertThat(week.days()).hasSize(7);
    }

    @Test
    void schedule_dayOnWhichTheClocksChange_is23Or25HoursLong() {
        assertThat(onlyDay(rotation("on-call"), "2027-03-27").span().duration()).isEqualTo(Duration.ofHours(23));
        assertThat(onlyDay(rotation("on-call"), "2027-10-30").span().duration()).isEqualTo(Duration.ofHours(25));
        assertThat(onlyDay(rotation("on-call"), "2027-10-31").span().duration()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void schedule_handoverTimeThatIsSkipped_isAsMuchLaterAsTheClocksJump() {
        RotationBuilder atHalfPastOne = rotation("on-call").handover(DayOfWeek.SUNDAY, "01:30");

        // 28 March 2027 has no 01:30: 02:30 summer time it is.
        assertThat(onlyDay(atHalfPastOne, "2027-03-28").span())
                .isEqualTo(interval("2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z"));
    }

    @Test
    void schedule_handoverTimeThatIsRepeated_isTheFirst() {
        RotationBuilder atHalfPastOne = rotation("on-call").handover(DayOfWeek.SUNDAY, "01:30");

        assertThat(onlyDay(atHalfPastOne, "2027-10-31").span())
                .isEqualTo(interval("2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z"));
    }

    @Test
    void schedule_handoverAtAMidnightThatIsSkipped_isAtTheFirstInstantOfTheDay() {
        RotationSchedule schedule = schedule(
                "America/Sao_Paulo",
                BankHolidays.NONE,
                rotation("on-call").handover(DayOfWeek.SUNDAY, "00:00"),
                "2017-10-14",
                "2017-10-16");

        assertThat(schedule.days())
                .extracting(OnCallDay::span)
                .containsExactly(
                        interval("2017-10-14T03:00:00Z", "2017-10-15T03:00:00Z"),
                        interval("2017-10-15T03:00:00Z", "2017-10-16T02:00:00Z"));
    }

    @Test
    void schedule_yearOf53Weeks_hasAllItsDays() {
        // ISO week 53 of 2026 runs from 28 December to 3 January.
        RotationSchedule schedule =
                schedule(LONDON, BankHolidays.NONE, rotation("on-call"), "2025-12-30", "2027-01-05");

        assertThat(schedule.days()).hasSize(53 * 7);
        assertThat(schedule.days().stream().filter(day -> day.handover().isPreferred()))
                .hasSize(53);
        assertThat(schedule.closing()).isEqualTo(new HandoverDay(Kind.PREFERRED, 0));
    }

    @Test
    void schedule_history_comesBeforeTheFirstPlannedDay() {
        RotationSchedule schedule = calendar(LONDON)
                .schedule(officeHours("support").build(), date("2027-01-01"), date("2027-01-09"), date("2027-01-19"));

        assertThat(schedule.days())
                .extracting(day -> day.date().getDayOfMonth())
                .containsExactly(1, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 18);
        assertThat(schedule.firstPlanned()).isEqualTo(6);
        assertThat(schedule.planned()).hasSize(6);
    }

    @Test
    void schedule_noHistory_plansFromTheFirstDay() {
        assertThat(schedule(LONDON, BankHolidays.NONE, rotation("on-call"), "2027-01-05", "2027-01-08")
                        .firstPlanned())
                .isZero();
    }

    @Test
    void coverage_windowsByKindOfDay_areClippedToTheOnCallDay() {
        RotationBuilder rotation = rotation("on-call")
                .workingDays("07:00-09:00", "16:00-22:00")
                .weekends("07:00-22:00")
                .holidays("10:00-14:00");
        BankHolidays monday = BankHolidays.on(List.of(date("2027-02-08")));

        RotationSchedule schedule = schedule(LONDON, monday, rotation, "2027-02-05", "2027-02-09");

        assertThat(schedule.days())
                .extracting(OnCallDay::coverage)
                .containsExactly(
                        List.of( // Friday evening, Saturday morning
                                interval("2027-02-05T16:00:00Z", "2027-02-05T22:00:00Z"),
                                interval("2027-02-06T07:00:00Z", "2027-02-06T12:00:00Z")),
                        List.of( // Saturday
                                interval("2027-02-06T12:00:00Z", "2027-02-06T22:00:00Z"),
                                interval("2027-02-07T07:00:00Z", "2027-02-07T12:00:00Z")),
                        List.of( // Sunday, and the bank holiday's first hours
                                interval("2027-02-07T12:00:00Z", "2027-02-07T22:00:00Z"),
                                interval("2027-02-08T10:00:00Z", "2027-02-08T12:00:00Z")),
                        List.of( // the bank holiday, and Tuesday morning
                                interval("2027-02-08T12:00:00Z", "2027-02-08T14:00:00Z"),
                                interval("2027-02-09T07:00:00Z", "2027-02-09T09:00:00Z")));
    }

    @Test
    void coverage_windowsOfAWeek_are70Hours() {
        RotationBuilder rotation = rotation("on-call")
                .workingDays("07:00-09:00", "16:00-22:00")
                .weekends("07:00-22:00")
                .holidays("07:00-22:00");

        assertThat(covered(schedule(LONDON, BankHolidays.NONE, rotation, "2027-02-02", "2027-02-09")))
                .isEqualTo(Duration.ofHours(70));
        // A bank holiday on a working day adds seven hours.
        assertThat(covered(schedule(
                        LONDON, BankHolidays.on(List.of(date("2027-02-04"))), rotation, "2027-02-02", "2027-02-09")))
                .isEqualTo(Duration.ofHours(77));
    }

    @Test
    void coverage_windowAcrossMidnight_belongsToTheKindOfDayOnWhichItBegins() {
        RotationBuilder nights =
                rotation("nights").workingDays("22:00-06:00").weekends().holidays();

        RotationSchedule schedule = schedule(LONDON, BankHolidays.NONE, nights, "2027-02-05", "2027-02-09");

        // Friday night runs into Saturday; Saturday and Sunday nights need nobody.
        assertThat(schedule.days())
                .extracting(OnCallDay::coverage)
                .containsExactly(
                        List.of(interval("2027-02-05T22:00:00Z", "2027-02-06T06:00:00Z")),
                        List.of(interval("2027-02-08T22:00:00Z", "2027-02-09T06:00:00Z")));
    }

    @Test
    void coverage_windowAcrossTheHandover_isCutInTwo() {
        RotationBuilder rotation =
                rotation("on-call").handover(DayOfWeek.TUESDAY, "02:00").everyDay("22:00-06:00");

        assertThat(onlyDay(rotation, "2027-02-03").coverage())
                .containsExactly(
                        interval("2027-02-03T02:00:00Z", "2027-02-03T06:00:00Z"),
                        interval("2027-02-03T22:00:00Z", "2027-02-04T02:00:00Z"));
    }

    @Test
    void coverage_midnightToMidnight_isTheWholeDayByItsKind() {
        RotationBuilder weekends =
                rotation("weekends").workingDays().weekends("00:00-00:00").holidays();

        RotationSchedule schedule = schedule(LONDON, BankHolidays.NONE, weekends, "2027-03-25", "2027-03-30");

        // From Friday's on-call day, which reaches Saturday; Sunday 28 March has 23 hours.
        assertThat(schedule.days())
                .extracting(OnCallDay::coverage)
                .containsExactly(
                        List.of(interval("2027-03-27T00:00:00Z", "2027-03-27T12:00:00Z")),
                        List.of(interval("2027-03-27T12:00:00Z", "2027-03-28T11:00:00Z")),
                        List.of(interval("2027-03-28T11:00:00Z", "2027-03-28T23:00:00Z")));
    }

    @Test
    void coverage_windowsThatMeetOrOverlap_areJoined() {
        RotationBuilder rotation = rotation("on-call")
                .handover(DayOfWeek.MONDAY, "00:00")
                .everyDay("18:00-20:00", "06:00-09:00", "08:00-12:00", "20:00-22:00", "10:00-11:00");

        assertThat(onlyDay(rotation, "2027-02-03").coverage())
                .containsExactly(
                        interval("2027-02-03T06:00:00Z", "2027-02-03T12:00:00Z"),
                        interval("2027-02-03T18:00:00Z", "2027-02-03T22:00:00Z"));
    }

    @Test
    void coverage_aroundTheClock_isOnePieceADay() {
        assertThat(onlyDay(rotation("on-call"), "2027-02-03").coverage())
                .containsExactly(interval("2027-02-03T12:00:00Z", "2027-02-04T12:00:00Z"));
    }

    @Test
    void coverage_windowEdgeThatIsSkipped_isAsMuchLaterAsTheClocksJump() {
        RotationBuilder rotation =
                rotation("on-call").handover(DayOfWeek.MONDAY, "00:00").everyDay("00:30-01:30");

        // On 28 March 2027 the clocks go from 01:00 to 02:00, so a window until 01:30 ends there.
        assertThat(onlyDay(rotation, "2027-03-28").coverage())
                .containsExactly(interval("2027-03-28T00:30:00Z", "2027-03-28T01:00:00Z"));
    }

    @Test
    void coverage_windowThatIsRepeated_isTheFirst() {
        RotationBuilder rotation =
                rotation("on-call").handover(DayOfWeek.MONDAY, "00:00").everyDay("01:00-01:30");

        assertThat(onlyDay(rotation, "2027-10-31").coverage())
                .containsExactly(interval("2027-10-31T00:00:00Z", "2027-10-31T00:30:00Z"));
    }

    @Test
    void coverage_acrossADateThatTheZoneSkipped_followsTheDaysThatExist() {
        // Thursday 29 December 2011 was followed by Saturday 31; Friday's windows never came.
        RotationSchedule schedule = schedule(
                "Pacific/Apia",
                BankHolidays.NONE,
                rotation("on-call")
                        .handover(DayOfWeek.MONDAY, "00:00")
                        .workingDays("08:00-10:00", "22:00-06:00")
                        .weekends("12:00-13:00"),
                "2011-12-29",
                "2012-01-01");

        assertThat(schedule.days())
                .extracting(OnCallDay::coverage)
                .containsExactly(
                        List.of(
                                interval("2011-12-29T10:00:00Z", "2011-12-29T16:00:00Z"),
                                interval("2011-12-29T18:00:00Z", "2011-12-29T20:00:00Z"),
                                interval("2011-12-30T08:00:00Z", "2011-12-30T10:00:00Z")),
                        List.of(
                                interval("2011-12-30T10:00:00Z", "2011-12-30T16:00:00Z"),
                                interval("2011-12-30T22:00:00Z", "2011-12-30T23:00:00Z")));
    }

    @Test
    void schedule_officeHours_haveNoWeekendDays() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.of("GB-ENG", 2026, 2028).orElseThrow(),
                officeHours("support"),
                "2027-03-22",
                "2027-04-05");

        // Good Friday 26 and Easter Monday 29 March are holidays.
        assertThat(schedule.days())
                .extracting(day -> day.date().toString())
                .containsExactly(
                        "2027-03-22",
                        "2027-03-23",
                        "2027-03-24",
                        "2027-03-25",
                        "2027-03-30",
                        "2027-03-31",
                        "2027-04-01",
                        "2027-04-02");
        assertThat(schedule.days()).noneMatch(OnCallDay::unsocial);
    }

    @Test
    void schedule_officeHoursHandedOverAtMidday_beginOnSunday() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.NONE,
                officeHours("support").handover(DayOfWeek.TUESDAY, "12:00"),
                "2027-02-05",
                "2027-02-09");

        // Monday morning belongs to the on-call day that starts on Sunday at midday.
        assertThat(schedule.days())
                .extracting(day -> day.date().getDayOfWeek())
                .containsExactly(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        assertThat(schedule.days().get(1).coverage())
                .containsExactly(interval("2027-02-08T09:00:00Z", "2027-02-08T12:00:00Z"));
    }

    @Test
    void schedule_coverageThatNeedsNobody_hasNoDays() {
        RotationSchedule schedule =
                schedule(LONDON, BankHolidays.NONE, rotation("on-call").everyDay(), "2027-02-02", "2027-02-09");

        assertThat(schedule.days()).isEmpty();
        assertThat(schedule.firstPlanned()).isZero();
    }

    @Test
    void coverage_substituteDays_areHolidaysAndTheTrueDatesAreNot() {
        RotationBuilder rotation = rotation("on-call")
                .handover(DayOfWeek.MONDAY, "00:00")
                .workingDays("09:00-10:00")
                .weekends("09:00-11:00")
                .holidays("09:00-12:00");
        BankHolidays england = BankHolidays.of("GB-ENG", 2026, 2028).orElseThrow();

        // 2026: 25 is the Friday itself, 28 a substitute. 2027: 27 and 28 are substitutes, 25 and 26 a weekend.
        assertThat(hoursByDay(schedule(LONDON, england, rotation, "2026-12-24", "2026-12-30")))
                .containsExactly("24 1", "25 3", "26 2", "27 2", "28 3", "29 1");
        assertThat(hoursByDay(schedule(LONDON, england, rotation, "2027-12-24", "2027-12-30")))
                .containsExactly("24 1", "25 2", "26 2", "27 3", "28 3", "29 1");
    }

    @Test
    void festiveDays_ofAnyYear_areTheTrueDates() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.of("GB-ENG", 2026, 2028).orElseThrow(),
                rotation("on-call"),
                "2027-12-23",
                "2028-01-04");

        FestiveDay christmas = new FestiveDay(date("2027-12-25"), 2027);
        FestiveDay newYear = new FestiveDay(date("2028-01-01"), 2027);
        assertThat(schedule.days().stream().filter(day -> !day.festiveDays().isEmpty()))
                .extracting(day -> day.date().toString(), OnCallDay::festiveDays)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2027-12-24", List.of(christmas)),
                        org.assertj.core.groups.Tuple.tuple("2027-12-25", List.of(christmas)),
                        org.assertj.core.groups.Tuple.tuple("2027-12-31", List.of(newYear)),
                        org.assertj.core.groups.Tuple.tuple("2028-01-01", List.of(newYear)));
    }

    @Test
    void festiveDays_coverageThatDoesNotFallOnThem_doesNotTouchThem() {
        RotationSchedule schedule = schedule(
                LONDON, BankHolidays.NONE, rotation("evenings").everyDay("16:00-22:00"), "2027-12-23", "2027-12-28");

        assertThat(schedule.days().stream().filter(day -> !day.festiveDays().isEmpty()))
                .extracting(day -> day.date().toString())
                .containsExactly("2027-12-25");
    }

    @Test
    void festivePeriod_days_areInItByTheDateTheyStartOn() {
        RotationSchedule schedule =
                schedule(LONDON, BankHolidays.NONE, rotation("on-call"), "2027-12-21", "2028-01-06");

        assertThat(schedule.days().stream().filter(OnCallDay::inFestivePeriod))
                .hasSize(10)
                .first()
                .extracting(OnCallDay::date)
                .isEqualTo(date("2027-12-24"));
        assertThat(schedule.days().stream()
                        .filter(OnCallDay::inFestivePeriod)
                        .toList()
                        .getLast()
                        .date())
                .isEqualTo(date("2028-01-02"));
    }

    @Test
    void festivePeriod_withinOneYear_isThatYears() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.NONE,
                rotation("on-call").festive("02-26", "03-02", "02-29"),
                "2028-02-24",
                "2028-03-05");

        assertThat(schedule.days().stream().filter(OnCallDay::inFestivePeriod)).hasSize(6);
        assertThat(schedule.days().stream().flatMap(day -> day.festiveDays().stream()))
                .containsExactly(new FestiveDay(date("2028-02-29"), 2028), new FestiveDay(date("2028-02-29"), 2028));
    }

    @Test
    void festiveDays_leftUncovered_areCutOutOfTheOnCallDays() {
        RotationSchedule schedule =
                schedule(LONDON, BankHolidays.NONE, rotation("on-call").festiveUncovered(), "2027-12-23", "2027-12-28");

        assertThat(schedule.days())
                .extracting(OnCallDay::coverage)
                .containsExactly(
                        List.of(interval("2027-12-23T12:00:00Z", "2027-12-24T12:00:00Z")),
                        List.of(interval("2027-12-24T12:00:00Z", "2027-12-25T00:00:00Z")),
                        List.of(interval("2027-12-26T00:00:00Z", "2027-12-26T12:00:00Z")),
                        List.of(interval("2027-12-26T12:00:00Z", "2027-12-27T12:00:00Z")),
                        List.of(interval("2027-12-27T12:00:00Z", "2027-12-28T12:00:00Z")));
        assertThat(schedule.days()).allMatch(day -> day.festiveDays().isEmpty());
    }

    @Test
    void festiveDays_leftUncoveredAndHandedOverAtMidnight_haveNoOnCallDay() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.NONE,
                rotation("on-call").handover(DayOfWeek.MONDAY, "00:00").festiveUncovered(),
                "2027-12-23",
                "2027-12-28");

        assertThat(schedule.days())
                .extracting(day -> day.date().getDayOfMonth())
                .containsExactly(23, 24, 26, 27);
    }

    @Test
    void unsocial_weekendsBankHolidaysAndDaysThatTouchAFestiveDay_are() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.of("GB-ENG", 2026, 2028).orElseThrow(),
                rotation("on-call"),
                "2027-12-20",
                "2028-01-05");

        // 2027: 24 touches Christmas Day, 25 and 26 are a weekend, 27 and 28 bank holidays, 31 touches New Year's Day;
        // 2028: 1 and 2 are a weekend, 3 a bank holiday.
        assertThat(schedule.days().stream().filter(OnCallDay::unsocial))
                .extracting(day -> day.date().toString().substring(5))
                .containsExactly("12-24", "12-25", "12-26", "12-27", "12-28", "12-31", "01-01", "01-02", "01-03");
    }

    @Test
    void unsocial_bankHolidayAmidTheWeek_isAndTheDayBeforeIsNot() {
        RotationSchedule schedule = schedule(
                LONDON, BankHolidays.on(List.of(date("2027-02-10"))), rotation("on-call"), "2027-02-08", "2027-02-13");

        assertThat(schedule.days()).extracting(OnCallDay::unsocial).containsExactly(false, false, true, false, false);
    }

    @Test
    void handover_eachDayOfAWeek_isPreferredWorkingOrRest() {
        RotationSchedule schedule =
                schedule(LONDON, BankHolidays.NONE, rotation("on-call"), "2027-02-08", "2027-02-15");

        assertThat(schedule.days())
                .extracting(day -> day.handover().kind())
                .containsExactly(
                        Kind.WORKING_DAY,
                        Kind.PREFERRED,
                        Kind.WORKING_DAY,
                        Kind.WORKING_DAY,
                        Kind.WORKING_DAY,
                        Kind.REST_DAY,
                        Kind.REST_DAY);
        assertThat(schedule.closing()).isEqualTo(new HandoverDay(Kind.WORKING_DAY, 0));
    }

    @Test
    void handover_preferredDayIsABankHoliday_movesToTheNextWorkingDay() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.of("GB-ENG", 2026, 2028).orElseThrow(),
                rotation("on-call"),
                "2027-12-27",
                "2027-12-31");

        assertThat(schedule.days())
                .extracting(OnCallDay::handover)
                .containsExactly(
                        new HandoverDay(Kind.REST_DAY, 0),
                        new HandoverDay(Kind.REST_DAY, 0),
                        new HandoverDay(Kind.PREFERRED, 1), // Wednesday 29 December
                        new HandoverDay(Kind.WORKING_DAY, 0));
    }

    @Test
    void handover_preferredFridayIsABankHoliday_movesOverTheWeekend() {
        // Good Friday 26 March, Easter Monday 29 March 2027: Tuesday 30 is four days later.
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.of("GB-ENG", 2026, 2028).orElseThrow(),
                rotation("on-call").handover(DayOfWeek.FRIDAY, "10:00"),
                "2027-03-30",
                "2027-03-31");

        assertThat(schedule.days().getFirst().handover()).isEqualTo(new HandoverDay(Kind.PREFERRED, 4));
    }

    @Test
    void handover_preferredOnAWeekendThatIsNoHoliday_stays() {
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.NONE,
                rotation("on-call").handover(DayOfWeek.SATURDAY, "10:00"),
                "2027-02-06",
                "2027-02-08");

        assertThat(schedule.days())
                .extracting(OnCallDay::handover)
                .containsExactly(new HandoverDay(Kind.PREFERRED, 0), new HandoverDay(Kind.REST_DAY, 0));
    }

    @Test
    void handover_movedFromBeforeThePeriod_isStillPreferred() {
        RotationSchedule schedule = schedule(
                LONDON, BankHolidays.on(List.of(date("2027-02-09"))), rotation("on-call"), "2027-02-10", "2027-02-12");

        assertThat(schedule.days().getFirst().handover()).isEqualTo(new HandoverDay(Kind.PREFERRED, 1));
    }

    @Test
    void closing_firstDayAfterThePeriod_isReadThere() {
        BankHolidays tuesday = BankHolidays.on(List.of(date("2027-02-09")));

        assertThat(schedule(LONDON, tuesday, rotation("on-call"), "2027-02-02", "2027-02-09")
                        .closing())
                .isEqualTo(new HandoverDay(Kind.REST_DAY, 0));
        assertThat(schedule(LONDON, tuesday, rotation("on-call"), "2027-02-02", "2027-02-10")
                        .closing())
                .isEqualTo(new HandoverDay(Kind.PREFERRED, 1));
        // Office hours to the end of a Friday: hands change on Monday.
        assertThat(schedule(LONDON, tuesday, officeHours("support"), "2027-02-01", "2027-02-06")
                        .closing())
                .isEqualTo(new HandoverDay(Kind.PREFERRED, 0));
    }

    @Test
    void handover_preferredOnADayWithoutCoverage_isTheNextDayWithSome() {
        // Sunday is not planned; neither is the bank holiday Monday.
        RotationSchedule schedule = schedule(
                LONDON,
                BankHolidays.on(List.of(date("2027-02-08"))),
                officeHours("support").handover(DayOfWeek.SUNDAY, "09:00"),
                "2027-02-04",
                "2027-02-11");

        assertThat(schedule.days())
                .extracting(
                        day -> day.date().getDayOfMonth() + " " + day.handover().kind())
                .containsExactly("4 WORKING_DAY", "5 WORKING_DAY", "9 PREFERRED", "10 WORKING_DAY");
    }

    private static RotaCalendar calendar(String zone) {
        return new RotaCalendar(ZoneId.of(zone), BankHolidays.NONE);
    }

    private static RotationSchedule schedule(
            String zone, BankHolidays holidays, RotationBuilder rotation, String from, String to) {
        return new RotaCalendar(ZoneId.of(zone), holidays).schedule(rotation.build(), date(from), date(from), date(to));
    }

    private static OnCallDay onlyDay(RotationBuilder rotation, String date) {
        return calendar(LONDON)
                .schedule(rotation.build(), date(date), date(date), date(date).plusDays(1))
                .days()
                .getFirst();
    }

    private static Duration covered(RotationSchedule schedule) {
        return schedule.days().stream()
                .flatMap(day -> day.coverage().stream())
                .map(Interval::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<String> hoursByDay(RotationSchedule schedule) {
        return schedule.days().stream()
                .map(day -> day.date().getDayOfMonth() + " "
                        + day.coverage().getFirst().duration().toHours())
                .toList();
    }

    private static Interval interval(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }
}
