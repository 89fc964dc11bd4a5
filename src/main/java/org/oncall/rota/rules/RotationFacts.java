package org.oncall.rota.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.HandoverDay;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;

/** What no assignment can change about one rotation. Immutable after construction. */
public final class RotationFacts {
    private final RuleFacts facts;
    private final RotaProblem problem;
    private final int index;
    private final RotationSchedule schedule;
    private final int firstPlanned;
    private final int planned;
    private final int longestRest;
    private final LocalDate[] dates;
    private final int[] epochDays;
    private final int[] festiveBefore;
    private final HandoverDay[] handovers;
    private final HandoverDay.Kind[] handoverKinds;
    private final int[] periodOffset;
    private final long[] unsocial;
    private final long[][] festiveDayBits;
    private final MemberDays[] members;
    private final long[][] onLeave;
    private final RotationHistory history;
    private final int[][] publishedHolder;
    private final int[][] fixedHolder;
    private final int[] credit;
    private final int[] unsocialCredit;
    /** By member: the days, by schedule index, that they handed over; null: none. */
    private final long[] @Nullable [] relieved;

    private final double[] daysOnRota;
    private final double[] fairShare;
    private final long[] wholeFairShare;
    private final long[] wholeFairUnsocial;

    /**
     * Reads a rotation.
     *
     * @param festiveDays the festive days of the period, of all rotations
     */
    RotationFacts(RuleFacts facts, int index, Rota rota, List<FestiveDay> festiveDays) {
        this.facts = facts;
        this.problem = facts.problem();
        this.index = index;
        this.schedule = problem.schedules().get(index);
        this.firstPlanned = schedule.firstPlanned();
        List<OnCallDay> days = schedule.days();
        this.planned = days.size() - firstPlanned;
        this.longestRest = Math.max(
                schedule.rotation().restDays(), schedule.rotation().festive().restDays());
        this.dates = days.stream().map(OnCallDay::date).toArray(LocalDate[]::new);
        this.epochDays =
                days.stream().mapToInt(d -> (int) d.date().toEpochDay()).toArray();
        this.festiveBefore = new int[days.size() + 1];
        this.handovers = new HandoverDay[days.size() + 1];
        this.handoverKinds = new HandoverDay.Kind[handovers.length];
        for (int d = 0; d <= days.size(); d++) {
            boolean closing = d == days.size();
            handovers[d] = closing ? schedule.closing() : days.get(d).handover();
            handoverKinds[d] = handovers[d].kind();
            if (!closing) {
                festiveBefore[d + 1] = festiveBefore[d] + (days.get(d).inFestivePeriod() ? 1 : 0);
            }
        }
        this.unsocial = Bits.create(planned);
        this.periodOffset = new int[planned];
        this.festiveDayBits = new long[festiveDays.size()][];
        for (int f = 0; f < festiveDayBits.length; f++) {
            festiveDayBits[f] = Bits.create(planned);
        }
        for (int p = 0; p < planned; p++) {
            OnCallDay day = days.get(firstPlanned + p);
            periodOffset[p] = epochDays[firstPlanned + p] - (int) problem.from().toEpochDay();
            if (day.unsocial()) {
                Bits.set(unsocial, p);
            }
            for (FestiveDay festiveDay : day.festiveDays()) {
                Bits.set(festiveDayBits[festiveDays.indexOf(festiveDay)], p);
            }
        }
        this.members = new MemberDays[facts.memberCount()];
        for (int m = 0; m < members.length; m++) {
            members[m] = new MemberDays(facts.member(m), schedule.rotation(), schedule.planned());
        }
        this.onLeave = onLeave(rota);
        int[][] workedBefore = holders(facts, problem.history(), 0, firstPlanned);
        this.fixedHolder = holders(facts, problem.fixed(), firstPlanned, planned);
        this.relieved = relieved(workedBefore);
        this.history = new RotationHistory(days.subList(0, firstPlanned), workedBefore, members.length, this);
        this.publishedHolder = holders(facts, problem.published(), firstPlanned, planned);
        this.credit = new int[members.length];
        this.unsocialCredit = new int[members.length];
        problem.credits().forEach(given -> count(given, workedBefore));
        this.daysOnRota = new double[members.length];
        int tiers = schedule.rotation().tiers().size();
        boolean[] worked = new boolean[days.size()];
        double[] tierDays = new double[tiers];
        double[] tierUnsocial = new double[tiers];
        for (int d = 0; d < days.size(); d++) {
            for (int t = 0; t < tiers; t++) {
                if (d >= firstPlanned || history.isWorked(t, d)) {
                    worked[d] = true;
                    tierDays[t]++;
                    tierUnsocial[t] += days.get(d).unsocial() ? 1 : 0;
                }
            }
        }
        double[] weight = new double[members.length];
        boolean[][] mayHold = new boolean[members.length][];
        for (int m = 0; m < members.length; m++) {
            Member member = facts.member(m);
            for (int d = 0; d < days.size(); d++) {
                daysOnRota[m] += worked[d] && member.isOnRota(dates[d]) ? 1 : 0;
            }
            weight[m] = member.share() * daysOnRota[m];
            mayHold[m] = members[m].mayHold;
        }
        this.fairShare = FairShares.split(tierDays, weight, mayHold);
        this.wholeFairShare = roundHalfUp(fairShare);
        this.wholeFairUnsocial = roundHalfUp(FairShares.split(tierUnsocial, weight, mayHold));
    }

