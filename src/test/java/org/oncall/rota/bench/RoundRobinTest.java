package org.oncall.rota.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;

import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Shift;

class RoundRobinTest {
    @Test
    void of_oneOnLeave_isPassedOverAndComesNext() {
        RotaProblem problem = problem()
                .member(member("Ana"))
                .member(member("Bo").leave("2027-01-06", "2027-01-06"))
                .member(member("Cy"))
                .member(member("Di"))
                .period("2027-01-05", "2027-01-19")
                .build();

        assertThat(Audit.of(RoundRobin.of(problem)).shifts().stream().map(RoundRobinTest::text))
                .containsExactly(
                        "primary ana 2027-01-05",
                        "primary bo 2027-01-12",
                        "secondary cy 2027-01-05",
                        "secondary di 2027-01-12");
    }

    private static String text(Shift shift) {
        return shift.tier() + " " + shift.member() + " " + shift.firstDate();
    }
}
