package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.auditIssues;
import static org.oncall.rota.intake.Requests.audited;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Slot;

/** What becomes of a rota that was written by the hour; on-call days begin at noon unless said otherwise. */
class WrittenRotaTest {
    private static final String OFFICE_HOURS = """
            {"id": "desk", "kind": "IN_HOURS", "handover": {"time": "00:00"},
             "coverage": {"workingDays": ["09:00-12:00", "13:00-17:00"]}, "tiers": [{"id": "primary"}]}
            """;

    private static AuditIntake.Accepted written(String... shifts) {
        return of("{\"tiers\": [{\"id\": \"primary\"}]}", shifts);
    }

    private static AuditIntake.Accepted of(String rotations, String... shifts) {
        return audited(request(rotations, "2027-01-08", shifts));
    }

    private static String request(String rotations, String to, String... shifts) {
        return """
                {"team": {"members": [{"name": "Ana", "leave": [{"from": "2027-01-07", "to": "2027-01-07"}]}, "Bo", "Cy"],
                          "rotations": [%s]},
                 "from": "2027-01-05", "to": "%s", "shifts": [%s]}
                """.formatted(rotations, to, String.join(",", shifts));
    }

    private static String shift(String rotation, String tier, String member, String from, String to) {
        return """
                {"rotation": "%s", "tier": "%s", "member": "%s", "from": "2027-01-%s:00Z", "to": "2027-01-%s:00Z"}
                """.formatted(rotation, tier, member, from, to);
    }

    private static String primary(String member, String from, String to) {
        return shift("on-call", "primary", member, from, to);
    }

    private static String secondary(String member, String from, String to) {
        return shift("on-call", "secondary", member, from, to);
    }

    private static List<String> holders(AuditIntake.Accepted audited) {
        return audited.rota().problem().slots().stream()
                .map(slot -> show(audited, slot))
                .toList();
    }

    private static String show(AuditIntake.Accepted audited, Slot slot) {
        return slot.date().getDayOfMonth() + " " + audited.rota().holder(slot);
    }

    private static List<String> cuts(AuditIntake.Accepted audited) {
        return audited.cuts().stream()
                .map(cut -> cut.code() + " " + cut.member() + (cut.other() == null ? "" : " " + cut.other()) + " "
                        + cut.tier() + " " + cut.when().start().toString().substring(8, 16) + "/"
                        + cut.when().end().toString().substring(8, 16) + " " + cut.time())
                .toList();
    }

    private static AuditReport report(AuditIntake.Accepted audited) {
        return Audit.of(audited.rota(), audited.cuts());
    }

    @Test
    void wholeDays_losesNothing() {
        AuditIntake.Accepted audited =
                written(primary("Ana", "05T12:00", "06T12:00"), primary("Bo", "06T12:00", "08T12:00"));

        assertThat(holders(audited)).containsExactly("5 Ana", "6 Bo", "7 Bo");
        assertThat(audited.cuts()).isEmpty();
        assertThat(report(audited).isComplete()).isTrue();
    }

    @Test
    void handoverThreeHoursSooner_countsForWhoHasMostOfTheDay() {
        AuditIntake.Accepted audited =
                written(primary("Ana", "05T12:00", "06T09:00"), primary("Bo", "06T09:00", "08T12:00"));

        assertThat(holders(audited)).containsExactly("5 Ana", "6 Bo", "7 Bo");
        assertThat(cuts(audited)).containsExactly("PART_DAY Bo Ana primary 06T09:00/06T12:00 PT3H");
        assertThat(audited.cuts().getFirst().sentence())
                .isEqualTo("Bo is written for part of a day in primary of on-call from Wed 6 January 2027, 09:00 to"
                        + " Wed 6 January 2027, 12:00 (3 h), which counts for Ana, who has most of that day."
                        + " Maybe hand over at the handover time.");
        assertThat(report(audited).isLegal()).isTrue();
        assertThat(report(audited).isComplete()).isTrue();
    }

