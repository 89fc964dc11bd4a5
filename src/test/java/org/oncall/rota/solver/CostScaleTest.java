package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.support.ProblemBuilder;

class CostScaleTest {
    private static ProblemBuilder team() {
        return problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus");
    }

    private static ProblemBuilder weightedBy(int times) {
        ProblemBuilder problem = team();
        RuleBook.rules().stream()
                .filter(rule -> rule.level() == Level.SOFT)
                .forEach(rule -> problem.weight(rule.id(), times * rule.defaultWeight()));
        return problem;
    }

    @Test
    void of_defaultWeights_isOne() {
        assertThat(CostScale.of(team().build())).isEqualTo(CostScale.DEFAULT);
        assertThat(CostScale.of(weightedBy(1).build())).isEqualTo(CostScale.DEFAULT);
    }

    @Test
    void of_oneLargeWeight_isNotTypical_butAGapCountsForMore() {
        CostScale scale = CostScale.of(team().weight("wish", 100_000).build());

        assertThat(scale.typical()).isEqualTo(1);
        assertThat(scale.largest()).isGreaterThan(1_000);
    }

    @Test
    void solve_allWeightsAThousandTimesAsLarge_findsTheSameRota() {
        SolveSettings settings = new SolveSettings(Duration.ofMinutes(5), 3, 60_000L);

        RotaSolver.Solved plain = new RotaSolver(team().build(), settings).solve(improvement -> {});
        RotaSolver.Solved weighted = new RotaSolver(weightedBy(1_000).build(), settings).solve(improvement -> {});

        assertThat(weighted.rota().holders()).isEqualTo(plain.rota().holders());
        assertThat(weighted.score().soft()).isEqualTo(1_000 * plain.score().soft());
    }
}
