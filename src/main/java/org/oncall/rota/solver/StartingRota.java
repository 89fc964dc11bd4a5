package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;

/**
 * Where the search starts from: natural shifts in the order of time, each given to whoever has had least of their fair
 * share and breaks no hard rule; day by day where nobody can take a whole one. What is held already stays where it can.
 */
final class StartingRota {
    private final SearchBoard board;
    private final RuleFacts facts;
    private final List<MemberTimeline> timelines = new ArrayList<>();
    private final List<RotationBoard> rotations = new ArrayList<>();
    private final List<MemberRule> memberRules = new ArrayList<>();
    private final List<RotationRule> rotationRules = new ArrayList<>();

    private StartingRota(SearchBoard board) {
        this.board = board;
        this.facts = board.facts();
        for (Rule rule : RuleBook.rules()) {
            if (rule.level() == Level.HARD && rule.applies(facts)) {
                switch (rule) {
                    case MemberRule memberRule -> memberRules.add(memberRule);
                    case RotationRule rotationRule -> rotationRules.add(rotationRule);
                    default -> throw new IllegalStateException("No hard rule looks at a tier, but " + rule.id());
                }
            }
        }
        for (int m = 0; m < facts.memberCount(); m++) {
            timelines.add(new MemberTimeline(facts, m));
        }
        for (int r = 0; r < facts.rotationCount(); r++) {
            rotations.add(new RotationBoard(facts, r));
        }
    }

    /**
     * Opens gaps where what is held already breaks hard rules, then fills the empty slots of the board as far as that goes
     * without breaking one. What is pinned stays even so.
     */
    static void fill(SearchBoard board) {
        StartingRota start = new StartingRota(board);
        start.holdWhere(true);
        long[] pinnedByMember = start.timelines.stream().mapToLong(start::size).toArray();
        long[] pinnedByRotation =
                start.rotations.stream().mapToLong(start::size).toArray();
        start.holdWhere(false);
        start.release(pinnedByMember, pinnedByRotation);
        for (int r = 0; r < board.facts().rotationCount(); r++) {
            start.fillRotation(r);
        }
    }

    private void holdWhere(boolean pinned) {
        for (Line line : board.lines()) {
            for (int d = 0; d < line.days(); d++) {
                Person person = board.holder(line, d);
                if (person != null && board.slot(line, d).isPinned() == pinned) {
                    hold(line, d, person);
                }
            }
        }
    }

    /**
     * Opens gaps until no more is broken than what is pinned breaks alone: no move of the search would open the first gap
     * of a rota without any. To take from one slot may leave a novice of another alone, or cut a stint in two, so this
     * goes round until nothing has to be taken.
     */
    private void release(long[] pinnedByMember, long[] pinnedByRotation) {
        boolean released = true;
        while (released) {
            released = false;
            for (MemberTimeline timeline : timelines) {
                Person person = board.people().get(timeline.member());
                while (size(timeline) > pinnedByMember[timeline.member()]) {
                    releaseBest(line -> true, person::equals, () -> size(timeline));
                    released = true;
                }
            }
            for (int r = 0; r < rotations.size(); r++) {
                int rotation = r;
                while (size(rotations.get(r)) > pinnedByRotation[r]) {
                    releaseBest(
                            line -> line.rotation() == rotation,
                            person -> facts.member(person.index()).novice(),
                            () -> size(rotations.get(rotation)));
                    released = true;
                }
            }
        }
    }

    /** Takes the slot whose loss leaves the smallest size from its holder; the first of equals. */
    private void releaseBest(Predicate<Line> lines, Predicate<Person> holders, LongSupplier size) {
        @Nullable Line best = null;
        int bestDay = 0;
        long smallest = Long.MAX_VALUE;
        for (Line line : board.lines()) {
            for (int d = 0; lines.test(line) && d < line.days(); d++) {
                Person holder = board.holder(line, d);
                if (holder != null
                        && holders.test(holder)
                        && !board.slot(line, d).isPinned()) {
                    release(line, d, holder);
                    long left = size.getAsLong();
                    hold(line, d, holder);
                    if (left < smallest) {
                        smallest = left;
                        best = line;
                        bestDay = d;
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("What is pinned breaks more rules than it does alone.");
        }
        release(best, bestDay, Objects.requireNonNull(board.holder(best, bestDay)));
        board.slot(best, bestDay).setPerson(null);
    }

    private void fillRotation(int rotation) {
        List<Line> lines =
                board.lines().stream().filter(l -> l.rotation() == rotation).toList();
        if (lines.isEmpty()) {
            return;
        }
        int blocks = lines.get(0).blocks().length;
        for (int b = 0; b < blocks; b++) {
            for (Line line : lines) {
                int start = line.blockStart(b);
                int end = line.blockEnd(b);
                while (start < end) {
                    if (board.holder(line, start) != null) {
                        start++;
                        continue;
                    }
                    int free = start;
                    while (free < end && board.holder(line, free) == null) {
                        free++;
                    }
                    start = fillStretch(line, start, free);
                }
            }
        }
    }

    /** Gives the longest stretch from the start that anybody can take to the least loaded of those; returns where to go on. */
    private int fillStretch(Line line, int start, int end) {
        List<Person> byLoad = board.slot(line, start).getEligible().stream()
                .sorted(Comparator.comparingDouble(person -> load(line, person)))
                .toList();
        for (int until = end; until > start; until--) {
            for (Person person : byLoad) {
                if (canTake(line, start, until, person)) {
                    for (int d = start; d < until; d++) {
                        board.slot(line, d).setPerson(person);
                        hold(line, d, person);
                    }
                    return until;
                }
            }
        }
        return start + 1;
    }

    /** Days done for days owed. */
    private double load(Line line, Person person) {
        RotationFacts rotation = facts.rotation(line.rotation());
        double owed = rotation.exactFairShare(person.index());
        int done = timelines.get(person.index()).dayCount(line.rotation()) + rotation.historyDays(person.index());
        return owed > 0 ? done / owed : Double.MAX_VALUE;
    }

    private boolean canTake(Line line, int start, int end, Person person) {
        for (int d = start; d < end; d++) {
            if (!board.slot(line, d).isEligible(person)) {
                return false;
            }
        }
        long before = hardSize(line, person);
        for (int d = start; d < end; d++) {
            hold(line, d, person);
        }
        boolean can = hardSize(line, person) <= before;
        for (int d = start; d < end; d++) {
            release(line, d, person);
        }
        return can;
    }

    private void hold(Line line, int day, Person person) {
        timelines.get(person.index()).hold(line.rotation(), line.tier(), day);
        rotations.get(line.rotation()).set(line.tier(), day, person.index());
    }

    private void release(Line line, int day, Person person) {
        timelines.get(person.index()).release(line.rotation(), line.tier(), day);
        rotations.get(line.rotation()).set(line.tier(), day, RuleFacts.NOBODY);
    }

    private long hardSize(Line line, Person person) {
        return size(timelines.get(person.index())) + size(rotations.get(line.rotation()));
    }

    private long size(MemberTimeline timeline) {
        long size = 0;
        for (MemberRule rule : memberRules) {
            size += rule.size(timeline);
        }
        return size;
    }

    private long size(RotationBoard rotation) {
        long size = 0;
        for (RotationRule rule : rotationRules) {
            size += rule.size(rotation);
        }
        return size;
    }
}
