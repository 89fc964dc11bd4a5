package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oncall.rota.rules.RuleFacts;

class LineTest {
    private static Line line(int days, int... blocks) {
        return new Line(0, 0, 0, 0, days, blocks, new int[0], true);
    }

    @Test
    void blockOf_firstAndLastDaysOfBlocks_findsThem() {
        Line line = line(17, 0, 7, 14);

        assertThat(line.blockOf(0)).isZero();
        assertThat(line.blockOf(6)).isZero();
        assertThat(line.blockOf(7)).isEqualTo(1);
        assertThat(line.blockOf(13)).isEqualTo(1);
        assertThat(line.blockOf(16)).isEqualTo(2);
    }

    @Test
    void blockEnd_lastBlock_isTheEndOfThePeriod() {
        Line line = line(17, 0, 7, 14);

        assertThat(line.blockStart(1)).isEqualTo(7);
        assertThat(line.blockEnd(1)).isEqualTo(14);
        assertThat(line.blockEnd(2)).isEqualTo(17);
    }

    @Test
    void blockOf_everyDay_isWithinItsBlock() {
        List<Line> lines = new RotaSolution(new RuleFacts(
                        problem("Ana").period("2026-12-10", "2027-02-20").build()))
                .getBoard()
                .lines();

        assertThat(lines).isNotEmpty();
        for (Line line : lines) {
            for (int day = 0; day < line.days(); day++) {
                int block = line.blockOf(day);
                assertThat(day).isBetween(line.blockStart(block), line.blockEnd(block) - 1);
            }
            assertThat(line.blockEnd(line.blocks().length - 1)).isEqualTo(line.days());
        }
    }
}
