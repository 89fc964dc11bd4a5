package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.RandomProblems;

class AnnealerTest {
    private static final Annealer.Cooling COOLING = new Annealer.Cooling(30, 3, 1, 100, 1000);

    private static RotaSolution start(RotaProblem problem) {
        RotaSolution solution = new RotaSolution(new RuleFacts(problem));
        StartingRota.fill(solution.getBoard());
        return solution;
    }

    private static RotaSolution team() {
        return start(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus").build());
    }

    private static Annealer annealer(RotaSolution start, long seed) {
        return new Annealer(new WorkingRota(start), seed);
    }

    private static void anneal(Annealer annealer, long moves) {
        annealer.begin();
        annealer.anneal(COOLING, 0, 1, moves, () -> false);
    }

    private static Score audit(RotaSolution start, int[] holders) {
        return Audit.of(Solutions.of(start.facts(), holders).toRota()).score();
    }

    @Test
    void anneal_anyTeam_isNeverWorseThanItBeganAndScoresAsTheAuditDoes() {
        for (long seed = 0; seed < 60; seed++) {
            RotaSolution start = start(RandomProblems.problem(seed));
            if (!start.getBoard().hasFreeSlots()) {
                continue;
            }
            Annealer annealer = annealer(start, seed);
            Score before = annealer.bestScore();
            for (int leg = 0; leg < 4; leg++) {
                anneal(annealer, 500);

                assertThat(annealer.bestScore()).as("seed %d", seed).isLessThanOrEqualTo(before);
                assertThat(annealer.bestScore()).as("seed %d", seed).isEqualTo(audit(start, annealer.best()));
                before = annealer.bestScore();
            }
        }
    }

    @Test
    void anneal_sameSeed_findsTheSame() {
        Annealer once = annealer(team(), 4);
        Annealer again = annealer(team(), 4);
        anneal(once, 2_000);
        anneal(again, 2_000);

        assertThat(again.best()).isEqualTo(once.best());
        assertThat(again.bestScore()).isEqualTo(once.bestScore());
    }

    @Test
    void anneal_otherSeed_mayFindAnother() {
        Set<List<Integer>> found = new HashSet<>();
        for (long seed = 0; seed < 4; seed++) {
            Annealer annealer = annealer(team(), seed);
            anneal(annealer, 20_000);
            found.add(Arrays.stream(annealer.best()).boxed().toList());
        }

        assertThat(found).hasSizeGreaterThan(1);
    }

    @Test
    void anneal_noMoves_leavesWhatItBeganWith() {
        RotaSolution start = team();
        Annealer annealer = annealer(start, 0);
        anneal(annealer, 0);

        assertThat(annealer.best()).isEqualTo(new WorkingRota(start).copy());
        assertThat(annealer.bestScore()).isEqualTo(new WorkingRota(start).score());
    }

    @Test
    void anneal_stopped_makesNoMoreMovesThanUntilItLooks() {
        AtomicInteger looks = new AtomicInteger();
        Annealer annealer = annealer(team(), 0);

        long moves = annealer.anneal(COOLING, 0, 1, 5_000, () -> looks.incrementAndGet() > 3);

        assertThat(moves).isEqualTo(3 * Annealer.MOVES_PER_LOOK);
        assertThat(annealer.anneal(COOLING, 0, 1, 5_000, () -> false)).isEqualTo(5_000);
    }

    @Test
    void begin_afterALeg_goesBackToTheBest() {
        RotaSolution start = team();
        WorkingRota rota = new WorkingRota(start);
        Annealer annealer = new Annealer(rota, 3);
        anneal(annealer, 300);
        annealer.anneal(COOLING, 0, 0, 500, () -> false);
        assertThat(rota.copy()).isNotEqualTo(annealer.best());

        annealer.begin();

        assertThat(rota.copy()).isEqualTo(annealer.best());
        assertThat(rota.score()).isEqualTo(annealer.bestScore());
    }

    @Test
    void adopt_betterRota_isWhereTheNextLegBegins() {
        RotaSolution start = team();
        Annealer good = annealer(start, 1);
        anneal(good, 50_000);
        Annealer other = annealer(start, 2);
        assertThat(good.bestScore()).isLessThan(other.bestScore());

        other.adopt(good.best(), good.bestScore());
        anneal(other, 100);

        assertThat(other.bestScore()).isLessThanOrEqualTo(good.bestScore());
        assertThat(other.bestScore()).isEqualTo(audit(start, other.best()));
    }

    @Test
    void adopt_rotaOfAnother_isNotSharedWithIt() {
        Annealer annealer = annealer(team(), 1);
        int[] holders = annealer.best().clone();
        annealer.adopt(holders, annealer.bestScore());
        int[] adopted = annealer.best().clone();

        holders[0] = WorkingRota.NOBODY;

        assertThat(annealer.best()).isEqualTo(adopted);
    }
}
