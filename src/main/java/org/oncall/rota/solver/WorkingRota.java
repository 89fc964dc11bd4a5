package org.oncall.rota.solver;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.MemberTimeline;
import org.oncall.rota.rules.RotationBoard;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.rules.TierLine;

/**
 * A rota while it is searched for: who holds each slot, in the views that the rules of the book look at, and what each view
 * costs. A move is proposed slot by slot, then attempted against the most it may cost: only the views it touches are looked
 * at again, and only until it is clear that it costs too much. Most moves of a search are refused, so that is what makes it
 * fast.
 *
 * <p>Slots are given only to members whom neither the day nor the tier forbids them, and pinned ones stay. Not safe for use
 * by several threads.
 */
final class WorkingRota {
    static final int NOBODY = RuleFacts.NOBODY;

    private final RuleFacts facts;
    private final CostRules rules;
    private final List<Line> lines;
    private final Line[] lineOf;
    private final int members;
    /** By slot and member: whether the member may be given the slot. */
    private final boolean[] mayTake;

    private final boolean[] pinned;
    private final int[] holders;
    private final MemberTimeline[] timelines;
    private final TierLine[] tiers;
    private final RotationBoard[] boards;
    private final boolean[] novice;
    /** By rotation and planned day: slots that novices hold. Rules about people together look at days with any only. */
    private final int[][] novicesOn;

    private final ViewCosts memberCosts;
    private final ViewCosts tierCosts;
    private final ViewCosts boardCosts;
    /** By tier: the days to look at again after the move that is attempted, from the first to before the last. */
    private final int[] dirtyFrom;

    private final int[] dirtyTo;
    private long hard;
    private long gaps;
    private long soft;

    private final int[] proposedSlots;
    private final int[] proposedHolders;
    private final int[] formerHolders;
    private int proposed;
    private boolean impossible;

    /** The rota as the solution has it. */
    WorkingRota(RotaSolution solution) {
        this.facts = solution.facts();
        this.rules = new CostRules(facts);
        this.members = facts.memberCount();
        List<SlotEntity> slots = solution.getSlots();
        this.lines = solution.getBoard().lines();
        this.lineOf = new Line[slots.size()];
        this.pinned = new boolean[slots.size()];
        this.holders = new int[slots.size()];
        this.mayTake = new boolean[slots.size() * members];
        this.proposedSlots = new int[slots.size()];
        this.proposedHolders = new int[slots.size()];
        this.formerHolders = new int[slots.size()];
        for (Line line : lines) {
            RotationFacts rotation = facts.rotation(line.rotation());
            for (int d = 0; d < line.days(); d++) {
                int slot = line.offset() + d;
                lineOf[slot] = line;
                pinned[slot] = slots.get(slot).isPinned();
                for (int m = 0; m < members; m++) {
                    mayTake[slot * members + m] = !pinned[slot] && rotation.isEligible(m, line.tier(), d);
                }
            }
        }
        this.timelines = new MemberTimeline[members];
        this.novice = new boolean[members];
        for (int m = 0; m < members; m++) {
            timelines[m] = new MemberTimeline(facts, m);
            novice[m] = facts.member(m).novice();
        }
        this.tiers = new TierLine[lines.size()];
        lines.forEach(line -> tiers[line.index()] = new TierLine(facts.rotation(line.rotation()), line.tier()));
        this.boards = new RotationBoard[facts.rotationCount()];
        this.novicesOn = new int[boards.length][];
        for (int r = 0; r < boards.length; r++) {
            boards[r] = new RotationBoard(facts, r);
            novicesOn[r] = new int[facts.rotation(r).plannedDays()];
        }
        this.memberCosts = new ViewCosts(members);
        this.tierCosts = new ViewCosts(tiers.length);
        this.boardCosts = new ViewCosts(boards.length);
        this.dirtyFrom = new int[tiers.length];
        this.dirtyTo = new int[tiers.length];
        Arrays.fill(holders, NOBODY);
        gaps = holders.length;
        for (int slot = 0; slot < holders.length; slot++) {
            int holder = slots.get(slot).holder();
            if (holder != NOBODY) {
                put(slot, holder);
                show(slot, holder);
            }
        }
        forgetTouched();
        countAll();
    }

