package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/**
 * The slots laid out by tier and day, from which neighbourhoods draw their moves, with a source of chance of their own:
 * the engine lets a move pick from two sets at most, and a move over a run of days needs five draws.
 *
 * <p>Copied with the solution, or moves would change the slots of another copy.
 */
public final class SearchBoard {
    private final RuleFacts facts;
    private final List<Person> people;
    private final List<SlotEntity> slots;
    private final List<Line> lines;
    private final Chance chance;

    /** One tier: where its slots begin in the list, and where the natural shifts begin in it. */
    record Line(int rotation, int tier, int offset, int days, int[] blocks, boolean anyFree) {
        /** Index of the block that holds the day. */
        int blockOf(int day) {
            int found = java.util.Arrays.binarySearch(blocks, day);
            return found >= 0 ? found : -found - 2;
        }

        int blockStart(int block) {
            return blocks[block];
        }

        /** One past the last day of the block. */
        int blockEnd(int block) {
            return block + 1 < blocks.length ? blocks[block + 1] : days;
        }
    }

    SearchBoard(RuleFacts facts, List<Person> people, List<SlotEntity> slots, Chance chance) {
        this.facts = facts;
        this.people = List.copyOf(people);
        this.slots = slots;
        this.chance = chance;
        List<Line> all = new ArrayList<>();
        int offset = 0;
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            int[] blocks = blocks(rotation);
            for (int t = 0; t < rotation.tierCount() && rotation.plannedDays() > 0; t++) {
                List<SlotEntity> line = slots.subList(offset, offset + rotation.plannedDays());
                all.add(new Line(
                        r, t, offset, line.size(), blocks, line.stream().anyMatch(slot -> !slot.isPinned())));
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
        this.chance = original.chance;
    }

    SearchBoard copy(List<SlotEntity> otherSlots) {
        return new SearchBoard(this, otherSlots);
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

    RandomGenerator random() {
        return chance.random();
    }

    Chance chance() {
        return chance;
    }

    SlotEntity slot(Line line, int day) {
        return slots.get(line.offset + day);
    }

    @Nullable
    Person holder(Line line, int day) {
        return slot(line, day).getPerson();
    }

    /** Who held the tier last before the period; null where nobody did. */
    @Nullable
    Person holderBefore(Line line) {
        int holder = facts.rotation(line.rotation).holderBefore(line.tier);
        return holder == RuleFacts.NOBODY ? null : people.get(holder);
    }

    /** First day of the stretch around the day that one member holds, or that is a gap. */
    int runStart(Line line, int day) {
        Person holder = holder(line, day);
        int start = day;
        while (start > 0 && holder(line, start - 1) == holder) {
            start--;
        }
        return start;
    }

    /** One past the last day of the stretch around the day that one member holds, or that is a gap. */
    int runEnd(Line line, int day) {
        Person holder = holder(line, day);
        int end = day + 1;
        while (end < line.days && holder(line, end) == holder) {
            end++;
        }
        return end;
    }

    Line anyLine() {
        return lines.get(chance.random().nextInt(lines.size()));
    }

    /** Another tier of the same rotation, or the line itself where there is none. */
    Line otherTier(Line line) {
        int tiers = facts.rotation(line.rotation).tierCount();
        if (tiers == 1) {
            return line;
        }
        int first = lines.indexOf(line) - line.tier;
        int other = chance.random().nextInt(tiers - 1);
        return lines.get(first + (other >= line.tier ? other + 1 : other));
    }
}