    @Test
    void twoHalves_countForTheFirst() {
        AuditIntake.Accepted audited = written(
                primary("Cy", "06T00:00", "06T12:00"),
                primary("Bo", "05T12:00", "06T00:00"),
                primary("Bo", "06T12:00", "08T12:00"));

        assertThat(holders(audited)).containsExactly("5 Bo", "6 Bo", "7 Bo");
        assertThat(cuts(audited)).containsExactly("PART_DAY Cy Bo primary 06T00:00/06T12:00 PT12H");
    }

    @Test
    void threeThirds_countForTheFirst_andTheSameMemberCountsTogether() {
        AuditIntake.Accepted audited = written(
                primary("Ana", "05T12:00", "05T20:00"),
                primary("Bo", "05T20:00", "06T04:00"),
                primary("Cy", "06T04:00", "06T12:00"),
                primary("Cy", "06T12:00", "06T18:00"),
                primary("Bo", "06T18:00", "07T04:00"),
                primary("Cy", "07T04:00", "08T12:00"));

        assertThat(holders(audited)).containsExactly("5 Ana", "6 Cy", "7 Cy");
        assertThat(cuts(audited))
                .containsExactly(
                        "PART_DAY Bo Ana primary 05T20:00/06T04:00 PT8H",
                        "PART_DAY Cy Ana primary 06T04:00/06T12:00 PT8H",
                        "PART_DAY Bo Cy primary 06T18:00/07T04:00 PT10H");
    }

    @Test
    void hoursThatNobodyHas_leaveTheRotaIncomplete() {
        AuditIntake.Accepted audited =
                written(primary("Bo", "05T12:00", "06T09:00"), primary("Cy", "06T12:00", "08T12:00"));

        assertThat(cuts(audited)).containsExactly("UNCOVERED Bo primary 06T09:00/06T12:00 PT3H");
        assertThat(audited.cuts().getFirst().sentence()).startsWith("Nobody is written for 3 h of primary of on-call");
        assertThat(report(audited).gaps()).isEmpty();
        assertThat(report(audited).isLegal()).isTrue();
        assertThat(report(audited).isComplete()).isFalse();
    }

    @Test
    void lessThanHalf_isAGapThatSaysWhoWasThere() {
        AuditIntake.Accepted audited =
                written(primary("Bo", "05T12:00", "06T21:00"), primary("Bo", "07T12:00", "08T12:00"));

        assertThat(holders(audited)).containsExactly("5 Bo", "6 null", "7 Bo");
        assertThat(cuts(audited)).containsExactly("PART_DAY Bo primary 06T12:00/06T21:00 PT9H");
        assertThat(report(audited).score().medium()).isEqualTo(1);
        assertThat(report(audited).isComplete()).isFalse();
    }

    @Test
    void secondHalfAlone_isAGap() {
        assertThat(holders(written(primary("Bo", "06T00:00", "08T12:00")))).containsExactly("5 null", "6 Bo", "7 Bo");
    }

    @Test
    void twoPeopleOverlapping_isNotLegal() {
        AuditIntake.Accepted audited =
                written(primary("Bo", "05T12:00", "07T12:00"), primary("Cy", "06T10:00", "08T12:00"));

        assertThat(holders(audited)).containsExactly("5 Bo", "6 Bo", "7 Cy");
        assertThat(cuts(audited)).containsExactly("OVERLAP Bo Cy primary 06T10:00/07T12:00 PT26H");
        assertThat(report(audited).score().isLegal()).isTrue();
        assertThat(report(audited).isLegal()).isFalse();
    }

    @Test
    void threePeopleOverlapping_areEachNamed() {
        AuditIntake.Accepted audited = written(
                primary("Bo", "05T12:00", "08T12:00"),
                primary("Cy", "05T12:00", "06T12:00"),
                primary("Ana", "06T06:00", "07T06:00"));

        assertThat(cuts(audited))
                .containsExactly(
                        "OVERLAP Bo Cy primary 05T12:00/06T12:00 PT24H",
                        "OVERLAP Bo Ana primary 06T06:00/07T06:00 PT24H",
                        // Ana's half of a day is on her leave, which the days of Bo hide.
                        "UNAVAILABLE Ana Bo primary 06T12:00/07T06:00 PT18H");
    }

