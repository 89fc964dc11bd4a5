package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class TwoPlacesTest {
    private static final String RULE = "two-places";

    @Test
    void twoPlaces_bothTiersOnOneDay_costsOne() {
        Draft rota = Draft.of(problem("Ana", "Bo"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-11", 1)
                .put("Bo", "secondary", "2027-01-05", 6);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void twoPlaces_threeTiersOnOneDay_costsThreePairs() {
        Draft rota = Draft.of(problem("Ana", "Bo").rotation(rotation("on-call").tiers("a", "b", "c")))
                .put("Bo", "a", "2027-01-07", 1)
                .put("Ana", "b", "2027-01-07", 2)
                .put("Ana", "a", "2027-01-08", 1)
                .put("Ana", "c", "2027-01-08", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 3");
    }

    @Test
    void twoPlaces_otherTierOnTheNextDay_isFree() {
        Draft rota = Draft.of(problem("Ana", "Bo"))
                .put("Ana", "primary", "2027-01-05", 3)
                .put("Ana", "secondary", "2027-01-08", 4);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void twoPlaces_twoPeopleOnOneDay_isFree() {
        Draft rota = Draft.of(problem("Ana", "Bo"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "secondary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void twoPlaces_nobody_isFree() {
        assertThat(Draft.of(problem("Ana", "Bo")).breaches(RULE)).isEmpty();
    }

    @Test
    void twoPlaces_slotOverlappingTwoOfAnotherRotation_costsBothPairs() {
        Draft rota = Draft.of(twoAroundTheClock())
                .put("Ana", "on-call", "primary", "2027-01-06", 1)
                // Wednesday midday to Thursday midday meets both Wednesday 09:00 and Thursday 09:00.
                .put("Ana", "other", "first", "2027-01-05", 4);

        assertThat(rota.charges(RULE)).containsExactly("Ana 2");
    }

    @Test
    void twoPlaces_bothTiersOverlappingTwoOfAnotherRotation_costsEveryPair() {
        Draft rota = Draft.of(twoAroundTheClock())
                .put("Ana", "on-call", "primary", "2027-01-06", 1)
                .put("Ana", "on-call", "secondary", "2027-01-06", 1)
                .put("Ana", "other", "first", "2027-01-06", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 4");
    }

    @Test
    void twoPlaces_otherRotationHeldBySomebodyElse_isFree() {
        Draft rota = Draft.of(twoAroundTheClock())
                .put("Ana", "on-call", "primary", "2027-01-06", 1)
                .put("Bo", "other", "first", "2027-01-05", 4);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void twoPlaces_hoursThatOnlyTouch_areFree() {
        Draft rota = Draft.of(problem("Ana")
                        .rotation(rotation("nights")
                                .tiers("first")
                                .handover(DayOfWeek.MONDAY, "17:00")
                                .everyDay("17:00-09:00"))
                        .rotation(officeHours("support")))
                .put("Ana", "nights", "first", "2027-01-11", 5)
                .put("Ana", "support", "desk", "2027-01-11", 5);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void twoPlaces_officeHoursWithinRoundTheClock_costsOneForEachOverlappingPair() {
        Draft rota = Draft.of(problem("Ana", "Bo").rotation(rotation("on-call")).rotation(officeHours("support")))
                .put("Ana", "on-call", "secondary", "2027-01-11", 1)
                .put("Ana", "support", "desk", "2027-01-11", 3);

        // Monday midday to Tuesday midday meets Monday's afternoon and Tuesday's morning.
        assertThat(rota.charges(RULE)).containsExactly("Ana 2");
    }

    @Test
    void twoPlaces_lastSlotOfHistoryReachesIntoThePeriod_costsOne() {
        ProblemBuilder late = problem("Bo", "Ana")
                .rotation(rotation("on-call"))
                .rotation(rotation("late").tiers("first").handover(DayOfWeek.TUESDAY, "18:00"))
                .history("Ana", "late", "first", "2027-01-03", 2);

        assertThat(Draft.of(late)
                        .put("Ana", "on-call", "primary", "2027-01-05", 2)
                        .put("Bo", "on-call", "secondary", "2027-01-05", 2)
                        .charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(late)
                        .put("Ana", "on-call", "primary", "2027-01-06", 2)
                        .charges(RULE))
                .isEmpty();
    }

    @Test
    void twoPlaces_sentence_namesThePersonAndTheDay() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-08", 1)
                .put("Ana", "secondary", "2027-01-08", 1);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana holds slots whose hours overlap on Fri 8 January 2027 (1 pair);"
                        + " nobody can be in two places.");
    }

    private static ProblemBuilder twoAroundTheClock() {
        return problem("Ana", "Bo")
                .rotation(rotation("on-call"))
                .rotation(rotation("other").tiers("first").handover(DayOfWeek.TUESDAY, "09:00"));
    }
}
