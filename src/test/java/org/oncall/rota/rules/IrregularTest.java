package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class IrregularTest {
    private static final String RULE = "irregular";

    @Test
    void irregular_evenlySpaced_isFree() {
        // One tier and four people: each is owed a quarter, so a week every 28 days.
        Draft rota = Draft.of(fourPeople()).put("Ana", "first", "2027-01-05", 7).put("Ana", "first", "2027-02-02", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void irregular_weeksLate_costTheSquare() {
        assertThat(twice("2027-01-05", "2027-02-09").charges(RULE)).containsExactly("Ana 1");
        assertThat(twice("2027-01-05", "2027-02-16").charges(RULE)).containsExactly("Ana 4");
        assertThat(twice("2027-01-05", "2027-02-23").charges(RULE)).containsExactly("Ana 9");
    }

    @Test
    void irregular_weeksEarly_costTheSquare() {
        assertThat(twice("2027-01-05", "2027-01-19").charges(RULE)).containsExactly("Ana 4");
    }

    @Test
    void irregular_partOfAWeek_isFree() {
        assertThat(twice("2027-01-05", "2027-02-08").charges(RULE)).isEmpty();
        assertThat(twice("2027-01-05", "2027-01-27").charges(RULE)).isEmpty();
        assertThat(twice("2027-01-05", "2027-01-26").charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void irregular_partTimer_isSpacedWider() {
        // Weights 0.5, 1, 1 and 1: Ana is owed 8 of 56 days, a week every 49.
        ProblemBuilder problem = problem("Bo", "Cy", "Di")
                .member(member("Ana").share(0.5))
                .rotation(rotation("on-call").tiers("first"));

        assertThat(Draft.of(problem)
                        .put("Ana", "first", "2027-01-05", 5)
                        .put("Ana", "first", "2027-02-23", 5)
                        .charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem)
                        .put("Ana", "first", "2027-01-05", 5)
                        .put("Ana", "first", "2027-02-02", 5)
                        .charges(RULE))
                .containsExactly("Ana 9");
    }

    @Test
    void irregular_exactShare_isNotRounded() {
        // Seven people: 56 / 7 = 8 days, a week every 49 days; with nine, 6.22 days, a week every 63.
        ProblemBuilder nine = problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida")
                .period("2027-01-05", "2027-03-30") // 84 days: 9.33 each
                .rotation(rotation("on-call").tiers("first"));

        // By the rounded share of 9 the spacing would be 65.3 days, and 58 would be less than a week from neither.
        assertThat(Draft.of(nine)
                        .put("Ana", "first", "2027-01-05", 3)
                        .put("Ana", "first", "2027-03-16", 3)
                        .charges(RULE))
                .containsExactly("Ana 1"); // 70 - 63
        assertThat(Draft.of(nine)
                        .put("Bo", "first", "2027-01-05", 3)
                        .put("Bo", "first", "2027-03-04", 3)
                        .charges(RULE))
                .isEmpty(); // 58 - 63; by the rounded share it would be 7.3 days
    }

    @Test
    void irregular_twoPeopleInTurn_areNotMixedUp() {
        Draft rota = Draft.of(fourPeople())
                .put("Ana", "first", "2027-01-05", 7)
                .put("Bo", "first", "2027-01-12", 7)
                .put("Ana", "first", "2027-02-02", 7)
                .put("Bo", "first", "2027-02-16", 7);

        assertThat(rota.charges(RULE)).containsExactly("Bo 1");
    }

    @Test
    void irregular_festiveStint_isPassedOver() {
        ProblemBuilder winter = fourPeople().period("2027-11-30", "2028-02-22");

        // From 30 November to 4 January are 35 days; the stint of 26 December does not count.
        assertThat(Draft.of(winter)
                        .put("Ana", "first", "2027-11-30", 7)
                        .put("Ana", "first", "2027-12-26", 2)
                        .put("Ana", "first", "2028-01-04", 7)
                        .charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void irregular_stintOnlyPartlyInTheFestivePeriod_counts() {
        ProblemBuilder winter = fourPeople().period("2027-11-30", "2028-02-22");

        assertThat(Draft.of(winter)
                        .put("Ana", "first", "2027-11-30", 7)
                        .put("Ana", "first", "2027-12-23", 2) // 23 days
                        .put("Ana", "first", "2028-01-04", 7) // 12 days
                        .charges(RULE))
                .containsExactly("Ana 4");
    }

    @Test
    void irregular_acrossHistory_measuresFromTheStintBefore() {
        // 7 days of history and 56 to come keep a quarter each: still 28 days.
        ProblemBuilder problem = fourPeople().history("Ana", "first", "2026-12-08", 7);

        assertThat(Draft.of(problem).put("Ana", "first", "2027-01-05", 7).charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem).put("Ana", "first", "2027-01-19", 7).charges(RULE))
                .containsExactly("Ana 4");
        assertThat(Draft.of(problem).put("Bo", "first", "2027-01-19", 7).charges(RULE))
                .isEmpty();
    }

    @Test
    void irregular_festiveStintAtTheEndOfHistory_isPassedOver() {
        ProblemBuilder problem =
                fourPeople().history("Ana", "first", "2026-12-08", 7).history("Ana", "first", "2026-12-27", 2);

        assertThat(Draft.of(problem).put("Ana", "first", "2027-01-12", 7).charges(RULE))
                .containsExactly("Ana 1");
    }

    @Test
    void irregular_stintThatBeganInHistory_isNotChargedButIsWhatTheNextIsMeasuredFrom() {
        ProblemBuilder problem =
                fourPeople().history("Ana", "first", "2026-12-15", 3).history("Ana", "first", "2027-01-01", 4);

        assertThat(Draft.of(problem)
                        .put("Ana", "first", "2027-01-05", 3)
                        .put("Ana", "first", "2027-01-29", 3)
                        .charges(RULE))
                .isEmpty();
        assertThat(Draft.of(problem)
                        .put("Ana", "first", "2027-01-05", 3)
                        .put("Ana", "first", "2027-02-12", 3)
                        .charges(RULE))
                .containsExactly("Ana 4"); // 42 days from 1 January; the stint is not all festive
    }

    @Test
    void irregular_memberWhoOwesNothing_isFree() {
        Draft rota = Draft.of(problem("Bo")
                        .member(member("Ana").optedOut())
                        .rotation(rotation("on-call").tiers("first")))
                .put("Ana", "first", "2027-01-05", 1)
                .put("Ana", "first", "2027-02-23", 1);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void irregular_officeHours_areSpacedByWeeksToo() {
        ProblemBuilder support = problem("Ana", "Bo", "Cy", "Di").rotation(officeHours("support"));

        assertThat(Draft.of(support)
                        .put("Ana", "desk", "2027-01-11", 5)
                        .put("Ana", "desk", "2027-02-08", 5)
                        .charges(RULE))
                .isEmpty();
        assertThat(Draft.of(support)
                        .put("Ana", "desk", "2027-01-11", 5)
                        .put("Ana", "desk", "2027-02-22", 5)
                        .charges(RULE))
                .containsExactly("Ana 4");
    }

    @Test
    void irregular_severalRotations_areJudgedApart() {
        Draft rota = Draft.of(problem("Ana", "Bo", "Cy", "Di")
                        .rotation(rotation("one").tiers("first"))
                        .rotation(rotation("two").tiers("first")))
                .put("Ana", "one", "first", "2027-01-05", 7)
                .put("Ana", "two", "first", "2027-01-19", 7)
                .put("Ana", "one", "first", "2027-02-02", 7)
                .put("Ana", "two", "first", "2027-02-23", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void irregular_nobody_isFree() {
        assertThat(Draft.of(fourPeople()).breaches(RULE)).isEmpty();
    }

    @Test
    void irregular_sentence_namesThePersonAndTheSpacing() {
        assertThat(twice("2027-01-05", "2027-02-16").sentences(RULE))
                .containsExactly("Ana starts in on-call on Tue 16 February 2027, 42 days after the stint before"
                        + " started; evenly spaced it would be about 28.");
    }

    private static ProblemBuilder fourPeople() {
        return problem("Ana", "Bo", "Cy", "Di").rotation(rotation("on-call").tiers("first"));
    }

    private static Draft twice(String first, String second) {
        return Draft.of(fourPeople()).put("Ana", "first", first, 5).put("Ana", "first", second, 5);
    }
}
