package org.oncall.rota.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationSchedule;

/** One rotation as variables: its days, and who holds them. What was worked in history is a constant. */
final class Lane {
    private final RotaProblem problem;
    private final Posts posts;
    final Rotation rotation;
    private final RotationSchedule schedule;
    final List<OnCallDay> days;
    final int first;
    /** By member, tier and planned day. */
    final Literal[][][] holds;
    /** By member and day of the schedule: on call. */
    final Literal[][] on;
    /** By member and day of the schedule: on call, or relieved in the middle of a stint. */
    final Literal[][] stint;
    /** By member: the days of the schedule that somebody else works for them. */
    final BitSet[] relieved;
    /** By member: whom history has on each day. */
    final boolean[][] worked;
    /** By member, tier and day of the schedule: whether no wanted fact keeps the member from that slot. */
    final boolean[][][] open;
    /** By tier and day of the schedule: whether the slot is to be held. */
    final boolean[][] demanded;

    Lane(RotaProblem problem, RotationSchedule schedule, Posts posts) {
        this.problem = problem;
        this.posts = posts;
        this.schedule = schedule;
        this.rotation = schedule.rotation();
        this.days = schedule.days();
        this.first = schedule.firstPlanned();
        int planned = days.size() - first;
        int tiers = rotation.tiers().size();
        int members = problem.team().members().size();
        holds = new Literal[members][tiers][planned];
        on = new Literal[members][days.size()];
        stint = new Literal[members][];
        worked = worked();
        relieved = relieved();
        open = new boolean[members][tiers][days.size()];
        demanded = new boolean[tiers][days.size()];
        for (int m = 0; m < members; m++) {
            for (int d = 0; d < days.size(); d++) {
                on[m][d] = d < first
                        ? worked[m][d] ? posts.model.trueLiteral() : posts.model.falseLiteral()
                        : tiers == 0 ? posts.model.falseLiteral() : held(m, d, tiers);
            }
            stint[m] = on[m].clone();
            for (int d = relieved[m].nextSetBit(0); d >= 0; ) {
                int end = relieved[m].nextClearBit(d);
                goOn(m, d, end);
                d = relieved[m].nextSetBit(end);
            }
        }
    }

    private Literal held(int m, int d, int tiers) {
        List<Literal> slots = new ArrayList<>();
        for (int t = 0; t < tiers; t++) {
            holds[m][t][d - first] = posts.variable("");
            slots.add(holds[m][t][d - first]);
        }
        if (tiers == 1) {
            return slots.getFirst();
        }
        BoolVar any = posts.variable("");
        if (posts.isFirm(Facts.onePlace())) {
            // The same and one place at a time, as a sum, which the solver can count with.
            posts.model.addEquality(LinearExpr.sum(slots.toArray(new Literal[0])), any);
            return any;
        }
        slots.forEach(slot -> posts.always(List.of(slot.not(), any)));
        slots.add(any.not());
        posts.always(slots);
        return any;
    }

    private boolean[][] worked() {
        Map<LocalDate, Integer> index = new HashMap<>();
        for (int d = 0; d < first; d++) {
            index.put(days.get(d).date(), d);
        }
        boolean[][] result = new boolean[problem.team().members().size()][first];
        for (Holding holding : problem.history()) {
            Integer d = index.get(holding.slot().date());
            if (holding.slot().rotation().equals(rotation.id()) && d != null) {
                result[indexOf(problem, holding.member())][d] = true;
            }
        }
        return result;
    }

    /** Days that were handed over, as long as whoever took them works them or is bound to. */
    private BitSet[] relieved() {
        BitSet[] result = new BitSet[on.length];
        Arrays.setAll(result, m -> new BitSet());
        Set<Holding> bound = new HashSet<>(problem.fixed());
        bound.addAll(problem.history());
        for (Credit credit : problem.credits()) {
            boolean isWorked = bound.contains(new Holding(credit.slot(), credit.worked()));
            for (int d = 0; d < days.size(); d++) {
                if (isWorked
                        && credit.slot().rotation().equals(rotation.id())
                        && credit.slot().date().equals(days.get(d).date())
                        && !credit.worked().equals(credit.credited())) {
                    result[indexOf(problem, credit.credited())].set(d);
                }
            }
        }
        return result;
    }

