package org.oncall.rota.solver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.PublishedShifts;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;

/**
 * Looks for the best rotas near the published one: annealing within a bound on what may move, that keeps the best rota of
 * each number of moved shifts it comes by. A move over the bound is not given up at once: shifts moved before are put back
 * instead, which is how a search at its bound goes on. Not safe for several threads.
 */
public final class NearbySearch {
    private static final int MOVES_PER_LOOK = 100;
    private static final int MOST_DRAWS = 20;
    /** How many shifts a move over the bound may put back. */
    private static final int MOST_RESTORED = 3;

    private static final double HOT = 30;
    private static final double COLD = 1;
    private static final double GAP_COST = 1_000;

    /** What one move takes, in microseconds, on a machine like those that the limits are meant for. */
    private static final double MICROS_PER_MOVE = 1.5;

    private static final double MICROS_PER_MOVE_AND_SLOT = 0.001;

    /** Of those of the great search the ones that touch few shifts. */
    private static final List<Neighbourhood> NEIGHBOURHOODS = List.of(
            new AssignRun(),
            new AssignRun(),
            new ExchangeShifts(),
            new ExchangeShifts(),
            new ExchangeWeeks(2, false),
            new ExchangeWeeks(3, false),
            new ExchangeTiers(),
            new ShiftBoundary(),
            new CloseGap());

    private final RotaProblem problem;
    private final RuleFacts facts;
    private final WorkingRota rota;
    private final CostScale scale;
    private final SplittableRandom random;
    private final int[] published;
    private final int[] shiftOf;
    private final int[] lineOf;
    private final int shifts;

    /** As the working rota has it; kept here to see what a proposed move would move. */
    private final int[] holders;

    private final int[] movedIn;
    private int movedShifts;
    private int movedSlots;

    private final int[][] bestHolders;
    private final @Nullable Score[] bestScores;
    private int[] nearestHolders;
    private Score nearestScore;
    private PublishedShifts.Moves nearestMoves;

    /**
     * A search from the published rota, without what its holders can no longer hold and what breaks hard rules, its gaps
     * filled as far as that is easy.
     */
    public NearbySearch(RotaProblem problem, long seed) {
        this.problem = problem;
        this.facts = new RuleFacts(problem);
        this.scale = CostScale.of(problem);
        this.random = new SplittableRandom(seed);
        RotaSolution solution = new RotaSolution(facts);
        StartingRota.fill(solution.getBoard());
        this.rota = new WorkingRota(solution);
        this.holders = rota.copy();
        this.published = new int[holders.length];
        this.shiftOf = new int[holders.length];
        this.lineOf = new int[holders.length];
        PublishedShifts known = new PublishedShifts(problem);
        for (Line line : rota.lines()) {
            for (int d = 0; d < line.days(); d++) {
                Slot slot = slot(line, d);
                MemberId holder = known.holder(slot);
                published[line.offset() + d] = holder == null ? WorkingRota.NOBODY : facts.indexOf(holder);
                shiftOf[line.offset() + d] = known.shiftOf(slot);
                lineOf[line.offset() + d] = line.index();
            }
        }
        this.shifts = known.count();
        this.movedIn = new int[shifts];
        this.bestHolders = new int[shifts + 1][];
        this.bestScores = new Score[shifts + 1];
        count();
        nearestHolders = rota.copy();
        nearestScore = rota.score();
        nearestMoves = new PublishedShifts.Moves(movedShifts, movedSlots);
        keep();
    }

    /** A rota that was found, and how far it is from the published one. */
    public record Found(Rota rota, Score score, PublishedShifts.Moves moves) {}

    /** The most that may move. */
    public record Bound(int shifts, int slots) {
        public static final Bound NONE = new Bound(Integer.MAX_VALUE, Integer.MAX_VALUE);

        private boolean allows(int movedShifts, int movedSlots) {
            return movedShifts <= shifts && movedSlots <= slots;
        }
    }

    /** Takes in a rota that was found otherwise, which must keep what is fixed. */
    public void consider(Rota other) {
        for (Line line : rota.lines()) {
            for (int d = 0; d < line.days(); d++) {
                MemberId holder = other.holder(slot(line, d));
                holders[line.offset() + d] = holder == null ? WorkingRota.NOBODY : facts.indexOf(holder);
            }
        }
        rota.restore(holders);
        count();
        keep();
    }

