package org.oncall.rota.export.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.id;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.Golden;
import org.oncall.rota.support.ProblemBuilder;

class RotaFeedTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T10:30:00Z");
    private static final CalendarScope TEAM = new CalendarScope.WholeTeam();

    /** Over the change to summer time: 23 March to 6 April 2027. */
    private static ProblemBuilder spring() {
        return problem("Ana", "Bo", "Cy").period("2027-03-23", "2027-04-06");
    }

    private static Rota first() {
        return Draft.of(spring())
                .put("Ana", "primary", "2027-03-23", 7)
                .put("Bo", "primary", "2027-03-30", 7)
                .put("Cy", "secondary", "2027-03-23", 7)
                .put("Ana", "secondary", "2027-03-30", 7)
                .rota();
    }

    /** Bo has taken Ana's first week, and Cy's week ends a day early. */
    private static Rota second() {
        return Draft.of(spring())
                .put("Bo", "primary", "2027-03-23", 14)
                .put("Cy", "secondary", "2027-03-23", 6)
                .put("Ana", "secondary", "2027-03-29", 8)
                .rota();
    }

    private static RotaFeed feed(Rota rota) {
        return new RotaFeed("platform", rota.problem().team());
    }

    private static String text(byte[] feed) {
        return new String(feed, StandardCharsets.UTF_8);
    }

    private static List<VEvent> events(byte[] feed) {
        List<ICalendar> all = Biweekly.parse(text(feed)).all();
        assertThat(all).hasSize(1);
        return all.getFirst().getEvents();
    }

    @Test
    void team_feed_isTheGoldenFile() {
        Golden.check("team.ics", text(feed(first()).forPeople(SentEvents.NONE.next(first(), NOW), TEAM, NOW)));
    }

    @Test
    void team_afterASwap_hasTheSameUidsWithAHigherSequence() {
        SentEvents sent = SentEvents.NONE.next(first(), NOW).next(second(), LATER);

        Golden.check("team-swapped.ics", text(feed(second()).forPeople(sent, TEAM, LATER)));
    }

    @Test
    void member_whoLostADuty_seesItCancelledForThirtyDays() {
        SentEvents sent = SentEvents.NONE.next(first(), NOW).next(second(), LATER);
        CalendarScope ana = new CalendarScope.OneMember(id("Ana"));

        byte[] lastDay = feed(second())
                .forPeople(sent, ana, LATER.plus(Duration.ofDays(30)).minusSeconds(1));
        byte[] after = feed(second()).forPeople(sent, ana, LATER.plus(Duration.ofDays(30)));

        Golden.check("member-cancelled.ics", text(lastDay));
        assertThat(events(lastDay))
                .extracting(event -> event.getStatus().getValue())
                .containsExactly("CANCELLED", "CONFIRMED", "CANCELLED");
        assertThat(events(after))
                .extracting(event -> event.getStatus().getValue())
                .containsExactly("CONFIRMED");
    }

    @Test
    void member_whoGotADutyBack_seesItConfirmedAndNewerThanTheCancellation() {
        SentEvents sent =
                SentEvents.NONE.next(first(), NOW).next(second(), LATER).next(first(), LATER.plusSeconds(60));
        CalendarScope ana = new CalendarScope.OneMember(id("Ana"));
        CalendarScope bo = new CalendarScope.OneMember(id("Bo"));

        VEvent again = events(feed(first()).forPeople(sent, ana, LATER)).getFirst();
        VEvent lost = events(feed(first()).forPeople(sent, bo, LATER)).getFirst();

        assertThat(again.getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(again.getSequence().getValue()).isEqualTo(2);
        assertThat(lost.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(lost.getUid().getValue())
                .isEqualTo(again.getUid().getValue())
                .startsWith("on-call.primary.2027-03-23@");
    }

    @Test
    void feed_nothingChanged_isTheSameToTheByte() {
        SentEvents sent = SentEvents.NONE.next(first(), NOW);
        SentEvents again = sent.next(first(), LATER);

        assertThat(again).isEqualTo(sent);
        assertThat(feed(first()).forPeople(again, TEAM, LATER))
                .isEqualTo(feed(first()).forPeople(sent, TEAM, NOW));
    }

    @Test
    void grafana_feed_isTheGoldenFile() {
        SentEvents sent = SentEvents.NONE.next(first(), NOW);

        byte[] feed = feed(first())
                .forGrafana(sent, new RotationId("on-call"), new TierId("primary"), member -> member + "-g", NOW);

        Golden.check("grafana.ics", text(feed));
        assertThat(events(feed))
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("ana-g", "bo-g");
    }

    @Test
    void windows_areAnEventEach() {
        Rota rota = Draft.of(problem("Ana")
                        .period("2027-01-08", "2027-01-12")
                        .rotation(rotation("on-call")
                                .tiers("primary")
                                .workingDays("07:00-09:00", "16:00-22:00")
                                .weekends()
                                .holidays()
                                .handover(DayOfWeek.TUESDAY, "00:00")))
                .put("Ana", "on-call", "primary", "2027-01-08", 4)
                .rota();

        List<VEvent> events = events(feed(rota).forPeople(SentEvents.NONE.next(rota, NOW), TEAM, NOW));

        assertThat(events)
                .extracting(event -> event.getUid().getValue().replaceFirst("@.*", "") + " "
                        + event.getDateStart().getValue().toInstant() + " "
                        + event.getDateEnd().getValue().toInstant())
                .containsExactly(
                        "on-call.primary.2027-01-08 2027-01-08T07:00:00Z 2027-01-08T09:00:00Z",
                        "on-call.primary.2027-01-08.2 2027-01-08T16:00:00Z 2027-01-08T22:00:00Z",
                        "on-call.primary.2027-01-11 2027-01-11T07:00:00Z 2027-01-11T09:00:00Z",
                        "on-call.primary.2027-01-11.2 2027-01-11T16:00:00Z 2027-01-11T22:00:00Z");
    }

    @Test
    void officeHours_overAWeekend_leaveItOut() {
        Rota rota = Draft.of(problem("Ana").period("2027-01-08", "2027-01-12").rotation(officeHours("first-line")))
                .put(
                        "Ana",
                        "first-line",
                        officeHours("first-line")
                                .build()
                                .tiers()
                                .getFirst()
                                .id()
                                .value(),
                        "2027-01-08",
                        4)
                .rota();

        assertThat(events(feed(rota).forPeople(SentEvents.NONE.next(rota, NOW), TEAM, NOW)))
                .hasSize(2);
    }

    @Test
    void handover_inTheRepeatedHour_isWrittenInUtc() {
        // 31 October 2027, 01:30 comes twice in London: a local time would not say which.
        Rota rota = Draft.of(problem("Ana")
                        .period("2027-10-30", "2027-11-02")
                        .rotation(rotation("on-call").tiers("primary").handover(DayOfWeek.TUESDAY, "01:30")))
                .put("Ana", "on-call", "primary", "2027-10-31", 1)
                .rota();
        Instant start =
                rota.problem().schedules().getFirst().planned().get(1).span().start();

        byte[] feed = feed(rota).forPeople(SentEvents.NONE.next(rota, NOW), TEAM, NOW);

        assertThat(text(feed)).contains("DTSTART:" + start.toString().replaceAll("[-:]", "") + "\r\n");
        assertThat(events(feed).getFirst().getDateStart().getValue().toInstant())
                .isEqualTo(start);
    }

    @Test
    void zone_inSummerOnly_hasItsStandardTimeToo() {
        Rota rota = Draft.of(problem("Ana").zone("Pacific/Auckland").period("2027-01-05", "2027-01-06"))
                .put("Ana", "primary", "2027-01-05", 1)
                .rota();

        assertThat(text(feed(rota).forPeople(SentEvents.NONE.next(rota, NOW), TEAM, NOW)))
                .containsSubsequence(
                        "BEGIN:STANDARD", "DTSTART:20260405T030000", "BEGIN:DAYLIGHT", "DTSTART:20260927T020000")
                .containsOnlyOnce("BEGIN:DAYLIGHT");
    }

    @Test
    void names_withCommasAndEmoji_areFoldedBetweenCharactersAndReadBack() {
        String name = "Zoë, \"the 🚒\"; Müller-Łukasiewicz 🧑‍🚒🧑‍🚒🧑‍🚒🧑‍🚒 of the very long name 值班经理值班经理值班经理";
        Rota rota = Draft.of(problem(name).period("2027-01-05", "2027-01-12"))
                .put(name, "primary", "2027-01-05", 7)
                .rota();

        byte[] feed = feed(rota).forPeople(SentEvents.NONE.next(rota, NOW), TEAM, NOW);

        assertThat(events(feed).getFirst().getSummary().getValue()).isEqualTo(name + ": on-call primary");
        assertThat(text(feed).split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text(feed)).doesNotContain("�").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void emptyRota_isACalendarWithoutEvents() {
        Rota rota = Rota.empty(spring().build());

        assertThat(events(feed(rota).forPeople(SentEvents.NONE.next(rota, NOW), TEAM, NOW)))
                .isEmpty();
    }

    @Test
    void twoTeams_withTheSameSlots_haveOtherUids() {
        SentEvents sent = SentEvents.NONE.next(first(), NOW);
        RotaFeed other = new RotaFeed("product", first().problem().team());

        assertThat(events(other.forPeople(sent, TEAM, NOW)).getFirst().getUid())
                .isNotEqualTo(events(feed(first()).forPeople(sent, TEAM, NOW))
                        .getFirst()
                        .getUid());
    }
}