    /** Schedule index of the day of a slot of this rotation; below 0 where it has none. */
    private int dayOf(Slot slot) {
        return slot.rotation().equals(rotation().id()) ? Arrays.binarySearch(dates, slot.date()) : -1;
    }

    private int tierOf(Slot slot) {
        return rotation().tiers().stream().map(Tier::id).toList().indexOf(slot.tier());
    }

    private void count(Credit credit, int[][] workedBefore) {
        int d = dayOf(credit.slot());
        int t = tierOf(credit.slot());
        if (d < 0 || t < 0) {
            return;
        }
        int worked = facts.indexOf(credit.worked());
        if (worked == (d < firstPlanned ? workedBefore[t][d] : fixedHolder(t, d - firstPlanned))) {
            int credited = facts.indexOf(credit.credited());
            int unsocialDays = schedule.days().get(d).unsocial() ? 1 : 0;
            this.credit[worked]--;
            this.credit[credited]++;
            unsocialCredit[worked] -= unsocialDays;
            unsocialCredit[credited] += unsocialDays;
        }
    }

    /** Days that somebody else works for a member, or is to: they were handed over, and go on counting for that member. */
    private long[] @Nullable [] relieved(int[][] workedBefore) {
        long[] @Nullable [] result = new long[facts.memberCount()][];
        for (Credit given : problem.credits()) {
            int d = dayOf(given.slot());
            int t = tierOf(given.slot());
            if (d >= 0 && t >= 0) {
                int holder = d < firstPlanned ? workedBefore[t][d] : fixedHolder[t][d - firstPlanned];
                int credited = facts.indexOf(given.credited());
                if (holder == facts.indexOf(given.worked()) && holder != credited) {
                    long[] days = result[credited];
                    if (days == null) {
                        days = Bits.create(dates.length);
                        result[credited] = days;
                    }
                    Bits.set(days, d);
                }
            }
        }
        return result;
    }

    /** Days, by schedule index, that the member handed over and others work for them; null: none. */
    long @Nullable [] relieved(int member) {
        return relieved[member];
    }

    /**
     * Whether two days on which a member is on call belong to one stint. They do where every day between them was handed over,
     * and those are fewer than the rest that would part two stints: whoever is relieved for a night goes on with their stint.
     *
     * @param before schedule index of the earlier day
     * @param after schedule index of the later day
     * @param relieved the days that were handed over; null: none
     */
    boolean isOneStint(int before, int after, long @Nullable [] relieved) {
        if (after == before + 1) {
            return true;
        }
        if (relieved == null) {
            return false;
        }
        boolean festive = true;
        for (int d = before + 1; d < after; d++) {
            if (!Bits.get(relieved, d)) {
                return false;
            }
            festive &= isFestive(d);
        }
        int rest = rotation().restDays();
        int parting = festive ? Math.min(rest, rotation().festive().restDays()) : rest;
        return epochDays[after] - epochDays[before] - 1 < parting;
    }

