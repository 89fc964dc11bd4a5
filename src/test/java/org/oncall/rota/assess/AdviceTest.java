package org.oncall.rota.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.support.ProblemBuilder;

class AdviceTest {
    private static List<String> advice(ProblemBuilder problem) {
        return Audit.of(Rota.empty(problem.holidays("GB-ENG").build())).advice();
    }

    @Test
    void advice_eightPeopleForTwoTiers_isNone() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")))
                .isEmpty();
    }

    @Test
    void advice_sixPeopleForTwoTiers_saysThat30PercentNeeds7() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo")))
                .containsExactly(
                        "Rotation on-call: with 6 people and 2 tiers the average time on call is 33.3 %; 30 % needs 7 people.",
                        "Rotation on-call: 6 people are enough by the guidance; ideally there are 8.");
    }

    @Test
    void advice_sevenPeopleForTwoTiers_asksForTheIdealOnly() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus")))
                .containsExactly("Rotation on-call: 7 people are enough by the guidance; ideally there are 8.");
    }

    @Test
    void advice_fourPeopleForTwoTiers_saysThatHalfTheTimeIsTooMuch() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di")))
                .containsExactly(
                        "Rotation on-call: with 4 people and 2 tiers the average time on call is 50.0 %; 30 % needs 7 people.",
                        "Rotation on-call: nobody may be on call half of the time or more, and 4 people for 2 tiers average 50.0 %; there will be gaps.",
                        "Rotation on-call: the guidance asks for at least 6 people to run a rota sustainably, ideally 8; there are 4.");
    }

    @Test
    void advice_threePeopleForTwoTiers_saysThatThereWillBeGaps() {
        assertThat(advice(problem("Ana", "Bo", "Cy")))
                .containsExactly(
                        "Rotation on-call: with 3 people and 2 tiers the average time on call is 66.7 %; 30 % needs 7 people.",
                        "Rotation on-call: resting a week after each week needs at least 4 people for 2 tiers; there are 3, so there will be gaps.",
                        "Rotation on-call: the guidance asks for at least 6 people to run a rota sustainably, ideally 8; there are 3.");
    }

    @Test
    void advice_onePerson_saysThatEveryAbsenceIsAGap() {
        assertThat(advice(problem("Ana").rotation(rotation("on-call").tiers("primary"))))
                .containsExactly(
                        "Rotation on-call: with 1 person and 1 tier the average time on call is 100.0 %; 30 % needs 4 people.",
                        "Rotation on-call: resting a week after each week needs at least 2 people for 1 tier; there is 1, so there will be gaps.",
                        "Rotation on-call: the guidance asks for at least 6 people to run a rota sustainably, ideally 8; there is 1.",
                        "Tier primary of rotation on-call can be held by Ana alone: every absence is a gap.");
    }

    @Test
    void advice_tierThatNobodyCanHold_saysThatItStaysEmpty() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                        .rotation(rotation("on-call").tier("primary").tier("secondary", "magic"))))
                .containsExactly("Tier secondary of rotation on-call can be held by nobody: it stays empty.");
    }

    @Test
    void advice_nobodyOptedIn_saysSoOfEachTier() {
        assertThat(advice(problem().member(member("Ana").optedOut())))
                .containsExactly(
                        "Tier primary of rotation on-call can be held by nobody: it stays empty.",
                        "Tier secondary of rotation on-call can be held by nobody: it stays empty.");
    }

    @Test
    void advice_oneTierWithNovices_saysThatTheyStayOffIt() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus")
                        .member(member("Hal").novice())
                        .rotation(rotation("on-call").tiers("primary"))))
                .containsExactly(
                        "Rotation on-call has one tier, so a novice's first stints cannot be supervised and novices stay off it.");
    }

    @Test
    void advice_officeHours_isNotCountedAsOnCallTime() {
        assertThat(advice(problem("Ana", "Bo", "Cy").rotation(officeHours("support"))))
                .isEmpty();
    }

    @Test
    void advice_rotationWithoutPlannedDays_saysSo() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                        .period("2027-01-09", "2027-01-11")
                        .rotation(rotation("on-call"))
                        .rotation(officeHours("support"))))
                .containsExactly(
                        "Rotation support needs nobody in this period: its coverage falls on none of its days.");
    }

    @Test
    void advice_membersWhoJoinLaterOrLeftBefore_areNotCounted() {
        assertThat(advice(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo")
                        .member(member("Gus").from("2030-01-01"))
                        .member(member("Hal").until("2026-12-31"))))
                .contains("Rotation on-call: 6 people are enough by the guidance; ideally there are 8.");
    }

    @Test
    void advice_noBankHolidays_saysHowToSetThem() {
        assertThat(Audit.of(Rota.empty(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                                .build()))
                        .advice())
                .singleElement()
                .asString()
                .contains("/team/holidays");
    }
}
