package org.oncall.rota.rules;

import java.util.List;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.Wish;

/** What one member may and would hold of one rotation, by tier and planned day, whatever else they hold. */
final class MemberDays {
    final boolean[] hasSkills;
    final boolean[] mayHold;
    final long[] onLeave;
    final long[] offRota;
    final long[] wanted;
    final long[] avoided;

    MemberDays(Member member, Rotation rotation, List<OnCallDay> planned) {
        boolean opted = rotation.kind() != RotationKind.ON_CALL || member.onCall();
        hasSkills = new boolean[rotation.tiers().size()];
        mayHold = new boolean[hasSkills.length];
        for (int t = 0; t < mayHold.length; t++) {
            hasSkills[t] = member.skills().containsAll(rotation.tiers().get(t).skills());
            mayHold[t] = opted && hasSkills[t];
        }
        onLeave = Bits.create(planned.size());
        offRota = Bits.create(planned.size());
        wanted = Bits.create(planned.size());
        avoided = Bits.create(planned.size());
        for (int p = 0; p < planned.size(); p++) {
            OnCallDay day = planned.get(p);
            if (!opted || !member.isOnRota(day.date())) {
                Bits.set(offRota, p);
            }
            if (day.coveredDates().stream()
                    .anyMatch(date -> member.leave().stream().anyMatch(leave -> leave.contains(date)))) {
                Bits.set(onLeave, p);
            }
            for (Wish wish : member.wishes()) {
                if (wish.days().contains(day.date())) {
                    Bits.set(wish.wanted() ? wanted : avoided, p);
                }
            }
        }
    }
}
