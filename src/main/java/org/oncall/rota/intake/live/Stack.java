package org.oncall.rota.intake.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.oncall.rota.domain.Interval;

/** Layers upon each other: at each moment the highest one that calls somebody hides all below. */
public final class Stack {
    private final TreeMap<Instant, LiveShift> shifts = new TreeMap<>();
    private final Effort effort;

    public Stack(Effort effort) {
        this.effort = effort;
    }

    /**
     * What became of a layer.
     *
     * @param shown whether any of it is left to see
     * @param whole whether nothing of it is hidden
     */
    public record Placed(boolean shown, boolean whole) {}

    /** Puts a layer below all that were put before; its shifts may overlap, the earlier in the list hides the later. */
    public Placed below(List<LiveShift> layer) throws TooMuch {
        boolean shown = false;
        boolean whole = true;
        for (LiveShift shift : layer) {
            List<LiveShift> parts = open(shift);
            parts.forEach(part -> shifts.put(part.span().start(), part));
            shown |= !parts.isEmpty();
            whole &= parts.equals(List.of(shift));
        }
        return new Placed(shown, whole);
    }

    /** The parts of a shift in which nobody is on call yet. */
    private List<LiveShift> open(LiveShift shift) throws TooMuch {
        effort.spend(1);
        Instant open = shift.span().start();
        Instant end = shift.span().end();
        Map.Entry<Instant, LiveShift> before = shifts.floorEntry(open);
        if (before != null && before.getValue().span().end().isAfter(open)) {
            open = before.getValue().span().end();
        }
        List<LiveShift> parts = new ArrayList<>();
        if (open.isBefore(end)) {
            for (LiveShift there : shifts.subMap(open, true, end, false).values()) {
                effort.spend(1);
                if (open.isBefore(there.span().start())) {
                    parts.add(new LiveShift(new Interval(open, there.span().start()), shift.user()));
                }
                open = there.span().end();
            }
        }
        if (open.isBefore(end)) {
            parts.add(new LiveShift(new Interval(open, end), shift.user()));
        }
        return parts;
    }

    /** Who is on call, sorted; hours running of one user are one shift. */
    public List<LiveShift> shifts() {
        List<LiveShift> result = new ArrayList<>();
        shifts.values().stream()
                .sorted(Comparator.comparing(shift -> shift.span().start()))
                .forEach(shift -> {
                    LiveShift before = result.isEmpty() ? null : result.getLast();
                    if (before != null
                            && before.user().equals(shift.user())
                            && before.span().end().equals(shift.span().start())) {
                        result.set(
                                result.size() - 1,
                                new LiveShift(
                                        new Interval(
                                                before.span().start(),
                                                shift.span().end()),
                                        shift.user()));
                    } else {
                        result.add(shift);
                    }
                });
        return List.copyOf(result);
    }
}
