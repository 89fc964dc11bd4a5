package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport.RuleCost;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.RandomProblems;

/** The engine charges exactly what the audit finds, whatever the team, whatever the rota. */
class RotaConstraintsTest {
    private static final long PROBLEMS = 300;
    private static final SolutionManager<RotaSolution, HardMediumSoftScore> ENGINE =
            SolutionManager.create(SolverFactory.<RotaSolution>create(SearchConfig.base(0)));

    @Test
    void constraints_anyRota_chargeForEachRuleTheSizeThatTheAuditFinds() {
        Map<Rule, ConstraintVerifier<ConstraintProvider, RotaSolution>> verifiers = new HashMap<>();
        for (Rule rule : RuleBook.rules()) {
            ConstraintProvider alone = factory -> new Constraint[] {RotaConstraints.constraint(factory, rule)};
            verifiers.put(rule, ConstraintVerifier.build(alone, RotaSolution.class, SlotEntity.class));
        }
        Map<String, Integer> breached = new TreeMap<>();
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Rota rota = RandomProblems.rota(RandomProblems.problem(seed), seed);
            RotaSolution solution = Solutions.of(rota);
            List<Object> facts = new ArrayList<>(solution.getPeople());
            facts.addAll(solution.getSlots());
            for (RuleCost cost : Audit.of(rota).rules()) {
                Rule rule = cost.rule();
                verifiers
                        .get(rule)
                        .verifyThat()
                        .given(facts.toArray())
                        .scores(score(rule.level(), rule.defaultWeight() * cost.size()), "seed " + seed);
                breached.merge(rule.id(), cost.size() != 0 ? 1 : 0, Integer::sum);
            }
        }
        assertThat(breached)
                .as("how many of the rotas breach each rule: none is untried")
                .allSatisfy((rule, count) -> assertThat(count).as(rule).isGreaterThan(2));
    }

    private static HardMediumSoftScore score(Level level, long cost) {
        return switch (level) {
            case HARD -> HardMediumSoftScore.ofHard(-cost);
            case MEDIUM -> HardMediumSoftScore.ofMedium(-cost);
            case SOFT -> HardMediumSoftScore.ofSoft(-cost);
        };
    }

    @Test
    void constraints_anyRotaOfEligiblePeople_scoreAsTheAuditDoes() {
        for (long seed = PROBLEMS; seed < 3 * PROBLEMS; seed++) {
            RotaSolution solution = Solutions.ofEligible(RandomProblems.rota(RandomProblems.problem(seed), seed));

            assertThat(score(solution))
                    .as("score, seed %d", seed)
                    .isEqualTo(Audit.of(solution.toRota()).score());
        }
    }

    @Test
    void constraints_emptyRota_scoreAsTheAuditDoes() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Rota rota = Rota.empty(RandomProblems.problem(seed));

            assertThat(score(Solutions.of(rota)))
                    .as("score, seed %d", seed)
                    .isEqualTo(Audit.of(rota).score());
        }
    }

    private static Score score(RotaSolution solution) {
        HardMediumSoftScore score = ENGINE.update(solution);
        return new Score(-score.hardScore(), -score.mediumScore(), -score.softScore());
    }

    private static RotaSolution start(long seed) {
        RotaProblem problem = RandomProblems.problem(seed);
        RotaSolution start = new RotaSolution(new RuleFacts(problem));
        if (seed % 3 == 0) {
            start = Solutions.ofEligible(RandomProblems.rota(problem, seed));
        } else if (seed % 3 == 1) {
            StartingRota.fill(start.getBoard());
        }
        return start;
    }

    /** These modes compare the score after every move, or step, with the score from scratch. */
    @ParameterizedTest
    @EnumSource(names = {"FULL_ASSERT", "NON_INTRUSIVE_FULL_ASSERT", "STEP_ASSERT"})
    void constraints_moveAfterMove_chargeWhatTheyWouldFromScratch(EnvironmentMode mode) {
        LongStream.range(1000, 1015).forEach(seed -> {
            RotaSolution start = start(seed);
            SolverConfig config = SearchConfig.base(seed)
                    .withEnvironmentMode(mode)
                    .withPhases(new LocalSearchPhaseConfig()
                            .withTerminationConfig(new TerminationConfig().withMoveCountLimit(300L)));

            assertThatCode(() -> {
                        RotaSolution end = SolverFactory.<RotaSolution>create(config)
                                .buildSolver()
                                .solve(start);
                        assertThat(score(end)).isEqualTo(Audit.of(end.toRota()).score());
                    })
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL_ASSERT", "NON_INTRUSIVE_FULL_ASSERT", "STEP_ASSERT"})
    void constraints_search_chargeWhatTheSearchCounts(EnvironmentMode mode) {
        LongStream.range(1000, 1015).forEach(seed -> {
            RotaSolution start = start(seed);
            SearchPlan plan = SearchPlan.of(
                    new SolveSettings(Duration.ofMinutes(1), seed, 3_000L),
                    start.getSlots().size(),
                    CostScale.DEFAULT);
            SearchCommand search = new SearchCommand(
                    plan,
                    null,
                    seed,
                    Runnable::run,
                    () -> false,
                    (solution, score) -> assertThat(score)
                            .as("seed %d", seed)
                            .isEqualTo(Audit.of(solution.toRota()).score()));

            RotaSolution end = SolverFactory.<RotaSolution>create(
                            SearchConfig.search(seed, search).withEnvironmentMode(mode))
                    .buildSolver()
                    .solve(start);

            assertThat(score(end))
                    .as("seed %d", seed)
                    .isEqualTo(Audit.of(end.toRota()).score());
        });
    }
}
