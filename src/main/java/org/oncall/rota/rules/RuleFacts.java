package org.oncall.rota.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.HandoverDay;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.domain.Wish;

/**
 * A problem as the rules read it: members, rotations, tiers and on-call days by index, and everything that no assignment
 * can change worked out once. Immutable after construction.
 *
 * <p>Two indices for days: the <em>schedule index</em> counts a rotation's on-call days with those of history, the
 * <em>planned index</em> only those of the period; they differ by {@link #firstPlanned}.
 */
public final class RuleFacts {
    /** Nobody: the index of the holder of a gap. */
    public static final int NOBODY = -1;

    /** The shortest stretch, in days, over which time on call is judged. */
    private static final int SHORTEST_JUDGED_DAYS = 28;

    private final RotaProblem problem;
    private final List<Member> members;
    private final Map<MemberId, Integer> memberIndex = new HashMap<>();
    private final RotationFacts[] rotations;
    private final List<FestiveDay> festiveDays;
    private final int periodDays;
    private final int[] daysOnRota;
    private final int[] judgedDays;
    private final int[] judgedHistory;
    private final boolean judged;
    private final boolean hasNovices;
    private final boolean[][] workedFestiveDay;
    private final int[][] otherFestiveDaysWorked;
    private final boolean[][] workedYearBefore;

    public RuleFacts(RotaProblem problem) {
        this.problem = problem;
        this.members = problem.team().members();
        this.hasNovices = members.stream().anyMatch(Member::novice);
        for (int m = 0; m < members.size(); m++) {
            memberIndex.put(members.get(m).id(), m);
        }
        this.periodDays = (int) ChronoUnit.DAYS.between(problem.from(), problem.to());
        TreeSet<FestiveDay> festive = festiveDaySet();
        problem.schedules().forEach(s -> s.planned().forEach(d -> festive.addAll(d.festiveDays())));
        this.festiveDays = List.copyOf(festive);
        this.rotations = new RotationFacts[problem.schedules().size()];
        for (int r = 0; r < rotations.length; r++) {
            rotations[r] = new RotationFacts(this, r, problem.schedules().get(r));
        }
        LocalDate windowStart = problem.from();
        if (periodDays < SHORTEST_JUDGED_DAYS) {
            windowStart = problem.to().minusDays(SHORTEST_JUDGED_DAYS);
        }
        LocalDate historyStart = problem.from();
        for (RotationFacts rotation : rotations) {
            if (rotation.isOnCall() && rotation.historyStart != null && rotation.historyStart.isBefore(historyStart)) {
                historyStart = rotation.historyStart;
            }
        }
        this.judged = !windowStart.isBefore(historyStart);
        this.daysOnRota = new int[members.size()];
        this.judgedDays = new int[members.size()];
        this.judgedHistory = new int[members.size()];
        for (int m = 0; m < members.size(); m++) {
            daysOnRota[m] = countDaysOnRota(members.get(m), problem.from());
            judgedDays[m] = countDaysOnRota(members.get(m), windowStart);
            TreeSet<LocalDate> worked = new TreeSet<>();
            for (RotationFacts rotation : rotations) {
                if (rotation.isOnCall()) {
                    worked.addAll(rotation.historyDates(m));
                }
            }
            judgedHistory[m] = worked.tailSet(windowStart).size();
        }
        this.workedFestiveDay = new boolean[members.size()][];
        this.otherFestiveDaysWorked = new int[members.size()][];
        this.workedYearBefore = new boolean[members.size()][];
        for (int m = 0; m < members.size(); m++) {
            readFestiveHistory(m);
        }
        for (RotationFacts rotation : rotations) {
            rotation.linkOverlaps(rotations);
        }
    }

    private int countDaysOnRota(Member member, LocalDate start) {
        return (int) start.datesUntil(problem.to()).filter(member::isOnRota).count();
    }

    public RotaProblem problem() {
        return problem;
    }

    public int memberCount() {
        return members.size();
    }

    public Member member(int member) {
        return members.get(member);
    }

