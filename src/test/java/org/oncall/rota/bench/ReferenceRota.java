package org.oncall.rota.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.MemberRule;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RotationRule;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierLine;
import org.oncall.rota.rules.TierRule;

/**
 * A rota as an array of holders, with what each member, tier and rotation costs by the rules of the book. A change is
 * written down first, then tried: only what it touches is looked at again, and no more of it than is needed to refuse it.
 *
 * <p>Nobody is ever put on a slot that the day or the tier forbids them, so the rules about that need no look; gaps are
 * counted as they come and go.
 */
final class ReferenceRota {
    static final int NOBODY = RuleFacts.NOBODY;
    private static final TreeSet<String> KEPT_BY_CONSTRUCTION =
            new TreeSet<>(List.of("on-leave", "not-on-rota", "missing-skill", "gap"));

    /** The one rule whose size may be negative: with it settled first, the others can only add. */
    private static final String MAY_BE_NEGATIVE = "wish";

    /**
     * One tier.
     *
     * @param offset its first slot
     * @param starts where natural shifts start: at preferred handovers, and every few days in a festive period
     * @param members who may hold it on some day
     */
    record Line(int index, int rotation, int tier, int offset, int days, int[] starts, int[] members) {
        int block(int day) {
            int found = Arrays.binarySearch(starts, day);
            return found >= 0 ? found : -found - 2;
        }

        int blockStart(int block) {
            return starts[block];
        }

        /** One past the last day of the block. */
        int blockEnd(int block) {
            return block + 1 < starts.length ? starts[block + 1] : days;
        }
    }

    private record Weighted<R>(R rule, int weight) {}

    private final RuleFacts facts;
    private final int members;
    private final List<Line> lines = new ArrayList<>();
    private final Line[] lineOf;
    private final boolean[] eligible;

    private final List<Weighted<MemberRule>> hardRules = new ArrayList<>();
    private final List<Weighted<MemberRule>> negativeRules = new ArrayList<>();
    private final List<Weighted<MemberRule>> softRules = new ArrayList<>();
    private final List<Weighted<TierRule>> tierRules = new ArrayList<>();
    private final List<Weighted<RotationRule>> hardRotationRules = new ArrayList<>();
    private final List<Weighted<RotationRule>> softRotationRules = new ArrayList<>();

    private final int[] holder;
    private final MemberTimeline[] timelines;
    private final TierLine[] tierLines;
    private final RotationBoard[] boards;
    private final boolean[] isNovice;
    /** By rotation and day, how many slots novices hold: rules about people together only look at days with one. */
    private final int[][] novicesOn;

    private final long[] memberHard;
    private final long[] memberSoft;
    private final long[] lineSoft;
    private final long[] boardHard;
    private final long[] boardSoft;
    private long hard;
    private long gaps;
    private long soft;

    private final int[] changedSlots;
    private final int[] changedTo;
    private final int[] changedFrom;
    private int changes;
    private boolean impossible;
    private final int[] touchedMembers;
    private int touchedMemberCount;
    private final int[] touchedLines;
    private int touchedLineCount;
    private final int[] touchedRotations;
    private int touchedRotationCount;
    private final boolean[] isTouchedMember;
    private final boolean[] isTouchedLine;
    private final boolean[] isTouchedRotation;
    private final long[] newMemberHard;
    private final long[] newMemberSoft;
    private final long[] newLineSoft;
    private final long[] newBoardHard;
    private final long[] newBoardSoft;

