package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/** Rotas as the search holds them. */
final class Solutions {
    private Solutions() {}

    static Chance chance(long seed) {
        return new Chance(seed, Long.MAX_VALUE, () -> {});
    }

    /** The rota laid out for the search, also where nobody may hold what they hold. */
    static RotaSolution of(Rota rota) {
        RuleFacts facts = new RuleFacts(rota.problem());
        RotaSolution solution = new RotaSolution(facts, chance(0));
        for (SlotEntity slot : solution.getSlots()) {
            RotationFacts rotation = facts.rotation(slot.rotation());
            MemberId holder = rota.holder(new Slot(
                    rotation.rotation().id(),
                    rotation.rotation().tiers().get(slot.tier()).id(),
                    rotation.day(rotation.firstPlanned() + slot.day()).date()));
            slot.setPerson(holder == null ? null : solution.getPeople().get(facts.indexOf(holder)));
        }
        return solution;
    }

    /** The rota laid out for the search, with gaps where somebody holds what they may not. */
    static RotaSolution ofEligible(Rota rota) {
        RotaSolution solution = of(rota);
        for (SlotEntity slot : solution.getSlots()) {
            Person holder = slot.getPerson();
            if (holder != null && !slot.getEligible().contains(holder)) {
                slot.setPerson(null);
            }
        }
        return solution;
    }

    /** Who holds each slot, by index, in the order of the slots. */
    static List<Integer> holders(RotaSolution solution) {
        List<Integer> result = new ArrayList<>();
        solution.getSlots().forEach(slot -> result.add(slot.holder()));
        return result;
    }

    /** Indices of the slots whose holders differ. */
    static List<Integer> changed(List<Integer> before, List<Integer> after) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!Objects.equals(before.get(i), after.get(i))) {
                result.add(i);
            }
        }
        return result;
    }
}
