package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.solver.SearchBoard.Line;

/**
 * Where the search starts from: natural shifts in the order of time, each given to whoever has had least of their fair
 * share and breaks no hard rule; day by day where nobody can take a whole one. What is held already stays.
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

    /** Fills the empty slots of the board as far as that goes without breaking a hard rule. */
    static void fill(SearchBoard board) {
        StartingRota start = new StartingRota(board);
        for (Line line : board.lines()) {
            for (int d = 0; d < line.days(); d++) {
                Person person = board.holder(line, d);
                if (person != null) {
                    start.hold(line, d, person);
                }
            }
        }
        for (int r = 0; r < board.facts().rotationCount(); r++) {
            start.fillRotation(r);
        }
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
            timelines.get(person.index()).release(line.rotation(), line.tier(), d);
            rotations.get(line.rotation()).set(line.tier(), d, RuleFacts.NOBODY);
        }
        return can;
    }

    private void hold(Line line, int day, Person person) {
        timelines.get(person.index()).hold(line.rotation(), line.tier(), day);
        rotations.get(line.rotation()).set(line.tier(), day, person.index());
    }

    private long hardSize(Line line, Person person) {
        long size = 0;
        for (MemberRule rule : memberRules) {
            size += rule.size(timelines.get(person.index()));
        }
        for (RotationRule rule : rotationRules) {
            size += rule.size(rotations.get(line.rotation()));
        }
        return size;
    }
}