    public int indexOf(MemberId member) {
        Integer index = memberIndex.get(member);
        if (index == null) {
            throw new IllegalArgumentException("The member (" + member + ") is not in the team.");
        }
        return index;
    }

    public int rotationCount() {
        return rotations.length;
    }

    public RotationFacts rotation(int rotation) {
        return rotations[rotation];
    }

    /** Days of the period on which the member is on the rota, by calendar. */
    public int daysOnRota(int member) {
        return daysOnRota[member];
    }

    /** Whether time on call can be judged: the period, or the period and its history, is long enough. */
    boolean isJudged() {
        return judged;
    }

    /** Days on the rota over the stretch on which half of the time is judged. */
    int judgedDays(int member) {
        return judgedDays[member];
    }

    /** On-call days worked in the part of that stretch that lies in history. */
    int judgedHistory(int member) {
        return judgedHistory[member];
    }

    /** The festive days in the period, sorted. */
    List<FestiveDay> festiveDays() {
        return festiveDays;
    }

    int periodDays() {
        return periodDays;
    }

    /** Whether the member was on call on that festive day in history already: a festive day may lie across the start. */
    boolean workedFestiveDay(int member, int festiveDay) {
        return workedFestiveDay[member][festiveDay];
    }

    /** Festive days of the same festive period on which the member was on call in history, this one aside. */
    int otherFestiveDaysWorked(int member, int festiveDay) {
        return otherFestiveDaysWorked[member][festiveDay];
    }

    /** Whether the member was on call on a festive day of the year before that festive day's, in history. */
    boolean workedYearBefore(int member, int festiveDay) {
        return workedYearBefore[member][festiveDay];
    }

    private void readFestiveHistory(int m) {
        TreeSet<FestiveDay> worked = festiveDaySet();
        for (RotationFacts rotation : rotations) {
            worked.addAll(rotation.festiveHistory(m));
        }
        workedFestiveDay[m] = new boolean[festiveDays.size()];
        otherFestiveDaysWorked[m] = new int[festiveDays.size()];
        workedYearBefore[m] = new boolean[festiveDays.size()];
        for (int f = 0; f < festiveDays.size(); f++) {
            FestiveDay day = festiveDays.get(f);
            workedFestiveDay[m][f] = worked.contains(day);
            otherFestiveDaysWorked[m][f] = (int) worked.stream()
                    .filter(w -> w.year() == day.year() && !w.equals(day))
                    .count();
            workedYearBefore[m][f] = worked.stream().anyMatch(w -> w.year() == day.year() - 1);
        }
    }

    private static TreeSet<FestiveDay> festiveDaySet() {
        return new TreeSet<>(Comparator.comparing(FestiveDay::date).thenComparing(FestiveDay::year));
    }

    /** The time a breach is about; the whole period where it is about no day in particular. */
    public Interval when(Breach breach) {
        if (breach.rotation() < 0 || rotations[breach.rotation()].plannedDays() == 0) {
            ZoneId zone = problem.team().zone();
            return new Interval(
                    problem.from().atStartOfDay(zone).toInstant(),
                    problem.to().atStartOfDay(zone).toInstant());
        }
        RotationFacts rotation = rotations[breach.rotation()];
        return new Interval(
                rotation.day(breach.firstDay()).span().start(),
                rotation.day(breach.lastDay()).span().end());
    }

    boolean hasNovices() {
        return hasNovices;
    }

    boolean knows(int novice, int member) {
        return members.get(novice).knows().contains(members.get(member).id());
    }

    String name(int member) {
        return member == NOBODY ? "nobody" : members.get(member).name();
    }

