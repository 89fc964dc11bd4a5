package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.Literal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.support.RandomProblems;

/** Neither counting first nor leaving out days far from the demand changes what is possible. */
class ProverTest {
    private static final int PROBLEMS = 120;

    @BeforeAll
    static void loadLibrary() {
        assertThat(Proof.failure()).isNull();
    }

    @Test
    void ask_demandOfAFewWeeks_answersAsTheWholeModelWould() {
        int possible = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            SplittableRandom random = new SplittableRandom(seed);
            Prover prover = new Prover(problem, Duration.ofMinutes(1));
            // In their order, so that the same are left out each time.
            Set<Fact> facts = new LinkedHashSet<>(prover.facts());
            int demand = 5 + random.nextInt(25);
            facts.removeIf(fact -> random.nextInt(100) >= (fact.kind() == Fact.Kind.DEMAND ? demand : 90));

            Prover.Verdict verdict = prover.ask(facts::contains).verdict();

            assertThat(verdict)
                    .as("seed %d", seed)
                    .isEqualTo(wholeModelHolds(problem, facts) ? Prover.Verdict.POSSIBLE : Prover.Verdict.IMPOSSIBLE);
            possible += verdict == Prover.Verdict.POSSIBLE ? 1 : 0;
        }
        assertThat(possible).isBetween(PROBLEMS / 5, 4 * PROBLEMS / 5);
    }

    /** With guards nothing is counted before, and no day is left out. */
    private static boolean wholeModelHolds(RotaProblem problem, Set<Fact> facts) {
        RotaModel model = new RotaModel(problem, facts::contains, fact -> true);
        model.demand();
        model.posts.model.addAssumptions(model.posts.guards().values().toArray(new Literal[0]));
        CpSolverStatus status = Exactly.solve(model.posts.model);
        assertThat(status).isIn(CpSolverStatus.OPTIMAL, CpSolverStatus.FEASIBLE, CpSolverStatus.INFEASIBLE);
        return status != CpSolverStatus.INFEASIBLE;
    }
}
