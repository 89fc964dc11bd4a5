package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.domain.TierId;

class PinnedTest {
    private static Holding pin(String member, String date) {
        Slot slot = new Slot(new RotationId("on-call"), new TierId("primary"), LocalDate.parse(date));
        return new Holding(slot, new MemberId(member));
    }

    private static Rota solved(RotaProblem problem) {
        SolveSettings settings = new SolveSettings(Duration.ofMinutes(1), 3, 20_000L);
        return new RotaSolver(problem, settings).solve(better -> {}).rota();
    }

    @Test
    void solve_pinnedSlot_staysAgainstAllWishes() {
        Holding pin = pin("ana", "2027-01-20");
        RotaProblem problem = problem()
                .member(member("Ana").avoids("2027-01-20", "2027-01-20"))
                .member(member("Bo"))
                .member(member("Cy"))
                .member(member("Di"))
                .member(member("Ed"))
                .published("Bo", "primary", "2027-01-19", 7)
                .freezeUntil("2027-02-01")
                .build()
                .withPinned(List.of(pin), List.of());

        Rota rota = solved(problem);

        assertThat(rota.holder(pin.slot())).isEqualTo(pin.member());
        assertThat(rota.holder(pin("bo", "2027-01-21").slot())).isEqualTo(new MemberId("bo"));
    }

    @Test
    void solve_pinnedToSomebodyOnLeaveSince_isFree() {
        Holding pin = pin("ana", "2027-01-20");
        RotaProblem problem = problem()
                .member(member("Ana").leave("2027-01-20", "2027-01-21"))
                .member(member("Bo"))
                .member(member("Cy"))
                .member(member("Di"))
                .member(member("Ed"))
                .build()
                .withPinned(List.of(pin), List.of());

        assertThat(solved(problem).holder(pin.slot())).isNotNull().isNotEqualTo(pin.member());
    }
}