    /** What no assignment can change about one rotation. */
    public static final class RotationFacts {
        private final RuleFacts facts;
        private final int index;
        private final RotationSchedule schedule;
        private final int firstPlanned;
        private final int planned;
        private final int longestRest;
        private final LocalDate[] dates;
        private final int[] epochDays;
        private final boolean[] festive;
        private final int[] periodOffset;
        private final long[] unsocial;
        private final long[][] festiveDayBits;
        private final boolean[][] mayHold;
        private final boolean[][] hasSkills;
        private final long[][] onLeave;
        private final long[][] offRota;
        private final long[][] wanted;
        private final long[][] avoided;
        private final int[][] historyHolder;
        private final int[][] publishedHolder;
        private final double[] daysOnRota;
        private final double[] fairShare;
        private final double[] fairUnsocial;
        private final int[][] historyStints;
        private final int[] historyDays;
        private final int[] historyUnsocial;
        private final List<List<FestiveDay>> festiveHistory;
        private final @Nullable LocalDate historyStart;
        private int[][][] overlaps = new int[0][][];
        private int[][] historyClashes = new int[0][];

        private RotationFacts(RuleFacts facts, int index, RotationSchedule schedule) {
            this.facts = facts;
            this.index = index;
            this.schedule = schedule;
            this.firstPlanned = schedule.firstPlanned();
            List<OnCallDay> days = schedule.days();
            this.planned = days.size() - firstPlanned;
            this.longestRest = Math.max(
                    schedule.rotation().restDays(),
                    schedule.rotation().festive().restDays());
            this.dates = days.stream().map(OnCallDay::date).toArray(LocalDate[]::new);
            this.epochDays =
                    days.stream().mapToInt(d -> (int) d.date().toEpochDay()).toArray();
            this.festive = new boolean[days.size()];
            this.unsocial = Bits.create(planned);
            this.periodOffset = new int[planned];
            this.festiveDayBits = new long[facts.festiveDays.size()][];
            for (int f = 0; f < festiveDayBits.length; f++) {
                festiveDayBits[f] = Bits.create(planned);
            }
            for (int d = 0; d < days.size(); d++) {
                festive[d] = days.get(d).inFestivePeriod();
                int p = d - firstPlanned;
                if (p >= 0) {
                    periodOffset[p] = epochDays[d] - (int) facts.problem.from().toEpochDay();
                    if (days.get(d).unsocial()) {
                        Bits.set(unsocial, p);
                    }
                    for (FestiveDay day : days.get(d).festiveDays()) {
                        Bits.set(festiveDayBits[facts.festiveDays.indexOf(day)], p);
                    }
                }
            }
            int members = facts.members.size();
            int tiers = schedule.rotation().tiers().size();
            this.mayHold = new boolean[members][tiers];
            this.hasSkills = new boolean[members][tiers];
            this.onLeave = new long[members][];
            this.offRota = new long[members][];
            this.wanted = new long[members][];
            this.avoided = new long[members][];
            for (int m = 0; m < members; m++) {
                readMember(m, facts.members.get(m));
            }
            this.historyHolder = holders(facts.problem.history(), 0, firstPlanned);
            this.publishedHolder = holders(facts.problem.published(), firstPlanned, planned);
            this.historyStints = new int[members][];
            this.historyDays = new int[members];
            this.historyUnsocial = new int[members];
            this.festiveHistory = new ArrayList<>();
            @Nullable LocalDate earliest = null;
            for (int d = firstPlanned - 1; d >= 0; d--) {
                for (int[] tier : historyHolder) {
                    earliest = tier[d] != NOBODY ? dates[d] : earliest;
                }
            }
            this.historyStart = earliest;
            for (int m = 0; m < members; m++) {
                readHistory(m);
            }
            this.daysOnRota = new double[members];
            boolean[] worked = new boolean[days.size()];
            double[] tierDays = new double[tiers];
            double[] tierUnsocial = new double[tiers];
            for (int d = 0; d < days.size(); d++) {
                for (int t = 0; t < tiers; t++) {
                    if (d >= firstPlanned || historyHolder[t][d] != NOBODY) {
                        worked[d] = true;
                        tierDays[t]++;
                        tierUnsocial[t] += days.get(d).unsocial() ? 1 : 0;
                    }
                }
            }
            double[] weight = new double[members];
            for (int m = 0; m < members; m++) {
                for (int d = 0; d < days.size(); d++) {
                    daysOnRota[m] += worked[d] && facts.members.get(m).isOnRota(dates[d]) ? 1 : 0;
                }
                weight[m] = facts.members.get(m).share() * daysOnRota[m];
            }
            this.fairShare = FairShares.split(tierDays, weight, mayHold);
            this.fairUnsocial = FairShares.split(tierUnsocial, weight, mayHold);
        }

