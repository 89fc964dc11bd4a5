package org.oncall.rota.bench;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;

/**
 * What a pager tool does with a list: from handover to handover, tier by tier, the next person whose turn it is and who is
 * not on leave in those days. It asks whether people are on the rota and have the skill; it knows nothing of rest, shares
 * of full-time, novices or Christmas. Where everybody is away, the next in turn has it all the same.
 */
final class RoundRobin {
    private RoundRobin() {}

    static Rota of(RotaProblem problem) {
        List<Holding> holdings = new ArrayList<>();
        for (RotationSchedule schedule : problem.schedules()) {
            Deque<Member> queue = new ArrayDeque<>(problem.team().members());
            for (List<OnCallDay> shift : shifts(schedule.planned())) {
                for (Tier tier : schedule.rotation().tiers()) {
                    Member next = next(queue, schedule, tier, shift);
                    for (OnCallDay day : shift) {
                        holdings.add(new Holding(new Slot(schedule.rotation().id(), tier.id(), day.date()), next.id()));
                    }
                }
            }
        }
        return Rota.of(problem, holdings);
    }

    /** From preferred handover to preferred handover. */
    private static List<List<OnCallDay>> shifts(List<OnCallDay> planned) {
        List<List<OnCallDay>> result = new ArrayList<>();
        for (OnCallDay day : planned) {
            if (result.isEmpty() || day.handover().isPreferred()) {
                result.add(new ArrayList<>());
            }
            result.getLast().add(day);
        }
        return result;
    }

    /** Whoever has waited longest of those who can, who then waits again behind all others. */
    private static Member next(Deque<Member> queue, RotationSchedule schedule, Tier tier, List<OnCallDay> shift) {
        Member next = queue.stream()
                .filter(member -> isOnList(member, schedule, tier, shift) && !isAway(member, shift))
                .findFirst()
                .orElseGet(queue::getFirst);
        queue.remove(next);
        queue.addLast(next);
        return next;
    }

    private static boolean isOnList(Member member, RotationSchedule schedule, Tier tier, List<OnCallDay> shift) {
        boolean opted = member.onCall() || schedule.rotation().kind() != RotationKind.ON_CALL;
        return opted
                && member.skills().containsAll(tier.skills())
                && shift.stream().allMatch(day -> member.isOnRota(day.date()));
    }

    private static boolean isAway(Member member, List<OnCallDay> shift) {
        LocalDate first = shift.getFirst().date();
        LocalDate last = shift.getLast().coveredDates().getLast();
        return member.leave().stream()
                .anyMatch(leave -> !leave.first().isAfter(last) && !leave.last().isBefore(first));
    }
}