    private void forgetTouched() {
        memberCosts.forgetTouched();
        tierCosts.forgetTouched();
        boardCosts.forgetTouched();
    }

    private void countAll() {
        for (int m = 0; m < members; m++) {
            memberCosts.set(
                    m,
                    rules.hard(timelines[m], Long.MAX_VALUE),
                    rules.rewards(timelines[m]) + rules.soft(timelines[m], Double.MAX_VALUE));
        }
        for (int t = 0; t < tiers.length; t++) {
            tierCosts.set(t, 0, rules.soft(tiers[t], 0, lines.get(t).days()));
        }
        for (int r = 0; r < boards.length; r++) {
            boardCosts.set(r, rules.hard(boards[r]), rules.soft(boards[r]));
        }
        hard = memberCosts.totalHard() + boardCosts.totalHard();
        soft = memberCosts.totalSoft() + tierCosts.totalSoft() + boardCosts.totalSoft();
    }

    // ---- Looking

    RuleFacts facts() {
        return facts;
    }

    int members() {
        return members;
    }

    List<Line> lines() {
        return lines;
    }

    Score score() {
        return new Score(hard, gaps, soft);
    }

    boolean isBetterThan(Score other) {
        if (hard != other.hard()) {
            return hard < other.hard();
        }
        return gaps != other.medium() ? gaps < other.medium() : soft < other.soft();
    }

    long gaps() {
        return gaps;
    }

    /** What the soft rules about the member cost. */
    long softOf(int member) {
        return memberCosts.soft(member);
    }

    int holder(Line line, int day) {
        return holders[line.offset() + day];
    }

    boolean isPinned(Line line, int day) {
        return pinned[line.offset() + day];
    }

    /** Whether neither a day nor the tier forbids the member to take the days, from the first to before the last. */
    boolean mayTake(Line line, int from, int to, int member) {
        for (int d = from; d < to; d++) {
            if (!mayTake[(line.offset() + d) * members + member]) {
                return false;
            }
        }
        return true;
    }

    /** How many days more than their fair share of the rotation the member has, history included. */
    double burden(int member, Line line) {
        RotationFacts rotation = facts.rotation(line.rotation());
        return timelines[member].dayCount(line.rotation())
                + rotation.historyDays(member)
                - rotation.exactFairShare(member);
    }

    /** First day of the stretch around the day that one member holds, or that is a gap. */
    int runStart(Line line, int day) {
        int slot = line.offset() + day;
        while (slot > line.offset() && holders[slot - 1] == holders[slot]) {
            slot--;
        }
        return slot - line.offset();
    }

    /** One past the last day of the stretch around the day that one member holds, or that is a gap. */
    int runEnd(Line line, int day) {
        int slot = line.offset() + day;
        int end = line.offset() + line.days();
        while (slot + 1 < end && holders[slot + 1] == holders[slot]) {
            slot++;
        }
        return slot + 1 - line.offset();
    }

    int tierCount(Line line) {
        return facts.rotation(line.rotation()).tierCount();
    }

    /** A tier of the rotation of the line, from 0. */
    Line tier(Line line, int tier) {
        return lines.get(line.index() - line.tier() + tier);
    }

    /** Who held the tier last before the period. */
    int holderBefore(Line line) {
        return facts.rotation(line.rotation()).holderBefore(line.tier());
    }

    // ---- Drawing

    Line anyLine(RandomGenerator random) {
        return lines.get(random.nextInt(lines.size()));
    }

    /**
     * A day of the tier, drawn for being in need of change: of two drawn, the one that is a gap, or else the one whose holder
     * costs more.
     */
    int anyDay(Line line, RandomGenerator random) {
        int one = random.nextInt(line.days());
        int other = random.nextInt(line.days());
        return costAround(line, one) >= costAround(line, other) ? one : other;
    }

    private long costAround(Line line, int day) {
        int holder = holder(line, day);
        return holder == NOBODY ? Long.MAX_VALUE : memberCosts.soft(holder);
    }