    @Test
    void oneMemberTwice_isHarmless() {
        AuditIntake.Accepted audited =
                written(primary("Bo", "05T12:00", "07T12:00"), primary("Bo", "06T12:00", "08T12:00"));

        assertThat(cuts(audited)).containsExactly("WRITTEN_TWICE Bo primary 06T12:00/07T12:00 PT24H");
        assertThat(report(audited).isLegal()).isTrue();
    }

    @Test
    void overlapWhereNobodyIsNeeded_isHarmless() {
        AuditIntake.Accepted audited = of(
                OFFICE_HOURS,
                shift("desk", "primary", "Bo", "05T00:00", "06T08:00"),
                shift("desk", "primary", "Cy", "06T07:00", "08T00:00"));

        assertThat(cuts(audited)).containsExactly("WRITTEN_TWICE Bo Cy primary 06T07:00/06T08:00 PT1H");
    }

    @Test
    void coverageHours_decideAndNotTheClock() {
        AuditIntake.Accepted audited = of(
                OFFICE_HOURS,
                shift("desk", "primary", "Bo", "05T09:00", "05T12:00"),
                shift("desk", "primary", "Cy", "05T12:00", "06T17:00"),
                shift("desk", "primary", "Bo", "07T00:00", "08T00:00"));

        assertThat(holders(audited)).containsExactly("5 Cy", "6 Cy", "7 Bo");
        assertThat(cuts(audited))
                .containsExactly(
                        // Bo rests from Tuesday noon to Thursday morning.
                        "BACK_TO_BACK Bo primary 05T12:00/07T09:00 PT123H",
                        "PART_DAY Bo Cy primary 05T09:00/05T12:00 PT3H");
    }

    @Test
    void partOfADayOnLeave_isNotLegal() {
        AuditIntake.Accepted audited = written(
                primary("Bo", "05T12:00", "07T06:00"),
                primary("Ana", "07T06:00", "07T09:00"),
                primary("Bo", "07T09:00", "08T12:00"));

        assertThat(cuts(audited))
                .containsExactly(
                        "UNAVAILABLE Ana Bo primary 07T06:00/07T09:00 PT3H",
                        "PART_DAY Ana Bo primary 07T06:00/07T09:00 PT3H");
        assertThat(report(audited).isLegal()).isFalse();
    }

    @Test
    void partOfADayBeforeLeave_isHarmless() {
        AuditIntake.Accepted audited = written(
                primary("Bo", "05T12:00", "06T15:00"),
                primary("Ana", "06T15:00", "06T18:00"),
                primary("Bo", "06T18:00", "08T12:00"));

        assertThat(cuts(audited)).containsExactly("PART_DAY Ana Bo primary 06T15:00/06T18:00 PT3H");
    }

    @Test
    void partOfADayInTwoTiers_isNotLegal() {
        AuditIntake.Accepted audited = of(
                "{}",
                primary("Bo", "05T12:00", "07T12:00"),
                primary("Cy", "07T12:00", "08T12:00"),
                secondary("Cy", "05T12:00", "07T18:00"),
                secondary("Ana", "07T18:00", "08T12:00"));

        assertThat(cuts(audited))
                .containsExactly(
                        "TWO_PLACES Cy primary 07T12:00/07T18:00 PT6H",
                        "PART_DAY Cy Ana secondary 07T12:00/07T18:00 PT6H");
        assertThat(audited.cuts().getFirst().sentence())
                .contains("Cy is written for primary of on-call and for secondary of on-call");
        assertThat(report(audited).isLegal()).isFalse();
    }

    @Test
    void wholeDaysInTwoTiers_areAMatterForTheRules() {
        AuditIntake.Accepted audited =
                of("{}", primary("Bo", "05T12:00", "08T12:00"), secondary("Bo", "05T12:00", "08T12:00"));

        assertThat(audited.cuts()).isEmpty();
        assertThat(report(audited).costs()).containsEntry("two-places", 3L);
    }

