package org.oncall.rota.intake.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oncall.rota.domain.DateRange;

@Timeout(20)
class FeedReaderTest {
    private static final AbsenceFeed.Window WINDOW =
            new AbsenceFeed.Window(LocalDate.parse("2026-11-20"), LocalDate.parse("2028-11-20"));

    // ---- Days

    @Test
    void allDay_endIsTheDayAfter() {
        assertThat(days("DTSTART;VALUE=DATE:20270208", "DTEND;VALUE=DATE:20270215"))
                .containsExactly(range("2027-02-08", "2027-02-14"));
    }

    @Test
    void allDay_withoutAnEnd_isOneDay() {
        assertThat(days("DTSTART;VALUE=DATE:20270208")).containsExactly(range("2027-02-08", "2027-02-08"));
        assertThat(days("DTSTART;VALUE=DATE:20270208", "DTEND;VALUE=DATE:20270208"))
                .containsExactly(range("2027-02-08", "2027-02-08"));
        assertThat(days("DTSTART;VALUE=DATE:20270208", "DURATION:P2W"))
                .containsExactly(range("2027-02-08", "2027-02-21"));
    }

    @Test
    void timed_isEachDayThatItTouchesInTheZoneOfTheTeam() {
        // 23:30 in New York is 04:30 the next day in London.
        assertThat(days("DTSTART;TZID=America/New_York:20270208T233000", "DURATION:PT1H"))
                .containsExactly(range("2027-02-09", "2027-02-09"));
        assertThat(days("DTSTART:20270208T230000Z", "DTEND:20270209T010000Z"))
                .containsExactly(range("2027-02-08", "2027-02-09"));
        assertThat(days("DTSTART:20270708T230000Z", "DURATION:PT30M"))
                .as("summer time")
                .containsExactly(range("2027-07-09", "2027-07-09"));
    }

    @Test
    void timed_untilMidnight_doesNotTouchTheNextDay() {
        assertThat(days("DTSTART:20270208T090000", "DTEND:20270209T000000"))
                .containsExactly(range("2027-02-08", "2027-02-08"));
    }

    @Test
    void timed_inAZoneByItsVendorsName_isKnown() {
        assertThat(days("DTSTART;TZID=GMT Standard Time:20270208T090000", "DURATION:PT1H"))
                .containsExactly(range("2027-02-08", "2027-02-08"));
    }

    @Test
    void window_cutsWhatReachesBeyond() {
        assertThat(days("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20260101"))
                .isEmpty();
        assertThat(days("DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261201"))
                .containsExactly(range("2026-11-20", "2026-11-30"));
        assertThat(days("DTSTART;VALUE=DATE:20281101", "DTEND;VALUE=DATE:20301201"))
                .containsExactly(range("2028-11-01", "2028-11-19"));
    }

    // ---- Lines and titles

    @Test
    void foldedLines_areOne_andWhatFollowsThemIsRead() throws BadFeed {
        AbsenceFeed feed = read(event(
                        "a",
                        "DESCRIPTION:a long text that was",
                        "  folded",
                        "SUMMARY:Ana",
                        "\t Lima",
                        "DTSTART;VALUE=DATE:20270208")
                + event(
                        "b",
                        "DTSTART;VALUE=DATE:20270208",
                        "ATTENDEE;CN=Bo:mai",
                        " lto:bo@example.org",
                        "STATUS:CANCELLED"));

        assertThat(feed.titles()).containsEntry("a", "Ana Lima");
        assertThat(feed.days())
                .containsEntry("a", List.of(range("2027-02-08", "2027-02-08")))
                .containsEntry("b", List.of());
    }

    @Test
    void title_isPlainText_howeverLong() throws BadFeed {
        String dashes = "-".repeat(97);
        AbsenceFeed feed =
                read(event("a", "SUMMARY:" + dashes + " Joanna\\, off\\nsick", "DTSTART;VALUE=DATE:20270208"));

        assertThat(feed.titles()).containsEntry("a", dashes + " Joanna, off sick");
    }

