package org.oncall.rota.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The published rota as people see it: stretches of slots of one tier that one member holds. A published shift is moved if
 * any of its slots has another holder, or none; slots that were published with nobody in them belong to no shift.
 */
public final class PublishedShifts {
    private final Map<Slot, MemberId> holders = new LinkedHashMap<>();
    private final Map<Slot, Integer> shiftOf = new HashMap<>();
    private final List<List<Slot>> shifts = new ArrayList<>();

    public PublishedShifts(RotaProblem problem) {
        Map<Slot, MemberId> published = new HashMap<>();
        problem.published().forEach(holding -> published.put(holding.slot(), holding.member()));
        @Nullable Slot before = null;
        for (Slot slot : problem.slots()) {
            MemberId holder = published.get(slot);
            if (holder != null) {
                boolean goesOn = before != null
                        && before.rotation().equals(slot.rotation())
                        && before.tier().equals(slot.tier())
                        && holder.equals(holders.get(before));
                if (!goesOn) {
                    shifts.add(new ArrayList<>());
                }
                shifts.getLast().add(slot);
                shiftOf.put(slot, shifts.size() - 1);
                holders.put(slot, holder);
            }
            before = slot;
        }
    }

    /** How far a rota is from the published one. */
    public record Moves(int shifts, int slots) {}

    public int count() {
        return shifts.size();
    }

    /** The slots of a shift, by its index, in the order of time. */
    public List<Slot> slots(int shift) {
        return List.copyOf(shifts.get(shift));
    }

    /** The index of the shift that the slot was published in; -1 where nobody was published for it. */
    public int shiftOf(Slot slot) {
        return shiftOf.getOrDefault(slot, -1);
    }

    /** Who was published for the slot; null: nobody. */
    public @Nullable MemberId holder(Slot slot) {
        return holders.get(slot);
    }

    public Moves movesTo(Rota rota) {
        int slots = 0;
        int moved = 0;
        for (List<Slot> shift : shifts) {
            int here = 0;
            for (Slot slot : shift) {
                here += Objects.equals(rota.holder(slot), holders.get(slot)) ? 0 : 1;
            }
            slots += here;
            moved += here > 0 ? 1 : 0;
        }
        return new Moves(moved, slots);
    }
}
