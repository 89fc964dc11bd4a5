package org.oncall.rota.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class ChangedTest {
    private static final String RULE = "changed";

    @Test
    void changed_longBefore_costsOneASlot() {
        Draft rota = Draft.of(published()).put("Bo", "primary", "2027-01-05", 2).put("Ana", "primary", "2027-01-07", 5);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void changed_withinEightWeeks_costsTwoASlot() {
        // 56 days before 5 January is 10 November.
        assertThat(twoDaysChanged("2026-11-10").charges(RULE)).containsExactly("Ana 2", "Ana 1");
        assertThat(twoDaysChanged("2026-11-09").charges(RULE)).containsExactly("Ana 1", "Ana 1");
    }

    @Test
    void changed_withinFourWeeks_costsFourASlot() {
        assertThat(twoDaysChanged("2026-12-08").charges(RULE)).containsExactly("Ana 4", "Ana 2");
    }

    @Test
    void changed_withinTwoWeeks_costsEightASlot() {
        assertThat(twoDaysChanged("2026-12-22").charges(RULE)).containsExactly("Ana 8", "Ana 4");
    }

    @Test
    void changed_dayThatHasPassed_costsEight() {
        assertThat(twoDaysChanged("2027-01-09").charges(RULE)).containsExactly("Ana 8", "Ana 8");
    }

    @Test
    void changed_asPublished_isFree() {
        Draft rota = Draft.of(published()).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void changed_toAGap_costsEachSlot() {
        assertThat(Draft.of(published()).total(RULE)).isEqualTo(7);
    }

    @Test
    void changed_slotsThatWereNotPublished_areFree() {
        Draft rota = Draft.of(published())
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Ana", "secondary", "2027-01-12", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void changed_swapOfTiers_costsBothSlots() {
        Draft rota = Draft.of(published().published("Bo", "secondary", "2027-01-05", 7))
                .put("Ana", "primary", "2027-01-05", 6)
                .put("Bo", "secondary", "2027-01-05", 6)
                .put("Bo", "primary", "2027-01-11", 1)
                .put("Ana", "secondary", "2027-01-11", 1);

        assertThat(rota.charges(RULE)).containsExactly("Ana 1", "Bo 1");
    }

    @Test
    void changed_severalRotations_areAllSeen() {
        Draft rota = Draft.of(problem("Bo", "Ana")
                        .rotation(rotation("on-call"))
                        .rotation(officeHours("support"))
                        .published("Bo", "support", "desk", "2027-01-05", 14))
                .put("Bo", "support", "desk", "2027-01-07", 14)
                .put("Bo", "on-call", "primary", "2027-01-05", 2);

        assertThat(rota.charges(RULE)).containsExactly("Bo 1", "Bo 1");
    }

    @Test
    void changed_nothingPublished_doesNotApply() {
        Draft rota = Draft.of(problem("Bo", "Ana")).put("Ana", "primary", "2027-01-05", 7);

        assertThat(rota.breaches(RULE)).isEmpty();
    }

    @Test
    void changed_sentence_namesBothPeople() {
        Draft rota =
                Draft.of(published()).put("Ana", "primary", "2027-01-07", 5).put("Bo", "primary", "2027-01-06", 1);

        assertThat(rota.sentences(RULE))
                .containsExactly(
                        "primary of on-call was published for Ana on Tue 5 January 2027 and is now held by nobody.",
                        "primary of on-call was published for Ana on Wed 6 January 2027 and is now held by Bo.");
    }

    private static ProblemBuilder published() {
        return problem("Bo", "Ana").published("Ana", "primary", "2027-01-05", 7);
    }

    private static Draft twoDaysChanged(String now) {
        return Draft.of(published().now(now))
                .put("Ana", "primary", "2027-01-07", 5)
                .put("Bo", "primary", "2027-01-05", 2);
    }
}
