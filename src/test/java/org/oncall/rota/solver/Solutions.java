package org.oncall.rota.solver;

import java.util.List;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/** Rotas as the search holds them. */
final class Solutions {
    private Solutions() {}

    /** The rota laid out for the search, also where nobody may hold what they hold. */
    static RotaSolution of(Rota rota) {
        RuleFacts facts = new RuleFacts(rota.problem());
        RotaSolution solution = new RotaSolution(facts);
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

    /** The rota in which each slot is held by the member of that index. */
    static RotaSolution of(RuleFacts facts, int[] holders) {
        RotaSolution solution = new RotaSolution(facts);
        for (SlotEntity slot : solution.getSlots()) {
            int holder = holders[slot.getId()];
            slot.setPerson(
                    holder == RuleFacts.NOBODY ? null : solution.getPeople().get(holder));
        }
        return solution;
    }

    /** Who would hold each slot if the proposed move were made. */
    static int[] proposed(WorkingRota rota) {
        int[] holders = rota.copy();
        for (int i = 0; i < rota.proposedCount(); i++) {
            holders[rota.proposedSlot(i)] = rota.proposedHolder(i);
        }
        return holders;
    }

    /** One neighbourhood of each kind that the search draws from. */
    static List<Neighbourhood> neighbourhoods() {
        return List.of(
                new AssignRun(),
                new ExchangeShifts(),
                new ExchangeWeeks(2, false),
                new ExchangeWeeks(2, true),
                new ExchangeWeeks(3, false),
                new ExchangeTiers(),
                new ShiftBoundary(),
                new ExchangeMembers(),
                new CloseGap(),
                new RecreateWeeks(),
                new RecreateMember(),
                new SlideHandovers());
    }
}