    /** Planned days by member that touch their leave, and on which the rota says nothing better of the hours. */
    private long[][] onLeave(Rota rota) {
        long[][] result = new long[members.length][];
        for (int m = 0; m < result.length; m++) {
            result[m] = members[m].onLeave;
        }
        for (Slot slot : rota.besideLeave()) {
            MemberId holder = rota.holder(slot);
            int day = Arrays.binarySearch(dates, firstPlanned, dates.length, slot.date());
            if (holder != null && slot.rotation().equals(schedule.rotation().id())) {
                int m = facts.indexOf(holder);
                result[m] = result[m] == members[m].onLeave ? result[m].clone() : result[m];
                Bits.clear(result[m], day - firstPlanned);
            }
        }
        return result;
    }

    /** Holder by tier and day, for the days from a schedule index on. */
    private int[][] holders(RuleFacts facts, List<Holding> holdings, int offset, int size) {
        Map<TierId, Integer> tierIndex = new HashMap<>();
        List<Tier> tiers = schedule.rotation().tiers();
        for (int t = 0; t < tiers.size(); t++) {
            tierIndex.put(tiers.get(t).id(), t);
        }
        Map<LocalDate, Integer> dayIndex = new HashMap<>();
        for (int d = offset; d < offset + size; d++) {
            dayIndex.put(dates[d], d - offset);
        }
        int[][] result = new int[tiers.size()][size];
        for (int[] tier : result) {
            Arrays.fill(tier, RuleFacts.NOBODY);
        }
        for (Holding holding : holdings) {
            Slot slot = holding.slot();
            Integer t = tierIndex.get(slot.tier());
            Integer d = dayIndex.get(slot.date());
            if (slot.rotation().equals(schedule.rotation().id()) && t != null && d != null) {
                result[t][d] = facts.indexOf(holding.member());
            }
        }
        return result;
    }

    public Rotation rotation() {
        return schedule.rotation();
    }

    public int index() {
        return index;
    }

    public boolean isOnCall() {
        return schedule.rotation().kind() == RotationKind.ON_CALL;
    }

    public int tierCount() {
        return schedule.rotation().tiers().size();
    }

    /** Schedule index of the first day of the period. */
    public int firstPlanned() {
        return firstPlanned;
    }

    /** How many on-call days are to be planned. */
    public int plannedDays() {
        return planned;
    }

    /** The on-call day with that schedule index. */
    public OnCallDay day(int day) {
        return schedule.days().get(day);
    }

    LocalDate date(int day) {
        return dates[day];
    }

    /** How many on-call days there are, with those of history. */
    int dayCount() {
        return dates.length;
    }

    int[] epochDays() {
        return epochDays;
    }

    int epochDay(int day) {
        return epochDays[day];
    }

    public boolean isFestive(int day) {
        return festiveBefore[day] < festiveBefore[day + 1];
    }

    /** How many of the days from the first to the last, both included, start in the festive period. */
    int festiveDays(int first, int last) {
        return festiveBefore[last + 1] - festiveBefore[first];
    }

    /** What a handover at the start of that day is; the day after the last is the first after the period. */
    public HandoverDay handover(int day) {
        return handovers[day];
    }

    HandoverDay.Kind handoverKind(int day) {
        return handoverKinds[day];
    }

    /** The longest rest that can be required between two stints, in days. */
    int longestRest() {
        return longestRest;
    }

    /** Schedule index of the last day of the period. */
    int lastPlanned() {
        return dates.length - 1;
    }

    /** From now to the date of the day, in days; below 0 where it has passed. */
    int noticeDays(int day) {
        return epochDays[day] - (int) problem.now().toEpochDay();
    }

    /** Schedule index of the planned day that many days after {@code from}, which must exist. */
    int dayAtOffset(int offset) {
        return firstPlanned + Arrays.binarySearch(periodOffset, offset);
    }

    /** Days from stint to stint if the member's turns came evenly, or 0 where none is owed. */
    double evenSpacing(int member) {
        return fairShare[member] > 0 ? 7 * daysOnRota[member] / fairShare[member] : 0;
    }

    /** How many days after {@code from} the planned day starts. */
    int periodOffset(int plannedDay) {
        return periodOffset[plannedDay];
    }

