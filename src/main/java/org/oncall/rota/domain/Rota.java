package org.oncall.rota.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a problem: who holds each slot. A slot that is absent is a gap.
 *
 * @param holders member by slot, for slots of the problem only
 * @param besideLeave slots that touch their holder's leave, but only in hours which, as the rota was written, somebody else
 *     holds; none in a rota that is made of slots
 */
public record Rota(RotaProblem problem, Map<Slot, MemberId> holders, Set<Slot> besideLeave) {
    public Rota {
        holders = Map.copyOf(holders);
        besideLeave = Set.copyOf(besideLeave);
    }

    public Rota(RotaProblem problem, Map<Slot, MemberId> holders) {
        this(problem, holders, Set.of());
    }

    public @Nullable MemberId holder(Slot slot) {
        return holders.get(slot);
    }

    public static Rota empty(RotaProblem problem) {
        return new Rota(problem, Map.of());
    }

    /** The rota in which the given slots are held and all others are gaps. */
    public static Rota of(RotaProblem problem, List<Holding> holdings) {
        return new Rota(
                problem, holdings.stream().collect(java.util.stream.Collectors.toMap(Holding::slot, Holding::member)));
    }
}