    @Test
    void occurrence_thatIsCalledOtherwise_isToldApart() throws BadFeed {
        AbsenceFeed feed = read(event("a", "SUMMARY:Ana", "DTSTART;VALUE=DATE:20270205", "RRULE:FREQ=WEEKLY;COUNT=3")
                + event("a", "SUMMARY:Bo", "RECURRENCE-ID;VALUE=DATE:20270212", "DTSTART;VALUE=DATE:20270213"));

        assertThat(feed.days())
                .containsEntry("a", List.of(range("2027-02-05", "2027-02-05"), range("2027-02-19", "2027-02-19")))
                .containsEntry("a#2027-02-12T00:00", List.of(range("2027-02-13", "2027-02-13")));
        assertThat(feed.titles()).containsEntry("a#2027-02-12T00:00", "Bo");
    }

    @Test
    void eventsWithoutUid_areToldApartByWhenTheyAreAndWhatTheyAreCalled() throws BadFeed {
        String one = "BEGIN:VEVENT\r\nSUMMARY:Ana\r\nDTSTART;VALUE=DATE:20270208\r\nEND:VEVENT\r\n";

        assertThat(read(one + one.replace("Ana", "Bo") + one.replace("END:", "DTEND;VALUE=DATE:20270301\r\nEND:"))
                        .days())
                .hasSize(3);
    }

    // ---- Recurrences

    @Test
    void weekly_withACount_anExceptionAndADayAdded() {
        assertThat(days(
                        "DTSTART;VALUE=DATE:20270205",
                        "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=FR",
                        "EXDATE;VALUE=DATE:20270212",
                        "RDATE;VALUE=DATE:20270401"))
                .containsExactly(
                        range("2027-02-05", "2027-02-05"),
                        range("2027-02-19", "2027-02-19"),
                        range("2027-02-26", "2027-02-26"),
                        range("2027-04-01", "2027-04-01"));
    }

    @Test
    void weekly_until_isIncluded_alsoWhereTheClocksChange() {
        assertThat(days(
                        "DTSTART;TZID=Europe/London:20270322T090000",
                        "DURATION:PT1H",
                        "RRULE:FREQ=WEEKLY;UNTIL=20270405T080000Z"))
                .containsExactly(
                        range("2027-03-22", "2027-03-22"),
                        range("2027-03-29", "2027-03-29"),
                        range("2027-04-05", "2027-04-05"));
    }

    @Test
    void daily_followingDays_areOneRange() {
        assertThat(days("DTSTART;VALUE=DATE:20270208", "RRULE:FREQ=DAILY;COUNT=5"))
                .containsExactly(range("2027-02-08", "2027-02-12"));
    }

    @Test
    void weekly_withoutAnEnd_isReadToTheEndOfTheWindow_andSaid() throws BadFeed {
        AbsenceFeed feed = read(event("a", "DTSTART;VALUE=DATE:20250103", "RRULE:FREQ=WEEKLY"));

        assertThat(feed.days().get("a")).hasSize(105).startsWith(range("2026-11-20", "2026-11-20"));
        assertThat(feed.notes()).singleElement().asString().contains("without an end");
    }

    @Test
    void occurrence_thatWasMovedOrCancelled_isWhereItIsNow() throws BadFeed {
        AbsenceFeed feed = read(event("a", "DTSTART;VALUE=DATE:20270205", "RRULE:FREQ=WEEKLY;COUNT=3")
                + event("a", "RECURRENCE-ID;VALUE=DATE:20270212", "DTSTART;VALUE=DATE:20270213")
                + event("a", "RECURRENCE-ID;VALUE=DATE:20270219", "DTSTART;VALUE=DATE:20270219", "STATUS:CANCELLED"));

        assertThat(feed.days().get("a"))
                .containsExactly(range("2027-02-05", "2027-02-05"), range("2027-02-13", "2027-02-13"));
    }

    // ---- Cancellations

    @Test
    void cancelled_hasNoDays() throws BadFeed {
        assertThat(days("DTSTART;VALUE=DATE:20270208", "STATUS:CANCELLED")).isEmpty();
        AbsenceFeed feed = reader().read(bytes("BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n"
                + event("a", "DTSTART;VALUE=DATE:20270208") + "END:VCALENDAR\r\n"));
        assertThat(feed.days()).isEqualTo(Map.of("a", List.of()));
    }

    @Test
    void alarm_withinAnEvent_isNotPartOfIt() {
        assertThat(days(
                        "DTSTART;VALUE=DATE:20270208",
                        "BEGIN:VALARM",
                        "DURATION:P9D",
                        "STATUS:CANCELLED",
                        "END:VALARM"))
                .containsExactly(range("2027-02-08", "2027-02-08"));
    }