    private static AuditIntake.Accepted month(String rotation, String... shifts) {
        return audited("""
                {"team": {"members": ["Ana", {"name": "Nia", "novice": true}, "Bo", "Cy"], "rotations": [%s]},
                 "from": "2027-01-05", "to": "2027-02-02", "shifts": [%s]}
                """.formatted(rotation, String.join(",", shifts)));
    }

    private static final String ONE_TIER = "{\"tiers\": [{\"id\": \"primary\"}]}";

    private static List<String> hard(AuditIntake.Accepted audited) {
        return audited.cuts().stream()
                .filter(cut -> cut.code().level() == Cut.Level.HARD)
                .map(cut -> cut.code() + " " + cut.member() + " "
                        + cut.when().start().toString().substring(8, 16) + "/"
                        + cut.when().end().toString().substring(8, 16) + " " + cut.time())
                .toList();
    }

    @Test
    void partOfADayInTheRest_isNotLegal() {
        AuditIntake.Accepted audited = month(
                ONE_TIER,
                primary("Ana", "05T12:00", "08T12:00"),
                primary("Bo", "08T12:00", "11T14:00"),
                primary("Ana", "11T14:00", "11T16:00"),
                primary("Bo", "11T16:00", "12T12:00"));

        assertThat(hard(audited)).containsExactly("BACK_TO_BACK Ana 08T12:00/11T14:00 PT94H");
        assertThat(audited.cuts().getFirst().sentence())
                .isEqualTo("By the hours as written Ana has a rest in on-call from Fri 8 January 2027, 12:00 to"
                        + " Mon 11 January 2027, 14:00, 3 days 22 h less than the 7 days of rest that are required."
                        + " Maybe give hours at one end to somebody else.");
        assertThat(report(audited).score().isLegal()).isTrue();
        assertThat(report(audited).isLegal()).isFalse();
    }

    @Test
    void partOfADayBesideTheOwnStint_isOneStint() {
        AuditIntake.Accepted audited =
                month(ONE_TIER, primary("Ana", "05T12:00", "08T18:00"), primary("Bo", "08T18:00", "15T12:00"));

        assertThat(audited.cuts()).extracting(Cut::code).containsExactly(Cut.Code.PART_DAY);
    }

    @Test
    void reliefForAFewHours_doesNotEndAStint() {
        AuditIntake.Accepted audited = month(
                ONE_TIER,
                primary("Ana", "05T12:00", "08T18:00"),
                primary("Bo", "08T18:00", "08T21:00"),
                primary("Ana", "08T21:00", "12T12:00"));

        assertThat(audited.cuts()).extracting(Cut::code).containsExactly(Cut.Code.PART_DAY);
    }

    @Test
    void handoverSomeHoursLate_isTold_andHalfADayMoreIsNotLegal() {
        AuditIntake.Accepted late =
                month(ONE_TIER, primary("Ana", "05T12:00", "12T23:00"), primary("Bo", "12T23:00", "19T12:00"));
        AuditIntake.Accepted both = month(
                ONE_TIER,
                primary("Cy", "05T12:00", "07T06:00"),
                primary("Ana", "07T06:00", "14T18:00"),
                primary("Bo", "14T18:00", "19T12:00"));

        assertThat(cuts(late))
                .containsExactly(
                        "STRETCHED Ana primary 05T12:00/12T23:00 PT11H",
                        "PART_DAY Ana Bo primary 12T12:00/12T23:00 PT11H");
        assertThat(report(late).isLegal()).isTrue();
        assertThat(hard(both)).containsExactly("LONG_STINT Ana 07T06:00/14T18:00 PT12H");
        assertThat(report(both).score().isLegal()).isTrue();
    }

