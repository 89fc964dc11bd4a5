package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/**
 * The slots laid out by tier and day. Copied with the solution, or what is done to one copy would change another.
 */
public final class SearchBoard {
    private final RuleFacts facts;
    private final List<Person> people;
    private final List<SlotEntity> slots;
    private final List<Line> lines;

    SearchBoard(RuleFacts facts, List<Person> people, List<SlotEntity> slots) {
        this.facts = facts;
        this.people = List.copyOf(people);
        this.slots = slots;
        List<Line> all = new ArrayList<>();
        int offset = 0;
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            int[] blocks = blocks(rotation);
            for (int t = 0; t < rotation.tierCount() && rotation.plannedDays() > 0; t++) {
                List<SlotEntity> line = slots.subList(offset, offset + rotation.plannedDays());
                all.add(new Line(
                        all.size(),
                        r,
                        t,
                        offset,
                        line.size(),
                        blocks,
                        candidates(rotation, t),
                        line.stream().anyMatch(slot -> !slot.isPinned())));
                offset += line.size();
            }
        }
        this.lines = Collections.unmodifiableList(all);
    }

    /** The same board over other slots. */
    private SearchBoard(SearchBoard original, List<SlotEntity> slots) {
        this.facts = original.facts;
        this.people = original.people;
        this.slots = slots;
        this.lines = original.lines;
    }

    SearchBoard copy(List<SlotEntity> otherSlots) {
        return new SearchBoard(this, otherSlots);
    }

    private int[] candidates(RotationFacts rotation, int tier) {
        return IntStream.range(0, facts.memberCount())
                .filter(member -> rotation.mayHold(member, tier))
                .toArray();
    }

    /** From preferred handover to preferred handover; in the festive period, stretches as long as it allows. */
    private static int[] blocks(RotationFacts rotation) {
        TreeSet<Integer> starts = new TreeSet<>();
        starts.add(0);
        int festiveDays = 0;
        for (int p = 0; p < rotation.plannedDays(); p++) {
            int day = rotation.firstPlanned() + p;
            boolean festive = rotation.isFestive(day);
            boolean edge = p > 0 && festive != rotation.isFestive(day - 1);
            festiveDays = festive && !edge ? festiveDays + 1 : 0;
            boolean full =
                    festive && festiveDays % rotation.rotation().festive().longestDays() == 0;
            if (edge || full || !festive && rotation.handover(day).isPreferred()) {
                starts.add(p);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether there is anything to search for. */
    boolean hasFreeSlots() {
        return lines.stream().anyMatch(Line::anyFree);
    }

    RuleFacts facts() {
        return facts;
    }

    List<Person> people() {
        return people;
    }

    List<Line> lines() {
        return lines;
    }

    SlotEntity slot(Line line, int day) {
        return slots.get(line.offset() + day);
    }

    @Nullable
    Person holder(Line line, int day) {
        return slot(line, day).getPerson();
    }
}
