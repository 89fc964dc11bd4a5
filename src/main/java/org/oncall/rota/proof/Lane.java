package org.oncall.rota.proof;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** By member and day of the schedule. */
    final Literal[][] on;
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
        worked = worked();
        open = new boolean[members][tiers][days.size()];
        demanded = new boolean[tiers][days.size()];
        for (int m = 0; m < members; m++) {
            for (int d = 0; d < days.size(); d++) {
                on[m][d] = d < first
                        ? worked[m][d] ? posts.model.trueLiteral() : posts.model.falseLiteral()
                        : tiers == 0 ? posts.model.falseLiteral() : held(m, d, tiers);
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

    List<Literal> run(int m, int from, int to) {
        return List.of(on[m]).subList(from, to + 1);
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