    /** Another tier of the same rotation, or the line itself where there is none. */
    Line otherTier(Line line, RandomGenerator random) {
        int count = tierCount(line);
        return count == 1 ? line : tier(line, (line.tier() + 1 + random.nextInt(count - 1)) % count);
    }

    /** Somebody who may hold the tier on some day; nobody where there is no such member. */
    int anyMember(Line line, RandomGenerator random) {
        int[] candidates = line.members();
        return candidates.length == 0 ? NOBODY : candidates[random.nextInt(candidates.length)];
    }

    // ---- Proposing

    /** Begins a new move; what was proposed is forgotten. */
    void propose() {
        proposed = 0;
        impossible = false;
    }

    /** Adds that the slot goes to the member or to nobody; at most once a slot. Impossible where it may not. */
    void give(Line line, int day, int member) {
        int slot = line.offset() + day;
        if (holders[slot] == member) {
            return;
        }
        if (pinned[slot] || member != NOBODY && !mayTake[slot * members + member]) {
            impossible = true;
            return;
        }
        proposedSlots[proposed] = slot;
        proposedHolders[proposed++] = member;
    }

    /** Adds that the slots of the days, from the first to before the last, go to the member or to nobody. */
    void give(Line line, int from, int to, int member) {
        for (int d = from; d < to && !impossible; d++) {
            give(line, d, member);
        }
    }

    int proposedCount() {
        return proposed;
    }

    int proposedSlot(int i) {
        return proposedSlots[i];
    }

    int proposedHolder(int i) {
        return proposedHolders[i];
    }

    boolean isImpossible() {
        return impossible;
    }

    /** Whether the proposed move changes anything and may be made. */
    boolean isDoable() {
        return !impossible && proposed > 0;
    }

    // ---- Deciding

    /**
     * Makes the proposed move unless it breaks more of the hard rules, or costs more than that.
     *
     * @param gapCost what a gap counts for
     * @param most how much more it may cost, gaps included; below 0 it must save
     * @return whether it was made
     */
    boolean attempt(long gapCost, double most) {
        long gapsBefore = gaps;
        for (int i = 0; i < proposed; i++) {
            formerHolders[i] = holders[proposedSlots[i]];
            put(proposedSlots[i], proposedHolders[i]);
        }
        boolean made = isAcceptable((gaps - gapsBefore) * gapCost, most);
        if (made) {
            hard += memberCosts.newHardOfTouched() - memberCosts.touchedHard();
            hard += boardCosts.newHardOfTouched() - boardCosts.touchedHard();
            soft += memberCosts.newSoftOfTouched() - memberCosts.touchedSoft();
            soft += tierCosts.newSoftOfTouched() - tierCosts.touchedSoft();
            soft += boardCosts.newSoftOfTouched() - boardCosts.touchedSoft();
            memberCosts.keep();
            tierCosts.keep();
            boardCosts.keep();
        } else {
            for (int i = proposed - 1; i >= 0; i--) {
                put(proposedSlots[i], formerHolders[i]);
            }
        }
        forgetTouched();
        return made;
    }

    private boolean isAcceptable(long gapDifference, double most) {
        long hardLeft = memberCosts.touchedHard() + boardCosts.touchedHard();
        double softLeft =
                most - gapDifference + memberCosts.touchedSoft() + tierCosts.touchedSoft() + boardCosts.touchedSoft();
        int touched = memberCosts.touchedCount();
        for (int i = 0; i < touched; i++) {
            int m = memberCosts.touched(i);
            long cost = rules.hard(timelines[m], hardLeft);
            hardLeft -= cost;
            if (hardLeft < 0) {
                return false;
            }
            long rewards = rules.rewards(timelines[m]);
            softLeft -= rewards;
            memberCosts.setNew(m, cost, rewards);
        }
        for (int i = 0; i < touched && softLeft >= 0; i++) {
            int m = memberCosts.touched(i);
            long cost = rules.soft(timelines[m], softLeft);
            softLeft -= cost;
            memberCosts.addNewSoft(m, cost);
        }
        return softLeft >= 0 && isAcceptableTogether(hardLeft, softLeft);
    }