    /** Some days running that a member handed over: between two days on call they are of one stint, where they are few. */
    private void goOn(int m, int from, int to) {
        List<List<Literal>> reasons = new ArrayList<>();
        for (int d = from; d < to; d++) {
            stint[m][d] = posts.variable("");
            posts.always(List.of(on[m][d].not(), stint[m][d]));
            reasons.add(new ArrayList<>(List.of(stint[m][d].not(), on[m][d])));
        }
        for (int a = Math.max(0, from - 1); a < to; a++) {
            for (int b = a + 2; b <= Math.min(to, days.size() - 1); b++) {
                if (epochDay(b) - epochDay(a) - 1 < partingRest(a, b)) {
                    Literal both = posts.variable("");
                    List<Literal> because = new ArrayList<>(List.of(both, on[m][a].not(), on[m][b].not()));
                    posts.always(List.of(both.not(), on[m][a]));
                    posts.always(List.of(both.not(), on[m][b]));
                    for (int d = a + 1; d < b; d++) {
                        because.add(on[m][d]);
                        posts.always(List.of(both.not(), on[m][d].not()));
                        posts.always(List.of(both.not(), stint[m][d]));
                        reasons.get(d - from).add(both);
                    }
                    posts.always(because);
                }
            }
        }
        reasons.forEach(posts::always);
    }

    /** The rest between two days that parts two stints for certain. */
    private int partingRest(int a, int b) {
        boolean festive = true;
        for (int d = a + 1; d < b; d++) {
            festive &= festive(d);
        }
        return festive ? Math.min(rotation.restDays(), rotation.festive().restDays()) : rotation.restDays();
    }

    /** Whether history has the member on the day, or relieved in the middle of a stint. */
    boolean[] stintsWorked(int m) {
        boolean[] result = worked[m].clone();
        int last = -1;
        for (int d = 0; d < first; d++) {
            if (worked[m][d]) {
                boolean goesOn = last >= 0
                        && relieved[m].nextClearBit(last + 1) >= d
                        && epochDay(d) - epochDay(last) - 1 < partingRest(last, d);
                if (goesOn) {
                    Arrays.fill(result, last, d, true);
                }
                last = d;
            }
        }
        return result;
    }

    long epochDay(int d) {
        return days.get(d).date().toEpochDay();
    }

    int movedDays(int d) {
        return (d == days.size() ? schedule.closing() : days.get(d).handover()).movedDays();
    }

    boolean festive(int d) {
        return days.get(d).inFestivePeriod();
    }

    /** The last day that lies at least so many calendar days before; below 0 where there is none. */
    int back(int d, int calendarDays) {
        int s = d;
        while (s >= 0 && epochDay(d) - epochDay(s) < calendarDays) {
            s--;
        }
        return s;
    }

    /** Calendar days of the longest stint that is allowed anywhere. */
    int longestStint() {
        int moved = 0;
        for (int d = first; d <= days.size(); d++) {
            moved = Math.max(moved, movedDays(d));
        }
        return rotation.longestDays() + moved;
    }

    /** Whether a stint that is too long if it ends on the day would not be if it went on to a handover moved further. */
    boolean mayEndLater(int start, int end) {
        for (int e = end + 1; e < days.size(); e++) {
            if (epochDay(e) - epochDay(start) < rotation.longestDays() + movedDays(e + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a stint of the member holds each of the days. */
    List<Literal> run(int m, int from, int to) {
        return List.of(stint[m]).subList(from, to + 1);
    }

    /** Where the team has the member. */
    static int indexOf(RotaProblem problem, MemberId id) {
        List<Member> members = problem.team().members();
        for (int m = 0; m < members.size(); m++) {
            if (members.get(m).id().equals(id)) {
                return m;
            }
        }
        throw new IllegalArgumentException("The member (" + id + ") is not in the team.");
    }
}
