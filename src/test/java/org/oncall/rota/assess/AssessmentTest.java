package org.oncall.rota.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.oncall.rota.assess.Assessment.OneFewer;
import org.oncall.rota.assess.Assessment.RotationCapacity;
import org.oncall.rota.assess.Assessment.SinglePoint;
import org.oncall.rota.assess.Assessment.Week;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.support.ProblemBuilder;

/** Eight weeks of 56 days from Tuesday 5 January 2027, two tiers unless said otherwise: 112 slots. */
class AssessmentTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    private static Assessment assess(ProblemBuilder problem) {
        return Assessment.of(problem.holidays("GB-ENG").build());
    }

    private static RotationCapacity only(ProblemBuilder problem) {
        return assess(problem).rotations().getFirst();
    }

    @Test
    void loads_sixPeople_areAThirdAnd7AreNeeded() {
        RotationCapacity rotation = only(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo"));

        // 112 / (6 x 56) = 1/3; 2 / 0.3 = 6.7
        assertThat(rotation.loads().average()).isCloseTo(1 / 3.0, EXACTLY);
        assertThat(rotation.loads().floor()).isCloseTo(1 / 3.0, EXACTLY);
        assertThat(rotation.loads().isTargetWithinReach()).isFalse();
        assertThat(rotation.peopleForTarget()).isEqualTo(7);
        assertThat(rotation.peopleForRest()).isEqualTo(4);
        assertThat(rotation.oneMore().loads().average()).isCloseTo(2 / 7.0, EXACTLY);
        assertThat(rotation.leastGaps()).isZero();
    }

    @Test
    void loads_sevenPeople_areWithin30Percent() {
        RotationCapacity rotation = only(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"));

        assertThat(rotation.loads().floor()).isCloseTo(2 / 7.0, EXACTLY);
        assertThat(rotation.loads().isTargetWithinReach()).isTrue();
    }

    @Test
    void halfOfTheTime_fourPeople_cannotBeKept_andFiveCan() {
        RotationCapacity four = only(problem("Ana", "Bo", "Cy", "Di"));
        RotationCapacity five = only(problem("Ana", "Bo", "Cy", "Di", "Ed"));

        // 112 slots; under half of 56 days is 27, and 4 x 27 = 108.
        assertThat(four.loads().halfCanBeKept()).isFalse();
        assertThat(four.leastGaps()).isEqualTo(4);
        assertThat(four.oneMore().loads().halfCanBeKept()).isTrue();
        assertThat(five.loads().halfCanBeKept()).isTrue();
        assertThat(five.loads().restCanBeKept()).isTrue();
    }

    @Test
    void halfOfTheTime_whereRestProvesMore_isToldAllTheSame() {
        Assessment three = assess(problem("Ana", "Bo", "Cy")
                .rotation(rotation("on-call").tier("primary").tier("secondary").rest(14)));
        RotationCapacity rotation = three.rotations().getFirst();

        assertThat(rotation.loads().halfCanBeKept()).isFalse();
        assertThat(rotation.loads().restCanBeKept()).isFalse();
        assertThat(rotation.gaps()).extracting(CertainGap::reason).doesNotContain(CertainGap.Reason.HALF_THE_TIME);
        assertThat(three.sentences())
                .contains("Rotation on-call: nobody may be on call half of the time or more, and with every slot held"
                        + " somebody would be.");
    }

    @Test
    void halfOfTheTime_slotsThatNobodyIsThereFor_proveNothing() {
        RotationCapacity rotation = only(problem()
                .member(member("Ana").leave("2027-01-11", "2027-01-12"))
                .member(member("Bo").leave("2027-01-11", "2027-01-12"))
                .member(member("Cy").leave("2027-01-11", "2027-01-12"))
                .member(member("Di").leave("2027-01-11", "2027-01-12"))
                .member(member("Ed").leave("2027-01-11", "2027-01-12"))
                .member(member("Flo").leave("2027-01-11", "2027-01-12")));

        assertThat(rotation.leastGaps()).isPositive();
        assertThat(rotation.loads().halfCanBeKept()).isTrue();
        assertThat(rotation.loads().restCanBeKept()).isTrue();
    }

    @Test
    void members_eight_owe14DaysEach() {
        Assessment assessment = assess(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"));

        // 112 / 8
        assertThat(assessment.members()).allSatisfy(row -> {
            assertThat(row.fairDays()).isCloseTo(14, EXACTLY);
            assertThat(row.load()).isCloseTo(0.25, EXACTLY);
        });
        assertThat(assessment.sentences())
                .containsExactly(
                        "Rotation on-call: every week can bear 6 more absences, whoever is absent, by heads and skills; the tightest begins on Tue 5 January 2027.",
                        "Rotation on-call: with one more person who can hold every tier, the average load is 22.2 % instead of 25.0 % and the highest 22.2 % instead of 25.0 %.",
                        "Without Ana the average load is 28.6 % and the highest 28.6 %, and no further week is short of people.");
    }

    @Test
    void members_partTimer_owesInProportion() {
        Assessment assessment = assess(problem("Bo", "Cy").member(member("Ana").share(0.5)));

        // 112 days over shares 1 + 1 + 0.5
        assertThat(assessment.members().getLast().fairDays()).isCloseTo(22.4, EXACTLY);
        assertThat(assessment.rotations().getFirst().loads().highest()).isCloseTo(0.8, EXACTLY);
        assertThat(assessment.rotations().getFirst().loads().floor()).isCloseTo(2 / 3.0, EXACTLY);
    }

    @Test
    void loads_tierOfTwoSeniorsAmongEight_areTheBottleneck() {
        Assessment assessment = assess(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo")
                .member(member("Gus").skills("senior"))
                .member(member("Hal").skills("senior"))
                .rotation(rotation("on-call").tier("primary").tier("secondary", "senior")));
        RotationCapacity rotation = assessment.rotations().getFirst();

        // secondary: 56 days for 2 people; primary: 56 for the other 6
        assertThat(rotation.loads().average()).isCloseTo(0.25, EXACTLY);
        assertThat(rotation.loads().floor()).isCloseTo(0.5, EXACTLY);
        assertThat(rotation.bottlenecks())
                .containsExactly(new Assessment.Bottleneck(List.of(new TierId("secondary")), 2, 4, 0.5));
        // Each may hold 27 of 56 days: 2 gaps.
        assertThat(rotation.leastGaps()).isEqualTo(2);
        assertThat(assessment.sentences())
                .contains(
                        "Rotation on-call: 2 people can hold tier secondary, 50.0 % on average; 30 % needs 4 people who can.");
    }

    @Test
    void gaps_fourPeople_areFourByHalfOfTheTime() {
        RotationCapacity rotation = only(problem("Ana", "Bo", "Cy", "Di"));

        // 112 - 4 x 27
        assertThat(rotation.leastGaps()).isEqualTo(4);
        assertThat(rotation.gaps()).extracting(CertainGap::reason).containsExactly(CertainGap.Reason.HALF_THE_TIME);
        assertThat(rotation.oneMore().loads().leastGaps()).isZero();
    }

    @Test
    void gaps_fourPeopleForLessThan28Days_areNone() {
        // A period that short is not judged without history, and two pairs can take turns.
        RotationCapacity rotation = only(problem("Ana", "Bo", "Cy", "Di").period("2027-01-05", "2027-01-26"));

        assertThat(rotation.leastGaps()).isZero();
    }

    @Test
    void gaps_threePeople_are31() {
        // 112 - 3 x 27; by rest alone 4 x (28 - 3 x 7) = 28
        assertThat(only(problem("Ana", "Bo", "Cy")).leastGaps()).isEqualTo(31);
    }

    @Test
    void gaps_onePerson_leaveOneTierAndHalfTheOther() {
        // 112 - 27
        assertThat(only(problem("Ana")).leastGaps()).isEqualTo(85);
    }

    @Test
    void gaps_twoPeopleForOneWeek_areNoneAndNotSaidToBe() {
        Assessment assessment = assess(problem("Ana", "Bo").period("2027-01-05", "2027-01-12"));

        assertThat(assessment.mayBeComplete()).isTrue();
        assertThat(assessment.sentences())
                .contains(
                        "Rotation on-call: resting a week after each week needs at least 4 people for 2 tiers; there are 2, so there may be gaps.");
    }

    @Test
    void gaps_daysWithThreePeopleForFourTiers_areOneADay() {
        ProblemBuilder problem = problem("Ana", "Bo");
        for (String away : List.of("Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo")) {
            problem.member(member(away).leave("2027-01-13", "2027-01-17"));
        }
        problem.member(member("Kit"));
        Assessment assessment = assess(problem.rotation(rotation("on-call").tiers("a", "b", "c", "d")));
        RotationCapacity rotation = assessment.rotations().getFirst();

        // Leave from 13 to 17 January meets the on-call days of 12 to 17: 6 days with 3 people for 4 tiers.
        assertThat(rotation.leastGaps()).isEqualTo(6);
        assertThat(rotation.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(CertainGap.Reason.PEOPLE);
            assertThat(gap.first()).isEqualTo(LocalDate.parse("2027-01-12"));
            assertThat(gap.last()).isEqualTo(LocalDate.parse("2027-01-17"));
            assertThat(gap.people()).isEqualTo(3);
        });
        assertThat(assessment.sentences())
                .contains(
                        "Rotation on-call, Tue 12 January 2027 to Sun 17 January 2027: only 3 people are there for tiers a, b, c and d; at least 6 slots will stay empty.");
    }

    @Test
    void weeks_absences_areThoseTheTightestTiersBear() {
        List<Week> weeks = only(problem("Ana", "Bo", "Cy", "Di", "Ed")
                        .member(member("Flo").skills("senior"))
                        .member(member("Gus").skills("senior").leave("2027-01-20", "2027-01-20"))
                        .rotation(rotation("on-call").tier("primary").tier("secondary", "senior")))
                .weeks();

        // Two seniors for one tier bear one absence; on the day of leave there is one, who bears none.
        assertThat(weeks).extracting(Week::absences).containsExactly(1, 1, 0, 1, 1, 1, 1, 1);
        assertThat(weeks.get(2).tight()).containsExactly(new TierId("secondary"));
        assertThat(weeks.get(2).available()).containsExactly(6, 1);
        assertThat(weeks.get(2).isJustEnough()).isTrue();
    }

    @Test
    void points_skillThatOnePersonHolds_isNamed() {
        Assessment assessment = assess(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus")
                .member(member("Hal").skills("senior"))
                .rotation(rotation("on-call").tier("primary").tier("secondary", "senior")));

        assertThat(assessment.points())
                .extracting(SinglePoint::kind)
                .startsWith(SinglePoint.Kind.TIER, SinglePoint.Kind.SKILL, SinglePoint.Kind.WEEK);
        assertThat(assessment.sentences())
                .contains(
                        "Tier secondary of rotation on-call can be held by Hal alone: every absence is a gap.",
                        "Rotation on-call: Hal alone has the skill senior, which tier secondary needs.");
        // Without Hal all eight weeks are short, without anybody else none is.
        assertThat(assessment.oneFewer().getFirst().member().name()).isEqualTo("Hal");
        assertThat(assessment.oneFewer()).extracting(OneFewer::weeksTooFew).containsExactly(8, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void gaps_threeFestiveDaysForTwoPeople_areOneSlot() {
        // Nobody bears two of the three festive days, so each needs a person of its own. By turns of two days the two
        // could
        // rest, and so short a period is not judged for half of the time.
        RotationCapacity rotation = only(problem("Ana", "Bo")
                .period("2026-12-24", "2027-01-03")
                .rotation(rotation("on-call").tiers("primary").festive("12-24", "01-02", "12-25", "12-28", "01-01")));

        assertThat(rotation.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(CertainGap.Reason.FESTIVE);
            assertThat(gap.slots()).isEqualTo(1);
        });
        assertThat(rotation.leastGaps()).isEqualTo(1);
    }

    @Test
    void gaps_oneTierForANoviceAlone_areAllSlots() {
        // A novice's first stint needs somebody beside them, and there is no other tier.
        RotationCapacity rotation = only(problem()
                .member(member("Ana").novice())
                .rotation(rotation("on-call").tiers("primary")));

        assertThat(rotation.leastGaps()).isEqualTo(56);
    }

    @Test
    void assess_largestTeam_takesUnderASecond() {
        ProblemBuilder problem = problem().period("2027-01-05", "2029-01-02");
        var rotation = rotation("on-call");
        for (int t = 0; t < 20; t++) {
            rotation.tier("t" + t, "s" + t);
        }
        for (int m = 0; m < 200; m++) {
            LocalDate leave = LocalDate.parse("2027-01-05").plusDays(m * 37 % 700);
            problem.member(member("P" + m)
                    .share(0.5 + m % 6 / 10.0)
                    .skills("s" + m % 20, "s" + (m * 7 + 3) % 20, "s" + m * 3 % 20)
                    .leave(leave.toString(), leave.plusDays(m % 20).toString()));
        }
        var facts =
                new org.oncall.rota.rules.RuleFacts(problem.rotation(rotation).build());
        Assessment.of(facts);
        long start = System.nanoTime();
        Assessment.of(facts);

        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(millis).isLessThan(3_000); // under one where the machine has nothing else to do
    }
}
