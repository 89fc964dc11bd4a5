package org.oncall.rota.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.support.RotationBuilder;

/** Steps through the days around clock changes in half minutes and asks the wall clock who should be there. */
class ClockChangeTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    static Stream<Arguments> clockChanges() {
        return Stream.of(
                        "Europe/London 2027-03-28",
                        "Europe/London 2027-10-31",
                        "Europe/Berlin 2027-03-28",
                        "Europe/Berlin 2027-10-31",
                        "America/New_York 2027-03-14",
                        "America/New_York 2027-11-07",
                        "Australia/Lord_Howe 2027-04-04",
                        "Australia/Lord_Howe 2027-10-03",
                        "America/Sao_Paulo 2017-10-15",
                        "America/Sao_Paulo 2018-02-18",
                        "Asia/Kathmandu 1986-01-01",
                        "Pacific/Apia 2011-12-30")
                .flatMap(change -> Stream.of("12:00", "00:00", "01:30", "09:00")
                        .map(time -> Arguments.of(change.split(" ")[0], LocalDate.parse(change.split(" ")[1]), time)));
    }

    @ParameterizedTest
    @MethodSource("clockChanges")
    void schedule_everyHalfMinute_belongsToOneOnCallDay(String zone, LocalDate change, String handover) {
        List<OnCallDay> days = days(zone, change, rotation("on-call").handover(DayOfWeek.TUESDAY, handover));

        Instant end = days.getLast().span().end();
        for (Instant now = days.getFirst().span().start(); now.isBefore(end); now = now.plus(STEP)) {
            int holders = 0;
            for (OnCallDay day : days) {
                holders += day.span().contains(now) ? 1 : 0;
            }
            if (holders != 1) {
                assertThat(holders).as("on-call days at " + now).isEqualTo(1);
            }
        }
    }

    /** Windows whose edges no clock skips or repeats: 06:30 to 09:00, 16:00 to 22:30, and 23:00 to 05:00 at weekends. */
    @ParameterizedTest
    @MethodSource("clockChanges")
    void coverage_everyHalfMinute_isAsTheWallClockSays(String zone, LocalDate change, String handover) {
        List<OnCallDay> days = days(
                zone,
                change,
                rotation("on-call")
                        .handover(DayOfWeek.TUESDAY, handover)
                        .everyDay("06:30-09:00", "16:00-22:30")
                        .weekends("06:30-09:00", "16:00-22:30", "23:00-05:00"));

        ZoneId id = ZoneId.of(zone);
        Instant start =
                change.minusDays(2).atTime(LocalTime.parse(handover)).atZone(id).toInstant();
        Instant end =
                change.plusDays(3).atTime(LocalTime.parse(handover)).atZone(id).toInstant();
        for (Instant now = start; now.isBefore(end); now = now.plus(STEP)) {
            int pieces = 0;
            for (OnCallDay day : days) {
                for (var piece : day.coverage()) {
                    pieces += piece.contains(now) ? 1 : 0;
                }
            }
            int expected = isCovered(now.atZone(id)) ? 1 : 0;
            if (pieces != expected) {
                assertThat(pieces).as("pieces of coverage at " + now.atZone(id)).isEqualTo(expected);
            }
        }
    }

    private static boolean isCovered(ZonedDateTime now) {
        int minute = now.getHour() * 60 + now.getMinute();
        boolean byDay = minute >= 390 && minute < 540 || minute >= 960 && minute < 1350;
        boolean byNight = minute >= 1380 && isWeekend(now.toLocalDate())
                || minute < 300 && isWeekend(now.toLocalDate().minusDays(1));
        return byDay || byNight;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<OnCallDay> days(String zone, LocalDate change, RotationBuilder rotation) {
        LocalDate from = change.minusDays(2);
        RotationSchedule schedule = new RotaCalendar(ZoneId.of(zone), BankHolidays.NONE)
                .schedule(rotation.build(), from, from, change.plusDays(3));
        return schedule.days();
    }
}