    // ---- Hostile input

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=MINUTELY;COUNT=5",
                "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8",
                "RRULE:FREQ=NEVER",
                "RRULE:COUNT=3",
                "RRULE:FREQ=DAILY;INTERVAL=-1;BYDAY=XX",
                "DTEND:yesterday",
                "DURATION:long",
                "EXDATE:99999999T999999Z"
            })
    void event_thatMakesNoSense_isRefusedWithASentence(String line) {
        BadFeed bad = refused(event("a", "DTSTART:20270208T090000Z", line));

        assertThat(bad.issue().sentence()).contains("\nMaybe ");
    }

    @Test
    void neverMatching_ends() throws BadFeed {
        AbsenceFeed feed = read(event("a", "DTSTART;VALUE=DATE:20270208", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));

        assertThat(feed.days().get("a")).containsExactly(range("2027-02-08", "2027-02-08"));
    }

    @Test
    void zone_thatIsNotKnown_isRefused() {
        BadFeed bad = refused(event("a", "DTSTART;TZID=Mars/Olympus:20270208T090000"));

        assertThat(bad.issue().code()).isEqualTo("unknown-zone");
        assertThat(bad.issue().sentence()).contains("Mars/Olympus");
    }

    @Test
    void longAgo_isRefusedWhereItRecurs() {
        assertThat(refused(event("a", "DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=DAILY"))
                        .issue()
                        .code())
                .isEqualTo("out-of-range");
    }

    @Test
    void tooMany_areRefused() {
        assertThat(refused(event("a", "DTSTART;VALUE=DATE:20270208").repeat(5_001))
                        .issue()
                        .code())
                .isEqualTo("too-many");
        StringBuilder recurring = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            recurring.append(event("a" + i, "DTSTART;VALUE=DATE:20270208", "RRULE:FREQ=YEARLY"));
        }
        assertThat(refused(recurring.toString()).issue().code()).isEqualTo("too-many");
    }

    @Test
    void worstThatIsTaken_isReadInTime() throws BadFeed {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            events.append(event("a" + i, "DTSTART;VALUE=DATE:20161201", "RRULE:FREQ=DAILY"));
        }

        assertThat(read(events.toString()).days()).hasSize(200);
    }

    @Test
    void cutOffAnywhere_isRefused() {
        String whole = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                + event("a", "DTSTART;VALUE=DATE:20270208", "SUMMARY:Away, far\\, far\r\n  away") + "END:VCALENDAR";
        for (int end = 0; end < whole.length(); end++) {
            String cut = whole.substring(0, end);
            assertThat(catchThrowableOfType(BadFeed.class, () -> reader().read(bytes(cut))))
                    .as(cut)
                    .isNotNull();
        }
    }

    @Test
    void noise_isRefusedOrRead_andNothingElse() {
        Random random = new Random(7);
        String whole = "BEGIN:VCALENDAR\r\n"
                + event("a", "DTSTART;TZID=Europe/London:20270208T090000", "RRULE:FREQ=WEEKLY;COUNT=9", "DURATION:PT1H")
                + "END:VCALENDAR\r\n";
        for (int i = 0; i < 2_000; i++) {
            byte[] noisy = bytes(whole);
            for (int n = 0; n < 3; n++) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            }
            try {
                reader().read(noisy);
            } catch (BadFeed refused) {
                assertThat(refused.issue().sentence()).isNotBlank();
            }
        }
    }

    // ---- Words of these tests

    private static FeedReader reader() {
        return new FeedReader(ZoneId.of("Europe/London"), WINDOW);
    }

    private static List<DateRange> days(String... lines) {
        try {
            return read(event("a", lines)).days().get("a");
        } catch (BadFeed e) {
            throw new AssertionError(e);
        }
    }

    private static AbsenceFeed read(String events) throws BadFeed {
        return reader().read(bytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n"));
    }

    private static BadFeed refused(String events) {
        BadFeed bad = catchThrowableOfType(BadFeed.class, () -> read(events));
        assertThat(bad).as(events).isNotNull();
        return bad;
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static DateRange range(String first, String last) {
        return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
    }
}
