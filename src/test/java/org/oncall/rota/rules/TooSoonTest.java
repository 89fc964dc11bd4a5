package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class TooSoonTest {
    private static final String RULE = "too-soon";

    @Test
    void tooSoon_28DaysFromStartToStart_isFree() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-02-02", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void tooSoon_27Days_costsOne() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 2)
                .put("Ana", "primary", "2027-02-01", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1");
    }

    @Test
    void tooSoon_threeStints_chargesEachInterval() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Ana", "secondary", "2027-01-19", 5)
                .put("Ana", "primary", "2027-02-08", 7);

        assertThat(rota.charges(RULE)).containsExactly("Ana 14", "Ana 8");
    }

    @Test
    void tooSoon_twoPeopleInTurn_areNotMixedUp() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void tooSoon_anotherRotation_isFree() {
        Draft rota = Draft.of(problem("Bo", "Ana").rotation(rotation("one")).rotation(rotation("two")))
                .put("Ana", "one", "primary", "2027-01-05", 7)
                .put("Ana", "two", "primary", "2027-01-19", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void tooSoon_acrossHistory_costsTheMissingDays() {
        ProblemBuilder problem = problem("Bo", "Ana").history("Ana", "primary", "2026-12-10", 7);

        assertThat(Draft.of(problem).put("Ana", "primary", "2027-01-05", 7).charges(RULE))
                .containsExactly("Ana 2");
        assertThat(Draft.of(problem).put("Bo", "primary", "2027-01-05", 7).charges(RULE))
                .isEmpty();
    }

    @Test
    void tooSoon_stintThatBeganInHistory_isNotChargedButIsWhatTheNextIsMeasuredFrom() {
        ProblemBuilder problem = problem("Bo", "Ana")
                .history("Ana", "primary", "2026-12-20", 3)
                .history("Ana", "primary", "2027-01-02", 3);

        assertThat(Draft.of(problem)
                        .put("Ana", "primary", "2027-01-05", 2)
                        .put("Ana", "primary", "2027-01-26", 7)
                        .charges(RULE))
                .containsExactly("Ana 4");
    }

    @Test
    void tooSoon_festiveStints_areChargedToo() {
        Draft rota = Draft.of(problem("Bo", "Ana").period("2027-12-07", "2028-02-01"))
                .put("Ana", "primary", "2027-12-24", 2)
                .put("Ana", "primary", "2027-12-29", 2);

        assertThat(rota.charges(RULE)).containsExactly("Ana 23");
    }

    @Test
    void tooSoon_officeHoursOverAWeekend_isOneStint() {
        Draft rota = Draft.of(problem("Bo", "Ana").rotation(officeHours("support")))
                .put("Ana", "desk", "2027-01-14", 6)
                .put("Ana", "desk", "2027-02-08", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 3");
    }

    @Test
    void tooSoon_nobody_isFree() {
        assertThat(Draft.of(problem("Bo", "Ana")).breaches(RULE)).isEmpty();
    }

    @Test
    void tooSoon_sentence_namesThePersonAndTheInterval() {
        Draft rota = Draft.of(problem("Bo", "Ana"))
                .put("Ana", "primary", "2027-01-05", 2)
                .put("Ana", "primary", "2027-02-01", 7);

        assertThat(rota.sentences(RULE))
                .containsExactly("Ana starts again in on-call on Mon 1 February 2027, 27 days after the stint before"
                        + " started; 28 are wished for.");
    }
}