    @Test
    void weeksHandedOverAtMidnight_areNoLongerThanAWeek() {
        AuditIntake.Accepted audited = month(
                ONE_TIER,
                primary("Bo", "05T12:00", "06T00:00"),
                primary("Ana", "06T00:00", "13T00:00"),
                primary("Cy", "13T00:00", "20T00:00"),
                primary("Ana", "20T00:00", "27T00:00"),
                primary("Bo", "27T00:00", "27T12:00"));

        assertThat(audited.cuts()).extracting(Cut::code).containsOnly(Cut.Code.PART_DAY);
    }

    @Test
    void restOfADayAroundARelief_isARest() {
        AuditIntake.Accepted audited = month(
                "{\"tiers\": [{\"id\": \"primary\"}], \"rest\": \"P1D\"}",
                primary("Ana", "05T12:00", "11T12:00"),
                primary("Bo", "11T12:00", "12T10:00"),
                primary("Ana", "12T10:00", "17T12:00"));

        assertThat(hard(audited)).isEmpty();
        assertThat(report(audited).isLegal()).isTrue();
    }

    @Test
    void historyCounts_forAStintAndForRest() {
        String request = """
                {"team": {"members": ["Ana", "Bo", "Cy"], "rotations": [{"tiers": [{"id": "primary"}]}]},
                 "from": "2027-01-05", "to": "2027-02-02",
                 "history": [{"rotation": "on-call", "tier": "primary", "member": "Ana",
                              "from": "2026-12-%s:00Z", "to": "2027-01-%s:00Z"}],
                 "shifts": [%s]}
                """;
        AuditIntake.Accepted rest = audited(request.formatted(
                "29T12:00",
                "03T12:00",
                String.join(
                        ",",
                        primary("Bo", "05T12:00", "06T09:00"),
                        primary("Ana", "06T09:00", "06T11:00"),
                        primary("Bo", "06T11:00", "08T12:00"))));
        AuditIntake.Accepted stint = audited(request.formatted(
                "28T23:00",
                "05T12:00",
                String.join(",", primary("Ana", "05T12:00", "05T18:00"), primary("Bo", "05T18:00", "08T12:00"))));

        assertThat(hard(rest)).containsExactly("BACK_TO_BACK Ana 03T12:00/06T09:00 PT99H");
        assertThat(hard(stint)).containsExactly("LONG_STINT Ana 28T23:00/05T18:00 PT19H");
    }

    @Test
    void nightsOfAFortnight_areHalfOfTheTime() {
        List<String> shifts = new java.util.ArrayList<>();
        for (int day = 5; day < 31; day++) {
            String next = String.format("%02d", day + 1);
            String date = String.format("%02d", day);
            shifts.add(primary("Bo", date + "T12:00", next + "T00:00"));
            shifts.add(primary("Ana", next + "T00:00", next + "T12:00"));
        }
        shifts.add(primary("Ana", "31T12:00", "31T23:00"));
        AuditIntake.Accepted audited =
                month("{\"tiers\": [{\"id\": \"primary\"}], \"longest\": \"P28D\"}", shifts.toArray(String[]::new));

        // 26 nights and 11 hours are 13.46 of 28 days; with two days' other halves, 13.96 and 14.46.
        assertThat(hard(audited)).isEmpty();
        shifts.add(shift("on-call", "secondary", "Ana", "06T12:00", "07T00:00"));
        assertThat(hard(month("{\"longest\": \"P28D\"}", shifts.toArray(String[]::new))))
                .isEmpty();
        shifts.add(shift("on-call", "secondary", "Ana", "09T12:00", "10T00:00"));
        assertThat(hard(month("{\"longest\": \"P28D\"}", shifts.toArray(String[]::new))))
                .containsExactly("HALF_THE_TIME Ana 05T12:00/01T12:00 PT347H");
    }

    @Test
    void noviceAloneForAFewHours_isNotLegal() {
        AuditIntake.Accepted audited = month(
                "{}",
                primary("Ana", "05T12:00", "11T22:00"),
                primary("Bo", "12T03:00", "18T12:00"),
                secondary("Nia", "05T12:00", "12T12:00"),
                secondary("Cy", "12T12:00", "18T12:00"));

        assertThat(hard(audited)).containsExactly("UNSUPERVISED Nia 11T22:00/12T03:00 PT5H");
        assertThat(report(audited).score().isLegal()).isTrue();
    }

