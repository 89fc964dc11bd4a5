package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class AwkwardHandoverTest {
    private static final String RULE = "handover";

    @Test
    void handover_onThePreferredDay_isFree() {
        assertThat(handedOver(team(), "2027-01-12").charges(RULE)).isEmpty();
    }

    @Test
    void handover_onAnotherWorkingDay_costs20() {
        assertThat(handedOver(team(), "2027-01-13").charges(RULE)).containsExactly("Bo 20");
    }

    @Test
    void handover_onAWeekend_costs60() {
        assertThat(handedOver(team(), "2027-01-16").charges(RULE)).containsExactly("Bo 60");
        assertThat(handedOver(team(), "2027-01-17").charges(RULE)).containsExactly("Bo 60");
    }

    @Test
    void handover_onABankHoliday_costs60() {
        assertThat(handedOver(team().holidaysOn("2027-01-14"), "2027-01-14").charges(RULE))
                .containsExactly("Bo 60");
    }

    @Test
    void handover_afterATuesdayBankHoliday_isPreferredOnWednesday() {
        ProblemBuilder problem = team().holidaysOn("2027-01-12");

        assertThat(handedOver(problem, "2027-01-12").charges(RULE)).containsExactly("Bo 60");
        assertThat(handedOver(problem, "2027-01-13").charges(RULE)).isEmpty();
        assertThat(handedOver(problem, "2027-01-14").charges(RULE)).containsExactly("Bo 20");
    }

    @Test
    void handover_afterAHolidayBeforeAWeekend_isPreferredOnMonday() {
        ProblemBuilder problem =
                team().holidaysOn("2027-01-15").rotation(rotation("on-call").handover(DayOfWeek.FRIDAY, "12:00"));

        assertThat(handedOver(problem, "2027-01-16").charges(RULE)).containsExactly("Bo 60");
        assertThat(handedOver(problem, "2027-01-18").charges(RULE)).isEmpty();
    }

    @Test
    void handover_toOrFromAGap_costsNothing() {
        Draft rota = Draft.of(team()).put("Ana", "primary", "2027-01-06", 3).put("Bo", "primary", "2027-01-10", 4);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void handover_toTheSamePersonInAnotherTier_isAHandoverOfBothTiers() {
        Draft rota = Draft.of(team())
                .put("Ana", "primary", "2027-01-05", 2)
                .put("Bo", "secondary", "2027-01-05", 2)
                .put("Bo", "primary", "2027-01-07", 2)
                .put("Ana", "secondary", "2027-01-07", 2);

        assertThat(rota.charges(RULE)).containsExactly("Bo 20", "Ana 20");
    }

    @Test
    void handover_nobody_isFree() {
        assertThat(Draft.of(team()).breaches(RULE)).isEmpty();
    }

    @Test
    void handover_fromTheLastOfHistory_countsAtTheStart() {
        ProblemBuilder wednesday = team().period("2027-02-03", "2027-03-30").history("Ana", "primary", "2027-01-26", 8);
        ProblemBuilder tuesday = team().period("2027-02-02", "2027-03-30").history("Ana", "primary", "2027-01-26", 7);
        ProblemBuilder longAgo = team().period("2027-02-03", "2027-03-30").history("Ana", "primary", "2027-01-19", 7);

        assertThat(Draft.of(wednesday).put("Bo", "primary", "2027-02-03", 6).charges(RULE))
                .containsExactly("Bo 20");
        assertThat(Draft.of(wednesday).put("Ana", "primary", "2027-02-03", 6).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(wednesday).put("Bo", "secondary", "2027-02-03", 6).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(wednesday).charges(RULE)).isEmpty();
        assertThat(Draft.of(tuesday).put("Bo", "primary", "2027-02-02", 7).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(longAgo).put("Bo", "primary", "2027-02-03", 6).charges(RULE))
                .isEmpty();
    }

    @Test
    void handover_inOrBesideTheFestivePeriod_costs5() {
        ProblemBuilder winter = team().period("2027-12-07", "2028-02-01");

        assertThat(handedOver(winter, "2027-12-23").charges(RULE)).containsExactly("Bo 20");
        assertThat(handedOver(winter, "2027-12-24").charges(RULE)).containsExactly("Bo 5");
        assertThat(handedOver(winter, "2027-12-26").charges(RULE)).containsExactly("Bo 5"); // a Sunday
        assertThat(handedOver(winter, "2028-01-03").charges(RULE)).containsExactly("Bo 5"); // after 2 January
        assertThat(handedOver(winter, "2028-01-05").charges(RULE)).containsExactly("Bo 20");
    }

    @Test
    void handover_onThePreferredDayInTheFestivePeriod_isFree() {
        ProblemBuilder winter = team().period("2027-12-07", "2028-02-01");

        assertThat(handedOver(winter, "2027-12-28").charges(RULE)).isEmpty();
        assertThat(handedOver(winter.holidays("GB-ENG"), "2027-12-28").charges(RULE))
                .containsExactly("Bo 5");
        assertThat(handedOver(winter.holidays("GB-ENG"), "2027-12-29").charges(RULE))
                .isEmpty();
    }

    @Test
    void handover_ofOfficeHours_isPreferredAfterTheWeekend() {
        Draft rota = Draft.of(team().rotation(officeHours("support")))
                .put("Ana", "desk", "2027-01-11", 5)
                .put("Bo", "desk", "2027-01-18", 4)
                .put("Ana", "desk", "2027-01-22", 4);

        assertThat(rota.charges(RULE)).containsExactly("Ana 20"); // on Friday 22
    }

    @Test
    void handover_ofOfficeHoursPreferredOnAnUnplannedDay_isPreferredOnTheNextPlannedOne() {
        ProblemBuilder problem = team().rotation(officeHours("support").handover(DayOfWeek.SUNDAY, "09:00"));

        assertThat(Draft.of(problem)
                        .put("Ana", "desk", "2027-01-11", 5)
                        .put("Bo", "desk", "2027-01-18", 5)
                        .charges(RULE))
                .isEmpty();
    }

    @Test
    void handover_severalRotations_areAllSeen() {
        Draft rota = Draft.of(team().rotation(rotation("one"))
                        .rotation(rotation("two").handover(DayOfWeek.WEDNESDAY, "10:00")))
                .put("Ana", "one", "primary", "2027-01-05", 8)
                .put("Bo", "one", "primary", "2027-01-13", 2)
                .put("Bo", "two", "secondary", "2027-01-05", 8)
                .put("Ana", "two", "secondary", "2027-01-13", 3)
                .put("Bo", "two", "secondary", "2027-01-16", 3);

        assertThat(rota.charges(RULE)).containsExactly("Bo 20", "Bo 60");
    }

    @Test
    void handover_sentence_namesBothPeople() {
        assertThat(handedOver(team(), "2027-01-13").sentences(RULE))
                .containsExactly("The primary of on-call passes from Ana to Bo on Wed 13 January 2027, on a working day"
                        + " that is not the preferred one.");
        assertThat(handedOver(team(), "2027-01-16").sentences(RULE))
                .containsExactly("The primary of on-call passes from Ana to Bo on Sat 16 January 2027, on a weekend or"
                        + " bank holiday.");
        assertThat(handedOver(team().period("2027-12-07", "2028-02-01"), "2027-12-26")
                        .sentences(RULE))
                .containsExactly("The primary of on-call passes from Ana to Bo on Sun 26 December 2027, beside the"
                        + " festive period.");
    }

    private static ProblemBuilder team() {
        return problem("Ana", "Bo");
    }

    /** Ana hands over to Bo at the start of that on-call day. */
    private static Draft handedOver(ProblemBuilder problem, String date) {
        String before = LocalDate.parse(date).minusDays(3).toString();
        return Draft.of(problem).put("Ana", "primary", before, 3).put("Bo", "primary", date, 4);
    }
}
