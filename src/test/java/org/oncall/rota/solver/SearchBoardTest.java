package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import org.junit.jupiter.api.Test;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;

class SearchBoardTest {
    private static SearchBoard board(ProblemBuilder problem) {
        return new RotaSolution(new RuleFacts(problem.build())).getBoard();
    }

    private static int[] blocks(ProblemBuilder problem) {
        return board(problem).lines().getFirst().blocks();
    }

    @Test
    void blocks_ordinaryWeeks_runFromHandoverToHandover() {
        assertThat(blocks(problem("Ana").period("2027-01-05", "2027-02-02"))).containsExactly(0, 7, 14, 21);
        assertThat(blocks(problem("Ana").period("2027-01-08", "2027-01-21"))).containsExactly(0, 4, 11);
    }

    @Test
    void blocks_handoverMovedOffAHoliday_followIt() {
        assertThat(blocks(problem("Ana").period("2027-01-05", "2027-01-26").holidaysOn("2027-01-12")))
                .containsExactly(0, 8, 14);
    }

    @Test
    void blocks_festivePeriod_areAsLongAsItAllows() {
        // From Tuesday 15 December; the festive period from Thursday 24 to Saturday 2 January.
        ProblemBuilder two = problem("Ana").period("2026-12-15", "2027-01-12");
        ProblemBuilder three = problem("Ana")
                .period("2026-12-15", "2027-01-12")
                .rotation(rotation("on-call").festiveLongest(3));

        assertThat(blocks(two)).containsExactly(0, 7, 9, 11, 13, 15, 17, 19, 21);
        assertThat(blocks(three)).containsExactly(0, 7, 9, 12, 15, 18, 19, 21);
    }

    @Test
    void blocks_officeHours_areWeeksOfPlannedDays() {
        assertThat(blocks(problem("Ana").period("2027-01-04", "2027-01-20").rotation(officeHours("support"))))
                .containsExactly(0, 5, 10);
    }

    @Test
    void lines_rotationWithoutPlannedDays_hasNone() {
        SearchBoard board = board(problem("Ana")
                .period("2027-01-09", "2027-01-11")
                .rotation(officeHours("support"))
                .rotation(rotation("on-call")));

        assertThat(board.lines()).extracting(Line::rotation).containsExactly(1, 1);
        assertThat(board.lines()).extracting(Line::offset).containsExactly(0, 2);
    }

    @Test
    void copy_boardOfACopy_hasTheSlotsOfTheCopy() {
        RotaSolution solution = Solutions.of(
                Draft.of(problem("Ana")).put("Ana", "primary", "2027-01-05", 1).rota());
        RotaSolution copy = new RotaSolution.Cloner().cloneSolution(solution);
        copy.getSlots().getFirst().setPerson(null);
        Line line = solution.getBoard().lines().getFirst();

        assertThat(copy.getBoard().holder(line, 0)).isNull();
        assertThat(solution.getBoard().holder(line, 0)).isNotNull();
        assertThat(copy.getBoard().slot(line, 5)).isSameAs(copy.getSlots().get(5));
    }
}