        private void readMember(int m, Member member) {
            Rotation rotation = schedule.rotation();
            boolean opted = rotation.kind() != RotationKind.ON_CALL || member.onCall();
            for (int t = 0; t < mayHold[m].length; t++) {
                hasSkills[m][t] =
                        member.skills().containsAll(rotation.tiers().get(t).skills());
                mayHold[m][t] = opted && hasSkills[m][t];
            }
            onLeave[m] = Bits.create(planned);
            offRota[m] = Bits.create(planned);
            wanted[m] = Bits.create(planned);
            avoided[m] = Bits.create(planned);
            ZoneId zone = facts.problem.team().zone();
            List<Interval> leave = new ArrayList<>();
            for (DateRange range : member.leave()) {
                Instant start = range.first().atStartOfDay(zone).toInstant();
                Instant end = range.last().plusDays(1).atStartOfDay(zone).toInstant();
                if (start.isBefore(end)) { // not so on a date that the zone skipped
                    leave.add(new Interval(start, end));
                }
            }
            for (int p = 0; p < planned; p++) {
                OnCallDay day = day(firstPlanned + p);
                if (!opted || !member.isOnRota(day.date())) {
                    Bits.set(offRota[m], p);
                }
                if (day.coverage().stream().anyMatch(c -> leave.stream().anyMatch(c::overlaps))) {
                    Bits.set(onLeave[m], p);
                }
                for (Wish wish : member.wishes()) {
                    if (wish.days().contains(day.date())) {
                        Bits.set(wish.wanted() ? wanted[m] : avoided[m], p);
                    }
                }
            }
        }