    @Test
    void noviceForAFewHoursBesideSomebodyExperienced_isHarmless() {
        AuditIntake.Accepted audited = month(
                "{}",
                primary("Ana", "05T12:00", "12T12:00"),
                secondary("Cy", "05T12:00", "06T09:00"),
                secondary("Nia", "06T09:00", "12T12:00"));

        assertThat(hard(audited)).isEmpty();
    }

    @Test
    void hoursOfASecondFestiveDay_areNotLegal() {
        AuditIntake.Accepted audited = audited("""
                {"team": {"members": ["Ana", "Bo", "Cy"], "rotations": [{"tiers": [{"id": "primary"}], "handover": {"time": "00:00"}}]},
                 "from": "2026-12-22", "to": "2027-01-19", "shifts": [
                   {"rotation": "on-call", "tier": "primary", "member": "Ana", "from": "2026-12-25T00:00:00Z", "to": "2026-12-26T00:00:00Z"},
                   {"rotation": "on-call", "tier": "primary", "member": "Bo", "from": "2027-01-01T00:00:00Z", "to": "2027-01-01T20:00:00Z"},
                   {"rotation": "on-call", "tier": "primary", "member": "Ana", "from": "2027-01-01T20:00:00Z", "to": "2027-01-02T00:00:00Z"}]}
                """);

        assertThat(hard(audited)).containsExactly("BOTH_FESTIVE_DAYS Ana 01T20:00/02T00:00 PT4H");
    }

    @Test
    void handoverBeforeLeave_isNotOnLeave() {
        AuditIntake.Accepted free = written(
                primary("Bo", "05T12:00", "06T12:00"),
                primary("Ana", "06T12:00", "07T00:00"),
                primary("Cy", "07T00:00", "08T12:00"));
        AuditIntake.Accepted anHourLate = written(
                primary("Bo", "05T12:00", "06T12:00"),
                primary("Ana", "06T12:00", "07T01:00"),
                primary("Bo", "07T01:00", "08T12:00"));

        assertThat(holders(free)).containsExactly("5 Bo", "6 Ana", "7 Cy");
        assertThat(report(free).costs()).containsEntry("on-leave", 0L);
        assertThat(report(free).isLegal()).isTrue();
        assertThat(report(anHourLate).costs()).containsEntry("on-leave", 1L);
    }

    @Test
    void sameCutOnDaysRunning_isOneFinding() {
        AuditIntake.Accepted audited = of(
                "{}",
                primary("Bo", "05T12:00", "08T12:00"),
                secondary("Cy", "05T12:00", "06T02:00"),
                secondary("Ana", "06T02:00", "06T12:00"),
                secondary("Cy", "06T12:00", "07T02:00"),
                secondary("Bo", "07T02:00", "07T12:00"),
                secondary("Cy", "07T12:00", "08T02:00"),
                secondary("Bo", "08T02:00", "08T12:00"));

        assertThat(cuts(audited))
                .containsExactly(
                        "TWO_PLACES Bo primary 07T02:00/08T12:00 PT20H",
                        "PART_DAY Ana Cy secondary 06T02:00/06T12:00 PT10H",
                        "PART_DAY Bo Cy secondary 07T02:00/08T12:00 PT20H");
    }

    @Test
    void outsideThePeriod_isAFindingOnEachSide() {
        AuditIntake.Accepted audited =
                written(primary("Bo", "04T12:00", "09T12:00"), primary("Cy", "20T12:00", "21T12:00"));

        assertThat(holders(audited)).containsExactly("5 Bo", "6 Bo", "7 Bo");
        assertThat(cuts(audited))
                .containsExactly(
                        "OUTSIDE Bo primary 04T12:00/05T12:00 PT24H",
                        "OUTSIDE Bo primary 08T12:00/09T12:00 PT24H",
                        "OUTSIDE Cy primary 20T12:00/21T12:00 PT24H");
        assertThat(report(audited).isLegal()).isTrue();
    }

