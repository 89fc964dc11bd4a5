package org.oncall.rota.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Gap;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;

/** Joins slots that follow each other in a tier and agree, to what people see: shifts and gaps. */
record Stretches(List<Shift> shifts, List<Gap> gaps) {
    static Stretches of(Rota rota) {
        Stretches result = new Stretches(new ArrayList<>(), new ArrayList<>());
        for (Joined<@Nullable MemberId> joined : join(rota.problem(), rota::holder)) {
            MemberId holder = joined.value();
            Slot first = joined.first();
            if (holder == null) {
                result.gaps.add(new Gap(first.rotation(), first.tier(), first.date(), joined.span()));
            } else {
                result.shifts.add(new Shift(first.rotation(), first.tier(), holder, first.date(), joined.span()));
            }
        }
        return result;
    }

    /** Slots running, all of one value. */
    record Joined<T extends @Nullable Object>(Slot first, Interval span, T value) {}

    /** Joins the slots of each tier that follow each other and have equal values. */
    static <T extends @Nullable Object> List<Joined<T>> join(RotaProblem problem, Function<Slot, T> value) {
        List<Joined<T>> result = new ArrayList<>();
        for (RotationSchedule schedule : problem.schedules()) {
            for (Tier tier : schedule.rotation().tiers()) {
                @Nullable Joined<T> open = null;
                for (OnCallDay day : schedule.planned()) {
                    Slot slot = new Slot(schedule.rotation().id(), tier.id(), day.date());
                    T here = value.apply(slot);
                    if (open != null && Objects.equals(open.value, here)) {
                        open = new Joined<>(
                                open.first,
                                new Interval(open.span.start(), day.span().end()),
                                here);
                    } else {
                        if (open != null) {
                            result.add(open);
                        }
                        open = new Joined<>(slot, day.span(), here);
                    }
                }
                if (open != null) {
                    result.add(open);
                }
            }
        }
        return result;
    }
}
