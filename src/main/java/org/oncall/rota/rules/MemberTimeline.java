package org.oncall.rota.rules;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one member holds: their on-call days and stints in every rotation, with what they bring from history. Mutable, so
 * that the search can change it slot by slot; rules only read it. Not safe for use by several threads.
 */
public final class MemberTimeline {
    final SizeSink sizes = new SizeSink();
    private final RuleFacts facts;
    private final int member;
    private final Lane[] lanes;

    /** The timeline of a member who holds nothing in the period yet. */
    public MemberTimeline(RuleFacts facts, int member) {
        this.facts = facts;
        this.member = member;
        this.lanes = new Lane[facts.rotationCount()];
        for (int r = 0; r < lanes.length; r++) {
            lanes[r] = new Lane(facts.rotation(r), member, facts.periodDays());
        }
    }

    public RuleFacts facts() {
        return facts;
    }

    public int member() {
        return member;
    }

    /** Puts the member on a slot they do not hold. */
    public void hold(int rotation, int tier, int plannedDay) {
        lanes[rotation].hold(tier, plannedDay);
    }

    /** Takes the member off a slot they hold. */
    public void release(int rotation, int tier, int plannedDay) {
        lanes[rotation].release(tier, plannedDay);
    }

    /**
     * Notes that the member hands a day over: as long as they do not hold it, it does not end the stint that it lies in.
     *
     * @return whether that is new
     */
    public boolean relieve(int rotation, int plannedDay) {
        return lanes[rotation].relieve(plannedDay, true);
    }

    /** Takes that back. */
    public void unrelieve(int rotation, int plannedDay) {
        lanes[rotation].relieve(plannedDay, false);
    }

    RotationFacts rotation(int rotation) {
        return lanes[rotation].rotation;
    }

    int rotations() {
        return lanes.length;
    }

    /** Planned days on which the member holds a slot of the rotation, in any tier. */
    long[] days(int rotation) {
        return lanes[rotation].days;
    }

    /** How many of them. */
    public int dayCount(int rotation) {
        return lanes[rotation].dayCount;
    }

    long[] tier(int rotation, int tier) {
        return lanes[rotation].tiers[tier];
    }

    public int tierCount(int rotation, int tier) {
        return lanes[rotation].tierCounts[tier];
    }

    public int unsocialCount(int rotation) {
        return Bits.countBoth(lanes[rotation].days, lanes[rotation].rotation.unsocial());
    }

    /** How many tiers of the rotation the member holds on that planned day. */
    int held(int rotation, int plannedDay) {
        return lanes[rotation].held[plannedDay];
    }

    /** Whether on some day the member holds more than one tier of the rotation. */
    boolean isDoubled(int rotation) {
        return lanes[rotation].slotCount != lanes[rotation].dayCount;
    }

    /** Dates on which the member is on call, in rotations of kind ON_CALL together. */
    public int onCallDates() {
        int result = 0;
        int words = lanes.length == 0 ? 0 : lanes[0].dates.length;
        for (int w = 0; w < words; w++) {
            long union = 0;
            for (Lane lane : lanes) {
                union |= lane.onCall ? lane.dates[w] : 0;
            }
            result += Long.bitCount(union);
        }
        return result;
    }

    /** Dates, as days after {@code from}, on which the member holds a slot of the rotation. */
    long[] dates(int rotation) {
        return lanes[rotation].dates;
    }

    /** All stints of the rotation, those of history first; a stint across the start is one. */
    int stintCount(int rotation) {
        return lanes[rotation].stints().stintCount;
    }

    /** The first stint that reaches into the period; {@link #stintCount} where there is none. */
    int firstOwnStint(int rotation) {
        return lanes[rotation].stints().firstOwn;
    }

    /** Stints that reach into the period. */
    public int ownStintCount(int rotation) {
        return stintCount(rotation) - firstOwnStint(rotation);
    }

    /** Schedule index of the first on-call day of the stint. */
    int stintFirst(int rotation, int stint) {
        return lanes[rotation].starts[stint];
    }

    /** Schedule index of the last on-call day of the stint. */
    int stintLast(int rotation, int stint) {
        return lanes[rotation].ends[stint];
    }

    /** Whether the stint lies in the festive period from its first day to its last. */
    boolean isFestiveStint(int rotation, int stint) {
        Lane lane = lanes[rotation];
        int first = lane.starts[stint];
        int last = lane.ends[stint];
        return lane.rotation.festiveDays(first, last) == last - first + 1;
    }

    /** Days from the start of the stint to the start of the one before it. */
    int interval(int rotation, int stint, int before) {
        RotationFacts f = lanes[rotation].rotation;
        return f.epochDay(stintFirst(rotation, stint)) - f.epochDay(stintFirst(rotation, before));
    }

    /** Shortest interval between the starts of two stints of one rotation, the later in the period; 0 where there is none. */
    public int shortestInterval() {
        int shortest = 0;
        for (int r = 0; r < lanes.length; r++) {
            for (int s = Math.max(1, firstOwnStint(r)); s < stintCount(r); s++) {
                int interval = interval(r, s, s - 1);
                boolean startsInPeriod = stintFirst(r, s) >= lanes[r].rotation.firstPlanned();
                shortest = startsInPeriod && (shortest == 0 || interval < shortest) ? interval : shortest;
            }
        }
        return shortest;
    }

    /** Whether the member is on call on that festive day of the period. */
    boolean isOnFestiveDay(int festiveDay) {
        return festiveRotation(festiveDay) >= 0;
    }

