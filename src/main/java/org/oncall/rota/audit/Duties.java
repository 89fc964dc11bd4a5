package org.oncall.rota.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;

/** Who has to answer at any moment: what every other tool is told of a rota. */
public final class Duties {
    private Duties() {}

    /** Of all tiers, sorted by rotation and tier in the team's order, then by time. */
    public static List<Duty> of(Rota rota) {
        List<Duty> result = new ArrayList<>();
        for (RotationSchedule schedule : rota.problem().schedules()) {
            for (Tier tier : schedule.rotation().tiers()) {
                result.addAll(tier(rota, schedule, tier.id()));
            }
        }
        return List.copyOf(result);
    }

    /** Of one tier, sorted by time; none where there is no such tier. */
    public static List<Duty> of(Rota rota, RotationId rotation, TierId tier) {
        return rota.problem().schedules().stream()
                .filter(schedule -> schedule.rotation().id().equals(rotation))
                .flatMap(schedule -> tier(rota, schedule, tier).stream())
                .toList();
    }

    private static List<Duty> tier(Rota rota, RotationSchedule schedule, TierId tier) {
        List<Duty> result = new ArrayList<>();
        for (OnCallDay day : schedule.planned()) {
            Slot slot = new Slot(schedule.rotation().id(), tier, day.date());
            @Nullable MemberId holder = rota.holder(slot);
            if (holder == null) {
                continue;
            }
            int window = 0;
            for (Interval hours : day.coverage()) {
                window++;
                Duty last = result.isEmpty() ? null : result.getLast();
                if (last != null
                        && last.member().equals(holder)
                        && last.span().end().equals(hours.start())) {
                    Interval joined = new Interval(last.span().start(), hours.end());
                    result.set(result.size() - 1, new Duty(last.first(), last.window(), holder, joined));
                } else {
                    result.add(new Duty(slot, window, holder, hours));
                }
            }
        }
        return result;
    }
}
