package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.PublishedShifts.Moves;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.support.EveryRota;
import org.oncall.rota.support.MemberBuilder;

class NearestTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static Nearest nearest(RotaProblem problem) {
        return Proof.nearest(problem, Rota.empty(problem), LIMIT);
    }

    @Test
    void nearest_againstEveryRota_movesJustAsFewSlots() {
        SplittableRandom random = new SplittableRandom(7);
        int possible = 0;
        int moving = 0;
        for (int i = 0; i < 120; i++) {
            RotaProblem tiny = EveryRota.tinyProblem(random);
            List<Holding> published = new ArrayList<>();
            List<Member> members = tiny.team().members();
            for (Slot slot : tiny.slots()) {
                published.add(new Holding(
                        slot, members.get(random.nextInt(members.size())).id()));
            }
            RotaProblem problem = tiny.withPublished(published);
            OptionalInt fewest = new EveryRota(problem).fewestMovedSlots();

            Nearest found = nearest(problem);

            assertThat(found.proven()).isTrue();
            assertThat(Audit.of(found.rota()).isLegal()).isTrue();
            if (fewest.isPresent()) {
                possible++;
                moving += fewest.getAsInt() > 0 ? 1 : 0;
                assertThat(found.gaps()).isZero();
                assertThat(found.moves().slots()).isEqualTo(fewest.getAsInt());
            } else {
                assertThat(found.gaps()).isPositive();
            }
        }
        assertThat(possible).isGreaterThan(20);
        assertThat(moving).isGreaterThan(10);
    }

    @Test
    void nearest_leaveInTheMiddleOfAShift_movesThoseDaysAlone() {
        RotaProblem problem = problem()
                .member(MemberBuilder.member("Ana").leave("2027-01-07", "2027-01-07"))
                .member(MemberBuilder.member("Bo"))
                .member(MemberBuilder.member("Cy"))
                .rotation(org.oncall.rota.support.RotationBuilder.rotation("on-call")
                        .tiers("primary")
                        .rest(0))
                .period("2027-01-05", "2027-01-26")
                .published("Ana", "primary", "2027-01-05", 7)
                .published("Bo", "primary", "2027-01-12", 7)
                .published("Cy", "primary", "2027-01-19", 7)
                .build();

        Nearest found = nearest(problem);

        // A day from midday to midday touches two dates.
        assertThat(found.moves()).isEqualTo(new Moves(1, 2));
        assertThat(found.rota().holder(problem.slots().get(1))).isNotEqualTo(new MemberId("ana"));
        assertThat(found.proven()).isTrue();
    }

    @Test
    void nearest_pinnedAgainstWhatIsPublished_countsAsMoved() {
        RotaProblem problem = problem("Ana", "Bo", "Cy", "Di")
                .period("2027-01-05", "2027-02-02")
                .published("Ana", "primary", "2027-01-05", 7)
                .build();
        Holding pin = new Holding(problem.slots().getFirst(), new MemberId("bo"));

        Nearest found = nearest(problem.withPinned(List.of(pin), List.of()));

        assertThat(found.rota().holder(pin.slot())).isEqualTo(new MemberId("bo"));
        assertThat(found.moves().slots()).isPositive();
    }
}
