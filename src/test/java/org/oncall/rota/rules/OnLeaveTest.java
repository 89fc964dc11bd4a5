package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class OnLeaveTest {
    private static final String RULE = "on-leave";

    @Test
    void onLeave_weekEndingInLeave_costsEachSlotWhoseHoursOverlap() {
        Draft rota = Draft.of(anaAway()).put("Ana", "primary", "2027-01-05", 7);

        // Leave from Sunday 10 January: the on-call day of Saturday runs into it until midday.
        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1", "Ana 1");
        assertThat(rota.sentences(RULE))
                .containsExactly(
                        "Ana is on leave on Sat 9 January 2027 and cannot hold primary of on-call.",
                        "Ana is on leave on Sun 10 January 2027 and cannot hold primary of on-call.",
                        "Ana is on leave on Mon 11 January 2027 and cannot hold primary of on-call.");
    }

    @Test
    void onLeave_dayBeforeThatEndsWhenLeaveDayBegins_isFree() {
        Draft rota = Draft.of(anaAway()).put("Ana", "primary", "2027-01-05", 4);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void onLeave_lastDayOfLeave_isLeaveToMidnight() {
        assertThat(Draft.of(anaAway()).put("Ana", "primary", "2027-01-12", 7).charges(RULE))
                .containsExactly("Ana 1");
        assertThat(Draft.of(anaAway()).put("Ana", "primary", "2027-01-13", 6).charges(RULE))
                .isEmpty();
    }

    @Test
    void onLeave_somebodyElseHoldsTheDays_isFree() {
        Draft rota = Draft.of(anaAway()).put("Bo", "primary", "2027-01-05", 7).put("Ana", "secondary", "2027-01-19", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void onLeave_nobody_isFree() {
        assertThat(Draft.of(anaAway()).breaches(RULE)).isEmpty();
    }

    @Test
    void onLeave_coverageEndsBeforeLeaveBegins_isFree() {
        ProblemBuilder evenings = problem("Bo")
                .member(member("Ana").leave("2027-01-10", "2027-01-12"))
                .rotation(rotation("evenings").everyDay("16:00-22:00"));

        assertThat(Draft.of(evenings).put("Ana", "primary", "2027-01-08", 2).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(evenings).put("Ana", "primary", "2027-01-08", 3).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void onLeave_coverageOfTheMorningAfter_costsOne() {
        Draft rota = Draft.of(problem("Bo")
                        .member(member("Ana").leave("2027-01-10", "2027-01-12"))
                        .rotation(rotation("ends").everyDay("07:00-09:00", "16:00-22:00")))
                .put("Ana", "primary", "2027-01-09", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void onLeave_overAnUnplannedWeekend_isFreeInOfficeHours() {
        ProblemBuilder support = problem("Bo")
                .member(member("Ana").leave("2027-01-09", "2027-01-11"))
                .rotation(officeHours("support"));

        assertThat(Draft.of(support).put("Ana", "desk", "2027-01-05", 6).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(support).put("Ana", "desk", "2027-01-05", 8).charges(RULE))
                .containsExactly("Ana 1"); // Monday 11 January
    }

    @Test
    void onLeave_inBothTiersOnADay_costsEachSlot() {
        Draft rota =
                Draft.of(anaAway()).put("Ana", "primary", "2027-01-11", 1).put("Ana", "secondary", "2027-01-11", 1);

        assertThat(rota.total(RULE)).isEqualTo(2);
    }

    @Test
    void onLeave_twoLeaves_bothCount() {
        Draft rota = Draft.of(problem("Bo")
                        .member(member("Ana").leave("2027-01-20", "2027-01-20").leave("2027-01-06", "2027-01-06")))
                .put("Ana", "primary", "2027-01-05", 28);

        // Each day of leave is touched by its own on-call day and the one before.
        assertThat(rota.total(RULE)).isEqualTo(4);
    }

    @Test
    void onLeave_onADateThatTheZoneSkipped_isFree() {
        Draft rota = Draft.of(problem("Bo")
                        .member(member("Ana").leave("2011-12-30", "2011-12-30"))
                        .zone("Pacific/Apia")
                        .period("2011-12-27", "2012-01-03"))
                .put("Ana", "primary", "2011-12-27", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    private static ProblemBuilder anaAway() {
        return problem("Bo").member(member("Ana").leave("2027-01-10", "2027-01-12"));
    }
}