    long[] unsocial() {
        return unsocial;
    }

    /** The planned days on which coverage falls on that festive day. */
    long[] festiveDay(int festiveDay) {
        return festiveDayBits[festiveDay];
    }

    /** Whether the member has opted in and has the tier's skills. */
    public boolean mayHold(int member, int tier) {
        return members[member].mayHold[tier];
    }

    boolean hasSkills(int member, int tier) {
        return members[member].hasSkills[tier];
    }

    /** Whether nothing about the day or the tier forbids the member to hold the slot, whatever else they hold. */
    public boolean isEligible(int member, int tier, int plannedDay) {
        MemberDays days = members[member];
        return days.mayHold[tier] && !Bits.get(days.onLeave, plannedDay) && !Bits.get(days.offRota, plannedDay);
    }

    /**
     * Whether a rota that breaks no hard rule could have the member on that day in any tier they may hold: they are there,
     * bear no other festive day of the same period by that, and, being a novice, could ever be supervised.
     */
    public boolean couldHold(int member, int plannedDay) {
        MemberDays days = members[member];
        boolean neverSupervised = tierCount() == 1
                && problem.team().members().get(member).novice()
                && history.stints(member).length / 2 < rotation().supervisedStints();
        return !Bits.get(days.onLeave, plannedDay)
                && !Bits.get(days.offRota, plannedDay)
                && !neverSupervised
                && !isBarred(member, plannedDay);
    }

    private boolean isBarred(int member, int plannedDay) {
        for (int f = 0; f < festiveDayBits.length; f++) {
            if (Bits.get(festiveDayBits[f], plannedDay) && facts.otherFestiveDays(member, f, this, plannedDay) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The days on which holding a slot is a breach of the member's leave. */
    long[] onLeave(int member) {
        return onLeave[member];
    }

    long[] offRota(int member) {
        return members[member].offRota;
    }

    long[] wanted(int member) {
        return members[member].wanted;
    }

    long[] avoided(int member) {
        return members[member].avoided;
    }

    /** Holder of a slot in the published rota, by planned index, or {@link RuleFacts#NOBODY}. */
    public int publishedHolder(int tier, int plannedDay) {
        return publishedHolder[tier][plannedDay];
    }

    /** Whose slot it stays, frozen or pinned, or {@link RuleFacts#NOBODY}: of somebody who can no longer hold it it is not. */
    public int fixedHolder(int tier, int plannedDay) {
        int holder = fixedHolder[tier][plannedDay];
        return holder != RuleFacts.NOBODY && isEligible(holder, tier, plannedDay) ? holder : RuleFacts.NOBODY;
    }

    /** On-call days of history and period together on which the member is on the rota. */
    public double daysOnRota(int member) {
        return daysOnRota[member];
    }

    /** Days owed over history and period together, exactly. */
    public double exactFairShare(int member) {
        return fairShare[member];
    }

    /** Days owed over history and period together, rounded half up. */
    public long fairShare(int member) {
        return wholeFairShare[member];
    }

    /** Unsocial days owed over history and period together, rounded half up. */
    public long fairUnsocial(int member) {
        return wholeFairUnsocial[member];
    }

    /** A half that arithmetic left just below is a half. */
    private static long[] roundHalfUp(double[] values) {
        return Arrays.stream(values)
                .mapToLong(value -> (long) Math.floor(value + 0.5 + 1e-9))
                .toArray();
    }

    /** Who held the tier on the last on-call day before the period, or {@link RuleFacts#NOBODY}. */
    public int holderBefore(int tier) {
        return firstPlanned == 0 ? RuleFacts.NOBODY : history.holder(tier, firstPlanned - 1);
    }

    /** What was worked before the period. */
    RotationHistory history() {
        return history;
    }

    /** Days that count as done before the period is planned: those of history, and what swaps credit, which may be below 0. */
    public int historyDays(int member) {
        return history.days(member) + credit[member];
    }

    /** The unsocial ones of them. */
    public int historyUnsocial(int member) {
        return history.unsocialDays(member) + unsocialCredit[member];
    }

    String name() {
        return schedule.rotation().id().value();
    }

    String tierName(int tier) {
        return schedule.rotation().tiers().get(tier).id().value();
    }
}
