package org.oncall.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;

/** The reference optimiser believes what an audit says: or the peers would be compared on different costs. */
class ReferenceSearchTest {
    private static RotaProblem problem(String file) {
        return Bench.problem(Bench.data(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bench/6x26x2.json",
                "bench/10x26x2.json",
                "bench/12x26x3.json",
                "bench/14x26x3.json",
                "bench/60x52x6.json",
                "teams/agency.json",
                "teams/newcomers.json"
            })
    void attempt_manyChanges_costWhatTheAuditSays(String file) {
        RotaProblem problem = problem(file);
        ReferenceRota rota = new ReferenceRota(new RuleFacts(problem));
        SplittableRandom random = new SplittableRandom(1);
        ReferenceMoves moves = new ReferenceMoves(rota, random);
        assertAudited(problem, rota);
        for (int round = 1; round <= 10; round++) {
            for (int i = 0; i < 500; i++) {
                moves.draw();
                rota.attempt(500, random.nextInt(200));
            }
            assertAudited(problem, rota);
        }
        assertThat(rota.score().isLegal()).isTrue();
    }

    private static void assertAudited(RotaProblem problem, ReferenceRota rota) {
        assertThat(Audit.of(rota.rota(rota.copy())).score()).isEqualTo(rota.score());
        assertThat(rota.rota(rota.copy()).problem()).isEqualTo(problem);
    }

    @Test
    void restore_copyOfAnotherRota_isThatRotaAgain() {
        RotaProblem problem = problem("bench/10x26x2.json");
        ReferenceRota rota = new ReferenceRota(new RuleFacts(problem));
        ReferenceMoves moves = new ReferenceMoves(rota, new SplittableRandom(1));
        int[] nothing = rota.copy();
        Score empty = rota.score();
        for (int i = 0; i < 1_000; i++) {
            moves.draw();
            rota.attempt(500, 100);
        }
        assertThat(rota.score()).isNotEqualTo(empty);

        rota.restore(nothing);

        assertThat(rota.score()).isEqualTo(empty);
        assertThat(rota.copy()).isEqualTo(nothing);
    }

    @Test
    void search_sameSeedAndEvaluations_findsTheSame() {
        ReferenceSearch.Effort effort = new ReferenceSearch.Effort(Duration.ofMinutes(5), 20_000);
        RotaProblem problem = problem("bench/6x13x2.json");

        assertThat(ReferenceSearch.search(problem, 3, effort).rota())
                .isEqualTo(ReferenceSearch.search(problem, 3, effort).rota());
    }

    @Test
    void search_aMoment_isLegalAndAudited() {
        ReferenceSearch.Found found = ReferenceSearch.search(problem("bench/8x26.json"), 0, Duration.ofMillis(300));

        assertThat(found.score().isLegal()).isTrue();
        assertThat(Audit.of(found.rota()).score()).isEqualTo(found.score());
        assertThat(found.trace().at(found.time())).contains(found.score());
    }
}