    /** The slots alone that are frozen or pinned with somebody who can hold them; all others are gaps. */
    public static Rota fixed(RotaProblem problem) {
        RuleFacts facts = new RuleFacts(problem);
        Map<Slot, MemberId> held = new HashMap<>();
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts rotation = facts.rotation(r);
            for (int t = 0; t < rotation.tierCount(); t++) {
                for (int d = 0; d < rotation.plannedDays(); d++) {
                    int holder = rotation.fixedHolder(t, d);
                    if (holder != RuleFacts.NOBODY) {
                        held.put(slot(rotation, t, d), facts.member(holder).id());
                    }
                }
            }
        }
        return new Rota(problem, held);
    }

    /** How many published slots have to move in any legal rota, as their holders can no longer hold them. */
    public int forcedSlots() {
        int forced = 0;
        for (Line line : rota.lines()) {
            RotationFacts rotation = facts.rotation(line.rotation());
            for (int d = 0; d < line.days(); d++) {
                int holder = published[line.offset() + d];
                int fixed = rotation.fixedHolder(line.tier(), d);
                boolean stays = holder == WorkingRota.NOBODY
                        || (fixed == RuleFacts.NOBODY || fixed == holder)
                                && rotation.isEligible(holder, line.tier(), d);
                forced += stays ? 0 : 1;
            }
        }
        return forced;
    }

    /** How many moves fit into so many seconds on an ordinary machine. */
    public long movesIn(double seconds) {
        return (long) (seconds * 1e6 / (MICROS_PER_MOVE + MICROS_PER_MOVE_AND_SLOT * holders.length));
    }

    /** How many shifts were published. */
    public int shifts() {
        return shifts;
    }

    /** The rota with the fewest gaps and, of those, the fewest moved slots, then shifts; the best of these. */
    public Found nearest() {
        return new Found(rota(nearestHolders), nearestScore, nearestMoves);
    }

    /** The best rota in which so many shifts move at most; null where none was found. */
    public @Nullable Found within(int most) {
        int best = indexWithin(most);
        if (best < 0) {
            return null;
        }
        Rota found = rota(bestHolders[best]);
        return new Found(found, scoreOf(best), new PublishedShifts(problem).movesTo(found));
    }

    private Score scoreOf(int index) {
        Score score = bestScores[index];
        if (score == null) {
            throw new IllegalStateException("no rota was kept");
        }
        return score;
    }

    private int indexWithin(int most) {
        int best = -1;
        for (int k = 0; k <= Math.min(most, shifts); k++) {
            if (bestScores[k] != null && (best < 0 || scoreOf(k).compareTo(scoreOf(best)) < 0)) {
                best = k;
            }
        }
        return best;
    }

    /**
     * One annealing within the bound, from the best rota there, or from the nearest where there is none.
     *
     * @param pricePerSlot what a moved slot costs beside what the rules say: draws the search to what is near
     * @param stopped whether to end now
     */
    public void anneal(Bound bound, double pricePerSlot, long moves, BooleanSupplier stopped) {
        int from = bound.slots() == Integer.MAX_VALUE ? indexWithin(bound.shifts()) : -1;
        rota.restore(from >= 0 ? bestHolders[from] : nearestHolders);
        rota.copyTo(holders);
        count();
        double hot = HOT * scale.typical();
        double cold = COLD * scale.typical();
        long gapCost = Math.round(GAP_COST * scale.largest());
        double temperature = hot;
        for (long move = 0; move < moves; move++) {
            if (move % MOVES_PER_LOOK == 0) {
                if (stopped.getAsBoolean()) {
                    return;
                }
                temperature = hot * Math.pow(cold / hot, (double) move / moves);
            }
            if (!draw()) {
                continue;
            }
            int shiftsBefore = movedShifts;
            int slotsBefore = movedSlots;
            int counted = countProposed(0);
            for (int i = 0; i < MOST_RESTORED && !bound.allows(movedShifts, movedSlots); i++) {
                restoreAny();
                counted = countProposed(counted);
            }
            boolean allowed = rota.isDoable()
                    && (bound.allows(movedShifts, movedSlots)
                            || movedShifts <= shiftsBefore && movedSlots <= slotsBefore);
            double most = -temperature * Math.log(1 - random.nextDouble()) - pricePerSlot * (movedSlots - slotsBefore);
            if (allowed && rota.attempt(gapCost, most)) {
                for (int i = 0; i < counted; i++) {
                    holders[rota.proposedSlot(i)] = rota.proposedHolder(i);
                }
                keep();
            } else {
                forgetProposed(counted);
            }
        }
    }

    /** Proposes something that may be made; false where chance comes to nothing. */
    private boolean draw() {
        int draws = 0;
        do {
            rota.propose();
            NEIGHBOURHOODS.get(random.nextInt(NEIGHBOURHOODS.size())).draw(rota, random);
        } while (!rota.isDoable() && ++draws < MOST_DRAWS);
        return rota.isDoable();
    }

    /** Counts what proposed slots from that one on would move; returns how many are counted then. */
    private int countProposed(int from) {
        for (int i = from; i < rota.proposedCount(); i++) {
            int slot = rota.proposedSlot(i);
            move(slot, holders[slot], rota.proposedHolder(i));
        }
        return rota.proposedCount();
    }

    private void forgetProposed(int counted) {
        for (int i = 0; i < counted; i++) {
            int slot = rota.proposedSlot(i);
            move(slot, rota.proposedHolder(i), holders[slot]);
        }
    }

    private void move(int slot, int from, int to) {
        int shift = shiftOf[slot];
        if (shift < 0) {
            return;
        }
        int change = (to == published[slot] ? 0 : 1) - (from == published[slot] ? 0 : 1);
        int before = movedIn[shift];
        movedIn[shift] += change;
        movedSlots += change;
        movedShifts += (movedIn[shift] > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }

    private void count() {
        Arrays.fill(movedIn, 0);
        movedShifts = 0;
        movedSlots = 0;
        for (int slot = 0; slot < holders.length; slot++) {
            move(slot, published[slot], holders[slot]);
        }
    }

    /** Adds to the proposal that a moved shift, drawn by chance, goes back to whom it was published for. */
    private void restoreAny() {
        int drawn = random.nextInt(Math.max(1, movedShifts));
        for (int shift = 0; shift < shifts; shift++) {
            if (movedIn[shift] > 0 && drawn-- == 0) {
                restore(shift);
                return;
            }
        }
    }

    private void restore(int shift) {
        for (int i = 0; i < rota.proposedCount(); i++) {
            if (shiftOf[rota.proposedSlot(i)] == shift) {
                return; // a slot is proposed only once
            }
        }
        for (int slot = 0; slot < holders.length; slot++) {
            if (shiftOf[slot] == shift && holders[slot] != published[slot]) {
                Line line = rota.lines().get(lineOf[slot]);
                rota.give(line, slot - line.offset(), published[slot]);
            }
        }
    }

    private void keep() {
        Score best = bestScores[movedShifts];
        if (best == null || rota.isBetterThan(best)) {
            bestScores[movedShifts] = rota.score();
            bestHolders[movedShifts] = rota.copy();
        }
        if (isNearest()) {
            nearestHolders = rota.copy();
            nearestScore = rota.score();
            nearestMoves = new PublishedShifts.Moves(movedShifts, movedSlots);
        }
    }

    private boolean isNearest() {
        Score score = rota.score();
        if (score.hard() != nearestScore.hard()) {
            return score.hard() < nearestScore.hard();
        }
        if (score.medium() != nearestScore.medium()) {
            return score.medium() < nearestScore.medium();
        }
        if (movedSlots != nearestMoves.slots()) {
            return movedSlots < nearestMoves.slots();
        }
        return movedShifts != nearestMoves.shifts()
                ? movedShifts < nearestMoves.shifts()
                : score.soft() < nearestScore.soft();
    }

    private Slot slot(Line line, int day) {
        return slot(facts.rotation(line.rotation()), line.tier(), day);
    }

    private static Slot slot(RotationFacts rotation, int tier, int day) {
        Tier of = rotation.rotation().tiers().get(tier);
        OnCallDay onCall = rotation.day(rotation.firstPlanned() + day);
        return new Slot(rotation.rotation().id(), of.id(), onCall.date());
    }

    private Rota rota(int[] held) {
        Map<Slot, MemberId> result = new HashMap<>();
        for (Line line : rota.lines()) {
            for (int d = 0; d < line.days(); d++) {
                int holder = held[line.offset() + d];
                if (holder != WorkingRota.NOBODY) {
                    result.put(slot(line, d), facts.member(holder).id());
                }
            }
        }
        return new Rota(problem, result);
    }
}