    /** The same for tiers and rotations, whose views are changed only for moves that come this far. */
    private boolean isAcceptableTogether(long hardLeftByMembers, double softLeftByMembers) {
        long hardLeft = hardLeftByMembers;
        double softLeft = softLeftByMembers;
        findDirtyDays();
        for (int i = 0; i < tierCosts.touchedCount(); i++) {
            int t = tierCosts.touched(i);
            tierCosts.setNew(t, 0, tierCosts.soft(t) - rules.soft(tiers[t], dirtyFrom[t], dirtyTo[t]));
        }
        for (int i = 0; i < proposed; i++) {
            show(proposedSlots[i], proposedHolders[i]);
        }
        for (int i = 0; i < tierCosts.touchedCount() && softLeft >= 0; i++) {
            int t = tierCosts.touched(i);
            tierCosts.addNewSoft(t, rules.soft(tiers[t], dirtyFrom[t], dirtyTo[t]));
            softLeft -= tierCosts.newSoft(t);
        }
        for (int i = 0; i < boardCosts.touchedCount() && softLeft >= 0 && hardLeft >= 0; i++) {
            int r = boardCosts.touched(i);
            long hardCost = rules.hard(boards[r]);
            long softCost = rules.soft(boards[r]);
            hardLeft -= hardCost;
            softLeft -= softCost;
            boardCosts.setNew(r, hardCost, softCost);
        }
        if (softLeft >= 0 && hardLeft >= 0) {
            return true;
        }
        for (int i = proposed - 1; i >= 0; i--) {
            show(proposedSlots[i], formerHolders[i]);
        }
        return false;
    }

    /** The days of the touched tiers that change hands, and the day after them, at whose start they may. */
    private void findDirtyDays() {
        for (int i = 0; i < tierCosts.touchedCount(); i++) {
            int t = tierCosts.touched(i);
            dirtyFrom[t] = Integer.MAX_VALUE;
            dirtyTo[t] = 0;
        }
        for (int i = 0; i < proposed; i++) {
            Line line = lineOf[proposedSlots[i]];
            int day = proposedSlots[i] - line.offset();
            dirtyFrom[line.index()] = Math.min(dirtyFrom[line.index()], day);
            dirtyTo[line.index()] = Math.max(dirtyTo[line.index()], Math.min(day + 2, line.days()));
        }
    }

    /** Changes who holds the slot, in the timelines of those whom that concerns; all views it concerns are touched. */
    private void put(int slot, int to) {
        Line line = lineOf[slot];
        int day = slot - line.offset();
        int from = holders[slot];
        holders[slot] = to;
        boolean concernsNovices = false;
        if (from == NOBODY) {
            gaps--;
        } else {
            memberCosts.touch(from);
            timelines[from].release(line.rotation(), line.tier(), day);
            concernsNovices = novice[from];
        }
        if (to == NOBODY) {
            gaps++;
        } else {
            memberCosts.touch(to);
            timelines[to].hold(line.rotation(), line.tier(), day);
            concernsNovices |= novice[to];
        }
        tierCosts.touch(line.index());
        int[] onRotation = novicesOn[line.rotation()];
        if (concernsNovices || onRotation[day] > 0) {
            onRotation[day] += (to != NOBODY && novice[to] ? 1 : 0) - (from != NOBODY && novice[from] ? 1 : 0);
            boardCosts.touch(line.rotation());
        }
    }

    private void show(int slot, int member) {
        Line line = lineOf[slot];
        tiers[line.index()].set(slot - line.offset(), member);
        boards[line.rotation()].set(line.tier(), slot - line.offset(), member);
    }

    // ---- Coming back

    /** Who holds each slot, to come back to. */
    int[] copy() {
        return holders.clone();
    }

    void copyTo(int[] copy) {
        System.arraycopy(holders, 0, copy, 0, holders.length);
    }

    /** Goes back to a copy, whatever that costs. */
    void restore(int[] copy) {
        for (int slot = 0; slot < holders.length; slot++) {
            if (holders[slot] != copy[slot]) {
                put(slot, copy[slot]);
                show(slot, copy[slot]);
            }
        }
        forgetTouched();
        countAll();
    }
}
