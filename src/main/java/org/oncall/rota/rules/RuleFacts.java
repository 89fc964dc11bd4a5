package org.oncall.rota.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;

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
    public static final int SHORTEST_JUDGED_DAYS = 28;

    private final RotaProblem problem;
    private final List<Member> members;
    private final Map<MemberId, Integer> memberIndex = new HashMap<>();
    private final RotationFacts[] rotations;
    private final List<FestiveDay> festiveDays;
    private final int periodDays;
    private final Interval period;
    private final int[] daysOnRota;
    private final int[] judgedDays;
    private final int[] judgedHistory;
    private final Overlaps overlaps;
    private final boolean judged;
    private final boolean hasNovices;
    private final boolean[][] knows;
    private final boolean[][] workedFestiveDay;
    private final int[][] otherFestiveDaysWorked;
    private final int[] festiveDaysWorked;
    private final boolean[][] workedYearBefore;

    public RuleFacts(RotaProblem problem) {
        this(Rota.empty(problem));
    }

    /** The same for one rota alone, of which may be known that its hours keep clear of leave where whole days do not. */
    public RuleFacts(Rota rota) {
        RotaProblem problem = rota.problem();
        this.problem = problem;
        this.members = problem.team().members();
        this.hasNovices = members.stream().anyMatch(Member::novice);
        for (int m = 0; m < members.size(); m++) {
            memberIndex.put(members.get(m).id(), m);
        }
        this.knows = new boolean[members.size()][members.size()];
        for (int m = 0; m < knows.length; m++) {
            for (MemberId known : members.get(m).knows()) {
                knows[m][indexOf(known)] = true;
            }
        }
        this.periodDays = (int) ChronoUnit.DAYS.between(problem.from(), problem.to());
        TreeSet<FestiveDay> festive = festiveDaySet();
        problem.schedules().forEach(s -> s.planned().forEach(d -> festive.addAll(d.festiveDays())));
        this.festiveDays = List.copyOf(festive);
        this.rotations = new RotationFacts[problem.schedules().size()];
        for (int r = 0; r < rotations.length; r++) {
            rotations[r] = new RotationFacts(this, r, rota, festiveDays);
        }
        this.period = period();
        LocalDate windowStart = problem.from();
        if (periodDays < SHORTEST_JUDGED_DAYS) {
            windowStart = problem.to().minusDays(SHORTEST_JUDGED_DAYS);
        }
        LocalDate historyStart = problem.from();
        for (RotationFacts rotation : rotations) {
            if (rotation.isOnCall()
                    && rotation.history().start() != null
                    && rotation.history().start().isBefore(historyStart)) {
                historyStart = rotation.history().start();
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
                    worked.addAll(rotation.history().dates(m));
                }
            }
            judgedHistory[m] = worked.tailSet(windowStart).size();
        }
        this.workedFestiveDay = new boolean[members.size()][];
        this.otherFestiveDaysWorked = new int[members.size()][];
        this.festiveDaysWorked = new int[members.size()];
        this.workedYearBefore = new boolean[members.size()][];
        for (int m = 0; m < members.size(); m++) {
            readFestiveHistory(m);
        }
        this.overlaps = new Overlaps(this);
    }

    /** From the first on-call day of any rotation to the last. */
    private Interval period() {
        List<Interval> spans = problem.schedules().stream()
                .flatMap(schedule -> schedule.planned().stream())
                .map(OnCallDay::span)
                .toList();
        Instant start = spans.stream()
                .map(Interval::start)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant end =
                spans.stream().map(Interval::end).max(Comparator.naturalOrder()).orElse(Instant.MAX);
        return new Interval(start, end);
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

    /** Which slots of different rotations overlap in time. */
    Overlaps overlaps() {
        return overlaps;
    }

    /** Days of the period, by calendar. */
    public int periodDays() {
        return periodDays;
    }

    /** Whether the member was on call on that festive day in history already: a festive day may lie across the start. */
    boolean workedFestiveDay(int member, int festiveDay) {
        return workedFestiveDay[member][festiveDay];
    }

    /** Festive days on which the member was on call in history, of whatever year. */
    public int festiveDaysWorked(int member) {
        return festiveDaysWorked[member];
    }

    /** Festive days, of history and the period, on which the member is on the rota where they may hold something that covers them. */
    public int festiveDaysOnRota(int member) {
        Set<FestiveDay> days = new HashSet<>();
        for (RotationFacts rotation : rotations) {
            if (IntStream.range(0, rotation.tierCount()).anyMatch(tier -> rotation.mayHold(member, tier))) {
                for (int f = 0; f < festiveDays.size(); f++) {
                    if (Bits.count(rotation.festiveDay(f)) > 0) {
                        days.add(festiveDays.get(f));
                    }
                }
                for (int m = 0; m < members.size(); m++) {
                    days.addAll(rotation.history().festiveDays(m));
                }
            }
        }
        return (int) days.stream()
                .filter(day -> members.get(member).isOnRota(day.date()))
                .count();
    }

    /** Festive days of the same festive period on which the member was on call in history, this one aside. */
    int otherFestiveDaysWorked(int member, int festiveDay) {
        return otherFestiveDaysWorked[member][festiveDay];
    }

    /** Other festive days of the same period that the member has borne already, or would bear by the same on-call day. */
    int otherFestiveDays(int member, int festiveDay, RotationFacts rotation, int plannedDay) {
        int result = otherFestiveDaysWorked[member][festiveDay];
        for (int f = 0; f < festiveDays.size(); f++) {
            boolean other = f != festiveDay
                    && festiveDays.get(f).year() == festiveDays.get(festiveDay).year();
            result += other && Bits.get(rotation.festiveDay(f), plannedDay) ? 1 : 0;
        }
        return result;
    }

    /** The most days of the period on which the member may be on call and stay under half; all where that is not judged. */
    public int mostOnCallDays(int member) {
        if (!judged || judgedDays[member] == 0) {
            return periodDays;
        }
        return Math.max(0, (judgedDays[member] - 1) / 2 - judgedHistory[member]);
    }

    /** Whether the member was on call on a festive day of the year before that festive day's, in history. */
    boolean workedYearBefore(int member, int festiveDay) {
        return workedYearBefore[member][festiveDay];
    }

    private void readFestiveHistory(int m) {
        TreeSet<FestiveDay> worked = festiveDaySet();
        for (RotationFacts rotation : rotations) {
            worked.addAll(rotation.history().festiveDays(m));
        }
        festiveDaysWorked[m] = worked.size();
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
            return period;
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
        return knows[novice][member];
    }

    String name(int member) {
        return member == NOBODY ? "nobody" : members.get(member).name();
    }
}
