package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.support.EveryRota;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;
import org.oncall.rota.support.RotationBuilder;

/** What counting shows to be impossible, the solver finds impossible without it. */
class CountingTest {
    private static final int PROBLEMS = 150;

    @BeforeAll
    static void loadLibrary() {
        assertThat(Proof.failure()).isNull();
    }

    @Test
    void countsAsImpossible_problemsByChance_neverWhereTheSolverHasARota() {
        int shown = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            shown += agrees(RandomProblems.problem(seed), seed);
        }
        assertThat(shown).isGreaterThan(PROBLEMS / 2);
    }

    @Test
    void countsAsImpossible_tinyTeams_neverWhereTheSolverHasARota() {
        int shown = 0;
        for (long seed = 0; seed < 3 * PROBLEMS; seed++) {
            shown += agrees(EveryRota.tinyProblem(new SplittableRandom(seed)), seed);
        }
        assertThat(shown).isGreaterThan(PROBLEMS / 2);
    }

    @Test
    void countsAsImpossible_moreRestThanPeopleCanGive_isShown() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                .period("2027-09-07", "2028-03-07")
                .holidays("GB-ENG")
                .rotation(RotationBuilder.rotation("on-call").rest(35))
                .build();

        assertThat(model(problem, new LinkedHashSet<>(new Prover(problem, Duration.ZERO).facts()))
                        .countsAsImpossible())
                .isTrue();
    }

    @Test
    void countsAsImpossible_restThatJustSuffices_isNotShown() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
                .rotation(RotationBuilder.rotation("on-call").rest(21))
                .build();

        assertThat(model(problem, new LinkedHashSet<>(new Prover(problem, Duration.ZERO).facts()))
                        .countsAsImpossible())
                .isFalse();
    }

    /** All facts, and then some of them: how often counting said that they cannot hold. */
    private static int agrees(RotaProblem problem, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // In their order, so that the same are left out each time.
        Set<Fact> facts = new LinkedHashSet<>(new Prover(problem, Duration.ZERO).facts());
        int shown = 0;
        for (int leftOut = 0; leftOut <= 60; leftOut += 20) {
            int percent = leftOut;
            facts.removeIf(fact -> random.nextInt(100) < percent);
            RotaModel model = model(problem, facts);
            if (model.countsAsImpossible()) {
                shown++;
                assertThat(Exactly.solve(model.posts.model))
                        .as("seed %d without %d %%", seed, leftOut)
                        .isEqualTo(CpSolverStatus.INFEASIBLE);
            }
        }
        return shown;
    }

    private static RotaModel model(RotaProblem problem, Set<Fact> facts) {
        RotaModel model = new RotaModel(problem, facts::contains, Posts.NONE);
        model.demand();
        return model;
    }
}
