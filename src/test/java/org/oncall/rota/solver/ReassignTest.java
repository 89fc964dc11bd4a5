package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningSolutionMetaModel;
import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.test.MoveTester;
import org.junit.jupiter.api.Test;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.support.RandomProblems;

class ReassignTest {
    private static final PlanningSolutionMetaModel<RotaSolution> MODEL =
            PlanningSolutionMetaModel.of(RotaSolution.class, SlotEntity.class);
    private static final PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> VARIABLE =
            MODEL.genuineEntity(SlotEntity.class).basicVariable("person", Person.class);

    @Test
    void to_anyRota_hasTheSlotsHeldAsThere() {
        for (long seed = 0; seed < 40; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            RotaSolution solution = Solutions.ofEligible(RandomProblems.rota(problem, seed));
            int[] holders = new WorkingRota(Solutions.ofEligible(RandomProblems.rota(problem, seed + 1))).copy();

            MoveTester.build(MODEL).using(solution).execute(Reassign.to(solution, holders, VARIABLE));

            assertThat(new WorkingRota(solution).copy()).as("seed %d", seed).isEqualTo(holders);
        }
    }

    @Test
    void to_rotaAsItIs_changesNothing() {
        RotaSolution solution = Solutions.ofEligible(RandomProblems.rota(RandomProblems.problem(1), 1));

        assertThat(Reassign.to(solution, new WorkingRota(solution).copy(), VARIABLE))
                .hasToString("[] -> []");
    }
}