    /** The first rotation in which the member is on call on that festive day, or -1. */
    int festiveRotation(int festiveDay) {
        for (int r = 0; r < lanes.length; r++) {
            if (Bits.intersect(lanes[r].days, lanes[r].rotation.festiveDay(festiveDay))) {
                return r;
            }
        }
        return -1;
    }

    /** Schedule index of the first on-call day of the rotation that the member holds on that festive day, held there. */
    int firstDayOn(int festiveDay, int rotation) {
        Lane lane = lanes[rotation];
        long[] days = lane.rotation.festiveDay(festiveDay);
        int p = Bits.nextSet(days, 0);
        while (!Bits.get(lane.days, p)) {
            p = Bits.nextSet(days, p + 1);
        }
        return lane.rotation.firstPlanned() + p;
    }

    /** Festive days of the period on which the member is on call. */
    public int festiveDayCount() {
        int result = 0;
        for (int f = 0; f < facts.festiveDays().size(); f++) {
            result += isOnFestiveDay(f) ? 1 : 0;
        }
        return result;
    }

    /** Slots held on days the member asked for. */
    public int wishesKept() {
        return wishes(true);
    }

    /** Slots held on days the member asked to avoid. */
    public int wishesBroken() {
        return wishes(false);
    }

    private int wishes(boolean wanted) {
        int result = 0;
        for (Lane lane : lanes) {
            long[] days = wanted ? lane.rotation.wanted(member) : lane.rotation.avoided(member);
            for (long[] tier : lane.tiers) {
                result += Bits.countBoth(tier, days);
            }
        }
        return result;
    }

    /** One rotation's part of the timeline. */
    private static final class Lane {
        private final RotationFacts rotation;
        private final boolean onCall;
        private final long[][] tiers;
        private final int[] tierCounts;
        /** By planned day: how many tiers the member holds. */
        private final byte[] held;

        private final long[] days;
        private final long[] dates;
        private final int historyStints;
        private final int lastHistoryDay;
        /** By schedule index: days handed over; null: none. Of the facts until a day is added. */
        private long @Nullable [] relieved;

        private int[] starts;
        private int[] ends;
        private int slotCount;
        private int dayCount;
        private int stintCount;
        private int firstOwn;
        private boolean stale = true;

        private Lane(RotationFacts rotation, int member, int periodDays) {
            this.rotation = rotation;
            this.onCall = rotation.isOnCall();
            this.tiers = new long[rotation.tierCount()][];
            for (int t = 0; t < tiers.length; t++) {
                tiers[t] = Bits.create(rotation.plannedDays());
            }
            this.tierCounts = new int[tiers.length];
            this.held = new byte[rotation.plannedDays()];
            this.days = Bits.create(rotation.plannedDays());
            this.dates = Bits.create(periodDays);
            int[] history = rotation.history().stints(member);
            this.historyStints = history.length / 2;
            this.starts = new int[historyStints + 16];
            this.ends = new int[historyStints + 16];
            for (int s = 0; s < historyStints; s++) {
                starts[s] = history[2 * s];
                ends[s] = history[2 * s + 1];
            }
            this.lastHistoryDay = historyStints > 0 ? ends[historyStints - 1] : -1;
            this.relieved = rotation.relieved(member);
        }

        private void hold(int tier, int plannedDay) {
            Bits.set(tiers[tier], plannedDay);
            tierCounts[tier]++;
            slotCount++;
            if (held[plannedDay]++ == 0) {
                dayCount++;
                Bits.set(days, plannedDay);
                Bits.set(dates, rotation.periodOffset(plannedDay));
                stale = true;
            }
        }

        private void release(int tier, int plannedDay) {
            Bits.clear(tiers[tier], plannedDay);
            tierCounts[tier]--;
            slotCount--;
            if (--held[plannedDay] == 0) {
                dayCount--;
                Bits.clear(days, plannedDay);
                Bits.clear(dates, rotation.periodOffset(plannedDay));
                stale = true;
            }
        }

        private boolean relieve(int plannedDay, boolean on) {
            int day = rotation.firstPlanned() + plannedDay;
            long[] former = relieved;
            if (on == (former != null && Bits.get(former, day))) {
                return false;
            }
            long[] days = former == null ? Bits.create(rotation.dayCount()) : former.clone();
            if (on) {
                Bits.set(days, day);
            } else {
                Bits.clear(days, day);
            }
            relieved = days;
            stale = true;
            return true;
        }

        private Lane stints() {
            if (!stale) {
                return this;
            }
            stale = false;
            int count = historyStints;
            firstOwn = count;
            if (count > 0) {
                ends[count - 1] = lastHistoryDay;
            }
            int first = rotation.firstPlanned();
            int start = Bits.nextSet(days, 0);
            while (start >= 0) {
                int end = Bits.nextClear(days, start);
                if (count > 0 && rotation.isOneStint(ends[count - 1], first + start, relieved)) {
                    firstOwn = Math.min(firstOwn, count - 1);
                    ends[count - 1] = first + end - 1;
                } else {
                    if (count == starts.length) {
                        starts = Arrays.copyOf(starts, 2 * count);
                        ends = Arrays.copyOf(ends, 2 * count);
                    }
                    starts[count] = first + start;
                    ends[count++] = first + end - 1;
                }
                start = Bits.nextSet(days, end);
            }
            stintCount = count;
            return this;
        }
    }
}