    /** The rota in which nobody holds anything. */
    ReferenceRota(RuleFacts facts) {
        if (facts.problem().freezeUntil() != null) {
            throw new IllegalArgumentException("Frozen slots are not known here.");
        }
        this.facts = facts;
        this.members = facts.memberCount();
        readRules();
        int slots = 0;
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            int[] starts = starts(rotation);
            for (int t = 0; t < rotation.tierCount() && rotation.plannedDays() > 0; t++) {
                lines.add(new Line(lines.size(), r, t, slots, rotation.plannedDays(), starts, mayHold(rotation, t)));
                slots += rotation.plannedDays();
            }
        }
        this.lineOf = new Line[slots];
        this.eligible = new boolean[slots * members];
        for (Line line : lines) {
            for (int d = 0; d < line.days; d++) {
                lineOf[line.offset + d] = line;
                for (int m = 0; m < members; m++) {
                    eligible[(line.offset + d) * members + m] =
                            facts.rotation(line.rotation).isEligible(m, line.tier, d);
                }
            }
        }
        this.holder = new int[slots];
        Arrays.fill(holder, NOBODY);
        this.gaps = slots;
        this.timelines = new MemberTimeline[members];
        this.tierLines = new TierLine[lines.size()];
        this.boards = new RotationBoard[facts.rotationCount()];
        this.isNovice = new boolean[members];
        this.novicesOn = new int[boards.length][];
        this.memberHard = new long[members];
        this.memberSoft = new long[members];
        this.newMemberHard = new long[members];
        this.newMemberSoft = new long[members];
        this.lineSoft = new long[lines.size()];
        this.newLineSoft = new long[lines.size()];
        this.boardHard = new long[boards.length];
        this.boardSoft = new long[boards.length];
        this.newBoardHard = new long[boards.length];
        this.newBoardSoft = new long[boards.length];
        this.changedSlots = new int[slots];
        this.changedTo = new int[slots];
        this.changedFrom = new int[slots];
        this.touchedMembers = new int[members];
        this.touchedLines = new int[lines.size()];
        this.touchedRotations = new int[boards.length];
        this.isTouchedMember = new boolean[members];
        this.isTouchedLine = new boolean[lines.size()];
        this.isTouchedRotation = new boolean[boards.length];
        for (int m = 0; m < members; m++) {
            timelines[m] = new MemberTimeline(facts, m);
            isNovice[m] = facts.member(m).novice();
            memberHard[m] = sum(hardRules, timelines[m]);
            memberSoft[m] = sum(negativeRules, timelines[m]) + sum(softRules, timelines[m]);
            hard += memberHard[m];
            soft += memberSoft[m];
        }
        for (Line line : lines) {
            tierLines[line.index] = new TierLine(facts.rotation(line.rotation), line.tier);
            lineSoft[line.index] = lineSize(line.index);
            soft += lineSoft[line.index];
        }
        for (int r = 0; r < boards.length; r++) {
            boards[r] = new RotationBoard(facts, r);
            novicesOn[r] = new int[facts.rotation(r).plannedDays()];
            boardHard[r] = boardSize(hardRotationRules, r);
            boardSoft[r] = boardSize(softRotationRules, r);
            hard += boardHard[r];
            soft += boardSoft[r];
        }
    }

    private void readRules() {
        for (Rule rule : RuleBook.rules()) {
            int weight = rule.weight(facts);
            if (KEPT_BY_CONSTRUCTION.contains(rule.id()) || !rule.applies(facts) || weight == 0) {
                continue;
            }
            boolean isHard = rule.level() == Level.HARD;
            switch (rule) {
                case MemberRule memberRule ->
                    (isHard ? hardRules : rule.id().equals(MAY_BE_NEGATIVE) ? negativeRules : softRules)
                            .add(new Weighted<>(memberRule, weight));
                case TierRule tierRule -> tierRules.add(new Weighted<>(tierRule, weight));
                case RotationRule rotationRule ->
                    (isHard ? hardRotationRules : softRotationRules).add(new Weighted<>(rotationRule, weight));
            }
        }
    }

    private int[] mayHold(RotationFacts rotation, int tier) {
        List<Integer> result = new ArrayList<>();
        for (int m = 0; m < members; m++) {
            if (rotation.mayHold(m, tier)) {
                result.add(m);
            }
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] starts(RotationFacts rotation) {
        TreeSet<Integer> starts = new TreeSet<>();
        starts.add(0);
        int festiveDays = 0;
        for (int p = 1; p < rotation.plannedDays(); p++) {
            boolean festive = rotation.isFestive(rotation.firstPlanned() + p);
            boolean wasFestive = rotation.isFestive(rotation.firstPlanned() + p - 1);
            festiveDays = festive && wasFestive ? festiveDays + 1 : 0;
            boolean full =
                    festive && festiveDays % rotation.rotation().festive().longestDays() == 0;
            boolean preferred =
                    !festive && rotation.handover(rotation.firstPlanned() + p).isPreferred();
            if (full || festive != wasFestive || preferred) {
                starts.add(p);
            }
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    List<Line> lines() {
        return lines;
    }

    int members() {
        return members;
    }

    RuleFacts facts() {
        return facts;
    }

    int holder(Line line, int day) {
        return holder[line.offset + day];
    }

    long gaps() {
        return gaps;
    }

    Score score() {
        return new Score(hard, gaps, soft);
    }

    boolean isBetterThan(Score other) {
        return hard != other.hard()
                ? hard < other.hard()
                : gaps != other.medium() ? gaps < other.medium() : soft < other.soft();
    }

    /** First day of the stretch around the day that one member holds, or that is a gap. */
    int runStart(Line line, int day) {
        int slot = line.offset + day;
        while (slot > line.offset && holder[slot - 1] == holder[slot]) {
            slot--;
        }
        return slot - line.offset;
    }

    /** One past the last day of the stretch around the day that one member holds, or that is a gap. */
    int runEnd(Line line, int day) {
        int slot = line.offset + day;
        int end = line.offset + line.days;
        while (slot + 1 < end && holder[slot + 1] == holder[slot]) {
            slot++;
        }
        return slot + 1 - line.offset;
    }

    /** Forgets the change that was written down. */
    void begin() {
        changes = 0;
        impossible = false;
    }

    /** Writes down that the slot goes to the member, or to nobody; no slot twice in one change. */
    void give(Line line, int day, int member) {
        int slot = line.offset + day;
        if (holder[slot] == member) {
            return;
        }
        if (member != NOBODY && !eligible[slot * members + member]) {
            impossible = true;
            return;
        }
        changedSlots[changes] = slot;
        changedTo[changes++] = member;
    }

    boolean isDoable() {
        return !impossible && changes > 0;
    }

    boolean isImpossible() {
        return impossible;
    }

    /**
     * Makes the change that was written down, unless it breaks more of the hard rules, or costs more than that.
     *
     * @param gapCost what a gap counts for
     * @param most how much more the cost, gaps included, may be
     */
    boolean attempt(long gapCost, double most) {
        long gapsBefore = gaps;
        for (int i = 0; i < changes; i++) {
            move(i, changedSlots[i], changedTo[i]);
        }
        boolean accepted = isAcceptable((gaps - gapsBefore) * gapCost, most);
        if (accepted) {
            keep();
        } else {
            for (int i = 0; i < changes; i++) {
                moveBack(i);
            }
            gaps = gapsBefore;
        }
        forgetTouched();
        return accepted;
    }

    private boolean isAcceptable(long gapDifference, double most) {
        long hardLeft = 0;
        long difference = gapDifference;
        for (int i = 0; i < touchedMemberCount; i++) {
            hardLeft += memberHard[touchedMembers[i]];
            difference -= memberSoft[touchedMembers[i]];
        }
        for (int i = 0; i < touchedLineCount; i++) {
            difference -= lineSoft[touchedLines[i]];
        }
        for (int i = 0; i < touchedRotationCount; i++) {
            hardLeft += boardHard[touchedRotations[i]];
            difference -= boardSoft[touchedRotations[i]];
        }
        for (int i = 0; i < touchedMemberCount; i++) {
            int m = touchedMembers[i];
            newMemberHard[m] = 0;
            for (int k = 0; k < hardRules.size(); k++) {
                newMemberHard[m] += hardRules.get(k).rule.size(timelines[m]);
                if (newMemberHard[m] > hardLeft) {
                    return false;
                }
            }
            hardLeft -= newMemberHard[m];
            newMemberSoft[m] = sum(negativeRules, timelines[m]);
            difference += newMemberSoft[m];
        }
        for (int i = 0; i < touchedMemberCount; i++) {
            int m = touchedMembers[i];
            for (int k = 0; k < softRules.size(); k++) {
                Weighted<MemberRule> soft = softRules.get(k);
                long cost = soft.weight * soft.rule.size(timelines[m]);
                newMemberSoft[m] += cost;
                difference += cost;
                if (difference > most) {
                    return false;
                }
            }
        }
        return isAcceptableTogether(hardLeft, difference, most);
    }

    /** The same for tiers and rotations: their views are changed only for changes that come this far. */
    private boolean isAcceptableTogether(long hardLeftBefore, long differenceBefore, double most) {
        long hardLeft = hardLeftBefore;
        long difference = differenceBefore;
        for (int i = 0; i < changes; i++) {
            show(changedSlots[i], changedTo[i]);
        }
        for (int i = 0; i < touchedLineCount && difference <= most; i++) {
            newLineSoft[touchedLines[i]] = lineSize(touchedLines[i]);
            difference += newLineSoft[touchedLines[i]];
        }
        for (int i = 0; i < touchedRotationCount && hardLeft >= 0 && difference <= most; i++) {
            int r = touchedRotations[i];
            newBoardHard[r] = boardSize(hardRotationRules, r);
            newBoardSoft[r] = boardSize(softRotationRules, r);
            hardLeft -= newBoardHard[r];
            difference += newBoardSoft[r];
        }
        if (hardLeft >= 0 && difference <= most) {
            return true;
        }
        for (int i = 0; i < changes; i++) {
            show(changedSlots[i], changedFrom[i]);
        }
        return false;
    }

    private void show(int slot, int member) {
        Line line = lineOf[slot];
        tierLines[line.index].set(slot - line.offset, member);
        boards[line.rotation].set(line.tier, slot - line.offset, member);
    }

    private void move(int change, int slot, int to) {
        Line line = lineOf[slot];
        int from = holder[slot];
        changedFrom[change] = from;
        holder[slot] = to;
        if (from == NOBODY) {
            gaps--;
        } else {
            touch(from);
            timelines[from].release(line.rotation, line.tier, slot - line.offset);
        }
        if (to == NOBODY) {
            gaps++;
        } else {
            touch(to);
            timelines[to].hold(line.rotation, line.tier, slot - line.offset);
        }
        if (!isTouchedLine[line.index]) {
            isTouchedLine[line.index] = true;
            touchedLines[touchedLineCount++] = line.index;
        }
        int day = slot - line.offset;
        boolean noviceBefore = novicesOn[line.rotation][day] > 0;
        countNovice(line.rotation, day, from, -1);
        countNovice(line.rotation, day, to, 1);
        boolean concernsNovice = noviceBefore || novicesOn[line.rotation][day] > 0;
        if (concernsNovice && !isTouchedRotation[line.rotation]) {
            isTouchedRotation[line.rotation] = true;
            touchedRotations[touchedRotationCount++] = line.rotation;
        }
    }

    private void countNovice(int rotation, int day, int member, int by) {
        if (member != NOBODY && isNovice[member]) {
            novicesOn[rotation][day] += by;
        }
    }

    private void touch(int member) {
        if (!isTouchedMember[member]) {
            isTouchedMember[member] = true;
            touchedMembers[touchedMemberCount++] = member;
        }
    }

    private void moveBack(int change) {
        int slot = changedSlots[change];
        Line line = lineOf[slot];
        if (changedTo[change] != NOBODY) {
            timelines[changedTo[change]].release(line.rotation, line.tier, slot - line.offset);
        }
        if (changedFrom[change] != NOBODY) {
            timelines[changedFrom[change]].hold(line.rotation, line.tier, slot - line.offset);
        }
        holder[slot] = changedFrom[change];
        countNovice(line.rotation, slot - line.offset, changedTo[change], -1);
        countNovice(line.rotation, slot - line.offset, changedFrom[change], 1);
    }

    private void keep() {
        for (int i = 0; i < touchedMemberCount; i++) {
            int m = touchedMembers[i];
            hard += newMemberHard[m] - memberHard[m];
            soft += newMemberSoft[m] - memberSoft[m];
            memberHard[m] = newMemberHard[m];
            memberSoft[m] = newMemberSoft[m];
        }
        for (int i = 0; i < touchedLineCount; i++) {
            int l = touchedLines[i];
            soft += newLineSoft[l] - lineSoft[l];
            lineSoft[l] = newLineSoft[l];
        }
        for (int i = 0; i < touchedRotationCount; i++) {
            int r = touchedRotations[i];
            hard += newBoardHard[r] - boardHard[r];
            soft += newBoardSoft[r] - boardSoft[r];
            boardHard[r] = newBoardHard[r];
            boardSoft[r] = newBoardSoft[r];
        }
    }

    private void forgetTouched() {
        while (touchedMemberCount > 0) {
            isTouchedMember[touchedMembers[--touchedMemberCount]] = false;
        }
        while (touchedLineCount > 0) {
            isTouchedLine[touchedLines[--touchedLineCount]] = false;
        }
        while (touchedRotationCount > 0) {
            isTouchedRotation[touchedRotations[--touchedRotationCount]] = false;
        }
    }

    private static long sum(List<Weighted<MemberRule>> rules, MemberTimeline timeline) {
        long sum = 0;
        for (int i = 0; i < rules.size(); i++) {
            sum += rules.get(i).weight * rules.get(i).rule.size(timeline);
        }
        return sum;
    }

    private long lineSize(int line) {
        long sum = 0;
        for (int i = 0; i < tierRules.size(); i++) {
            sum += tierRules.get(i).weight * tierRules.get(i).rule.size(tierLines[line]);
        }
        return sum;
    }

    private long boardSize(List<Weighted<RotationRule>> rules, int rotation) {
        long sum = 0;
        for (int i = 0; i < rules.size(); i++) {
            sum += rules.get(i).weight * rules.get(i).rule.size(boards[rotation]);
        }
        return sum;
    }

    /** Who holds what, to come back to. */
    int[] copy() {
        return holder.clone();
    }

    /** The same into an array that is there already. */
    void copyTo(int[] copy) {
        System.arraycopy(holder, 0, copy, 0, holder.length);
    }

    /** Goes back to a copy, whatever it costs. */
    void restore(int[] copy) {
        begin();
        for (Line line : lines) {
            for (int d = 0; d < line.days; d++) {
                give(line, d, copy[line.offset + d]);
            }
        }
        if (changes > 0 && !attempt(0, Double.POSITIVE_INFINITY)) {
            throw new IllegalStateException("A rota that was reached breaks more hard rules than this one.");
        }
    }

    /** A copy as a value. */
    Rota rota(int[] copy) {
        Map<Slot, MemberId> holders = new HashMap<>();
        for (Line line : lines) {
            RotationFacts rotation = facts.rotation(line.rotation);
            for (int d = 0; d < line.days; d++) {
                int member = copy[line.offset + d];
                if (member != NOBODY) {
                    holders.put(
                            new Slot(
                                    rotation.rotation().id(),
                                    rotation.rotation().tiers().get(line.tier).id(),
                                    rotation.day(rotation.firstPlanned() + d).date()),
                            facts.member(member).id());
                }
            }
        }
        return new Rota(facts.problem(), holders);
    }
}