        private int[][] holders(List<Holding> holdings, int offset, int size) {
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
                Arrays.fill(tier, NOBODY);
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

        private void readHistory(int m) {
            List<Integer> stints = new ArrayList<>();
            List<FestiveDay> festiveWorked = new ArrayList<>();
            boolean before = false;
            for (int d = 0; d < firstPlanned; d++) {
                boolean held = heldInHistory(m, d);
                if (held) {
                    historyDays[m]++;
                    historyUnsocial[m] += day(d).unsocial() ? 1 : 0;
                    festiveWorked.addAll(day(d).festiveDays());
                    if (!before) {
                        stints.add(d);
                        stints.add(d);
                    }
                    stints.set(stints.size() - 1, d);
                }
                before = held;
            }
            historyStints[m] = stints.stream().mapToInt(Integer::intValue).toArray();
            festiveHistory.add(List.copyOf(festiveWorked));
        }

        private boolean heldInHistory(int m, int d) {
            for (int[] tier : historyHolder) {
                if (tier[d] == m) {
                    return true;
                }
            }
            return false;
        }

        private List<LocalDate> historyDates(int m) {
            List<LocalDate> result = new ArrayList<>();
            for (int d = 0; d < firstPlanned; d++) {
                if (heldInHistory(m, d)) {
                    result.add(dates[d]);
                }
            }
            return result;
        }

        /** Finds for each planned day the days of the later rotations whose coverage hours overlap, and clashes with history. */
        private void linkOverlaps(RotationFacts[] all) {
            overlaps = new int[all.length][][];
            for (int r = index + 1; r < all.length; r++) {
                overlaps[r] = new int[planned][];
                for (int p = 0; p < planned; p++) {
                    overlaps[r][p] =
                            overlapping(day(firstPlanned + p), all[r], all[r].firstPlanned, all[r].dates.length);
                }
            }
            historyClashes = new int[facts.members.size()][];
            for (int m = 0; m < historyClashes.length; m++) {
                List<Integer> clashes = new ArrayList<>();
                for (RotationFacts other : all) {
                    for (int p = 0; other != this && p < Math.min(planned, 2); p++) {
                        for (int d : overlapping(day(firstPlanned + p), other, 0, other.firstPlanned)) {
                            for (int[] tier : other.historyHolder) {
                                if (tier[other.firstPlanned + d] == m) {
                                    clashes.add(p);
                                }
                            }
                        }
                    }
                }
                historyClashes[m] = clashes.stream().mapToInt(Integer::intValue).toArray();
            }
        }

        /** Days of the other rotation, from one schedule index to another, by planned index: below 0 in history. */
        private static int[] overlapping(OnCallDay day, RotationFacts other, int from, int to) {
            List<Integer> result = new ArrayList<>(2);
            int start = Arrays.binarySearch(
                    other.epochDays, from, to, (int) day.date().toEpochDay() - 1);
            for (int d = start < 0 ? -start - 1 : start; d < to; d++) {
                OnCallDay candidate = other.day(d);
                if (!candidate.span().start().isBefore(day.span().end())) {
                    break;
                }
                if (candidate.coverage().stream()
                        .anyMatch(c -> day.coverage().stream().anyMatch(c::overlaps))) {
                    result.add(d - other.firstPlanned);
                }
            }
            return result.stream().mapToInt(Integer::intValue).toArray();
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

        int epochDay(int day) {
            return epochDays[day];
        }

        public boolean isFestive(int day) {
            return festive[day];
        }

        /** What a handover at the start of that day is; the day after the last is the first after the period. */
        public HandoverDay handover(int day) {
            return day == dates.length
                    ? schedule.closing()
                    : schedule.days().get(day).handover();
        }

        HandoverDay.Kind handoverKind(int day) {
            return handover(day).kind();
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
            return epochDays[day] - (int) facts.problem.now().toEpochDay();
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
            return mayHold[member][tier];
        }

        boolean hasSkills(int member, int tier) {
            return hasSkills[member][tier];
        }

        /** Whether nothing about the day or the tier forbids the member to hold the slot, whatever else they hold. */
        public boolean isEligible(int member, int tier, int plannedDay) {
            return mayHold[member][tier]
                    && !Bits.get(onLeave[member], plannedDay)
                    && !Bits.get(offRota[member], plannedDay);
        }

        long[] onLeave(int member) {
            return onLeave[member];
        }

        long[] offRota(int member) {
            return offRota[member];
        }

        long[] wanted(int member) {
            return wanted[member];
        }

        long[] avoided(int member) {
            return avoided[member];
        }

        /** Holder of a slot before the period, by schedule index, or {@link #NOBODY}. */
        int historyHolder(int tier, int day) {
            return historyHolder[tier][day];
        }

        /** Holder of a slot in the published rota, by planned index, or {@link #NOBODY}. */
        public int publishedHolder(int tier, int plannedDay) {
            return publishedHolder[tier][plannedDay];
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
            return roundHalfUp(fairShare[member]);
        }

        /** Unsocial days owed over history and period together, rounded half up. */
        public long fairUnsocial(int member) {
            return roundHalfUp(fairUnsocial[member]);
        }

        private static long roundHalfUp(double value) {
            return (long) Math.floor(value + 0.5 + 1e-9); // so that a half that arithmetic left just below is a half
        }

        /** First and last schedule index of each stint in history, in turn. */
        int[] historyStints(int member) {
            return historyStints[member];
        }

        public int historyDays(int member) {
            return historyDays[member];
        }

        public int historyUnsocial(int member) {
            return historyUnsocial[member];
        }

        private List<FestiveDay> festiveHistory(int member) {
            return festiveHistory.get(member);
        }

        /** Planned days of a later rotation whose coverage hours overlap those of the planned day. */
        int[] overlaps(int laterRotation, int plannedDay) {
            return overlaps[laterRotation][plannedDay];
        }

        /** Planned days on which the member would overlap a slot of another rotation held in history, once for each. */
        int[] historyClashes(int member) {
            return historyClashes[member];
        }

        String name() {
            return schedule.rotation().id().value();
        }

        String tierName(int tier) {
            return schedule.rotation().tiers().get(tier).id().value();
        }
    }
}