    @Test
    void noCoverageAtAll_isAFinding() {
        AuditIntake.Accepted audited = of(
                OFFICE_HOURS,
                shift("desk", "primary", "Bo", "05T00:00", "08T00:00"),
                shift("desk", "primary", "Cy", "05T12:00", "05T13:00"));

        assertThat(cuts(audited))
                .containsExactly(
                        "WRITTEN_TWICE Bo Cy primary 05T12:00/05T13:00 PT1H",
                        "NO_COVERAGE Cy primary 05T12:00/05T13:00 PT1H");
    }

    @Test
    void noShifts_isARotaOfGaps() {
        AuditIntake.Accepted audited = written();

        assertThat(holders(audited)).containsExactly("5 null", "6 null", "7 null");
        assertThat(audited.cuts()).isEmpty();
    }

    @Test
    void moreCutsThanAnybodyReads_areCounted() {
        String many = IntStream.range(0, CutList.MOST_REPORTED + 5)
                .mapToObj(i -> primary("Bo", "20T12:00", "21T12:00"))
                .collect(Collectors.joining(","));
        AuditIntake.Accepted audited = written(many, primary("Cy", "05T12:00", "08T12:00"));

        assertThat(audited.cuts()).hasSize(CutList.MOST_REPORTED + 1);
        Cut last = audited.cuts().getLast();
        assertThat(last.code()).isEqualTo(Cut.Code.MORE);
        assertThat(last.time()).isEqualTo(Duration.ofDays(1));
        assertThat(last.sentence()).contains(" more findings of level SOFT than the 1000 listed.");
    }

    @Test
    void request_isKeptWithItsShiftsAndDefaults() {
        AuditIntake.Accepted audited = written(primary("Bo", "05T12:00", "08T12:00"));

        assertThat(audited.request().shifts()).hasSize(1);
        assertThat(audited.request().now()).isEqualTo("2026-11-20");
        assertThat(audited(Requests.JSON.valueToTree(audited.request()).toString())
                        .rota()
                        .holders())
                .isEqualTo(audited.rota().holders());
    }

    @Test
    void everyIssue_isReportedAtOnce() {
        List<Issue> issues = auditIssues(request(
                        "{}",
                        "2027-01-08",
                        shift("on-cal", "primary", "Ana", "05T12:00", "06T12:00"),
                        shift("on-call", "tertiary", "Zed", "06T12:00", "05T12:00"),
                        "{\"rotation\": \"on-call\", \"tier\": \"primary\", \"member\": \"Ana\", \"from\": \"soon\"}")
                .replace("\"to\": \"2027-01-08\"", "\"to\": \"2027-01-01\""));

        assertThat(issues)
                .extracting(issue -> issue.pointer() + " " + issue.code())
                .containsExactlyInAnyOrder(
                        "/to wrong-order",
                        "/shifts/0/rotation unknown-rotation",
                        "/shifts/1/tier unknown-tier",
                        "/shifts/1/member unknown-member",
                        "/shifts/1/to wrong-order",
                        "/shifts/2/from bad-instant",
                        "/shifts/2/to missing");
    }

    @Test
    void withoutShifts_isAnIssue() {
        assertThat(auditIssues(Requests.NAMES_ONLY))
                .singleElement()
                .satisfies(issue -> assertThat(issue.pointer()).isEqualTo("/shifts"));
    }

    @Test
    void unknownField_isRefused_andShiftsAreInARequestToSolve() {
        assertThat(auditIssues(Requests.namesWith("/shiftz", "[]")))
                .extracting(Issue::code)
                .contains("unknown-field");
        assertThat(Requests.issues(Requests.namesWith("/shifts", "[]")))
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("unknown-field"));
    }

    @Test
    void tooManyShifts_areAnIssue() {
        String many = IntStream.range(0, 20_001).mapToObj(i -> "{}").collect(Collectors.joining(","));

        assertThat(auditIssues(request("{}", "2027-01-08", many)))
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("too-many"));
    }
}
