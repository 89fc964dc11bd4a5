package org.oncall.rota.solver;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives slots to people, all at once: how a rota that the search has found gets to the engine. */
final class Reassign implements Move<RotaSolution> {
    private final PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable;
    private final List<SlotEntity> slots = new ArrayList<>();
    private final List<@Nullable Person> people = new ArrayList<>();

    private Reassign(PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable) {
        this.variable = variable;
    }

    /** The move after which each slot is held by the member of that index. */
    static Reassign to(
            RotaSolution solution,
            int[] holders,
            PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable) {
        Reassign move = new Reassign(variable);
        for (SlotEntity slot : solution.getSlots()) {
            int holder = holders[slot.getId()];
            if (slot.holder() != holder) {
                move.slots.add(slot);
                move.people.add(
                        holder == WorkingRota.NOBODY
                                ? null
                                : solution.getPeople().get(holder));
            }
        }
        return move;
    }

    @Override
    public void execute(MutableSolutionView<RotaSolution> view) {
        for (int i = 0; i < slots.size(); i++) {
            view.changeVariable(variable, slots.get(i), people.get(i));
        }
    }

    @Override
    public String toString() {
        return slots + " -> " + people;
    }
}
