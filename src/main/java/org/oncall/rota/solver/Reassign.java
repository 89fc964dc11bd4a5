package org.oncall.rota.solver;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives slots to people, all at once: what every neighbourhood's move comes down to. The engine undoes it. */
final class Reassign implements Move<RotaSolution> {
    private final PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable;
    private final List<SlotEntity> slots = new ArrayList<>();
    private final List<@Nullable Person> people = new ArrayList<>();
    private boolean impossible;

    Reassign(PlanningVariableMetaModel<RotaSolution, SlotEntity, Person> variable) {
        this.variable = variable;
    }

    /** Adds a slot; the whole move is impossible where the slot is pinned or the person not eligible for it. */
    Reassign give(SlotEntity slot, @Nullable Person person) {
        if (slot.getPerson() == person) {
            return this;
        }
        if (slot.isPinned() || person != null && !slot.isEligible(person)) {
            impossible = true;
        } else {
            slots.add(slot);
            people.add(person);
        }
        return this;
    }

    /** Whether the move changes anything and may be made. */
    boolean isDoable() {
        return !impossible && !slots.isEmpty();
    }

    boolean isImpossible() {
        return impossible;
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
