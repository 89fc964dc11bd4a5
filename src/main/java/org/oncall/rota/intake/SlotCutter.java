package org.oncall.rota.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;

/**
 * Cuts shifts to slots, which they need not fit: handovers may have been at another time of day. An on-call day belongs to
 * the shift that covers more than half of its coverage hours, or exactly half and the first of them.
 */
final class SlotCutter {
    private SlotCutter() {}

    /** What the shifts, of which no two of one tier overlap, make of the days already worked. Sorted by tier and date. */
    static List<Holding> history(RotationSchedule schedule, List<ShiftReader.ReadShift> shifts) {
        return cut(schedule, schedule.days().subList(0, schedule.firstPlanned()), shifts);
    }

    /** What the shifts, of which no two of one tier overlap, make of the days of the period. Sorted by tier and date. */
    static List<Holding> published(RotationSchedule schedule, List<ShiftReader.ReadShift> shifts) {
        return cut(schedule, schedule.planned(), shifts);
    }

    /** What the shifts, of which no two of one tier overlap, make of all days, worked or planned. Sorted by tier and date. */
    static List<Holding> all(RotationSchedule schedule, List<ShiftReader.ReadShift> shifts) {
        return cut(schedule, schedule.days(), shifts);
    }

    private static List<Holding> cut(
            RotationSchedule schedule, List<OnCallDay> days, List<ShiftReader.ReadShift> shifts) {
        String rotation = schedule.rotation().id().value();
        List<Holding> result = new ArrayList<>();
        for (Tier tier : schedule.rotation().tiers()) {
            shifts.stream()
                    .filter(shift -> shift.rotation().id().equals(rotation)
                            && shift.tier().equals(tier.id()))
                    .sorted(Comparator.comparing(shift -> shift.span().start()))
                    .forEach(shift -> cut(schedule, days, shift, result));
        }
        return result;
    }

    private static void cut(
            RotationSchedule schedule, List<OnCallDay> days, ShiftReader.ReadShift shift, List<Holding> result) {
        for (int d = firstEndingAfter(days, shift.span()); d < days.size(); d++) {
            OnCallDay day = days.get(d);
            if (!day.span().start().isBefore(shift.span().end())) {
                return;
            }
            if (belongs(day, shift.span())) {
                Slot slot = new Slot(schedule.rotation().id(), shift.tier(), day.date());
                result.add(new Holding(slot, shift.member()));
            }
        }
    }

    private static int firstEndingAfter(List<OnCallDay> days, Interval span) {
        int low = 0;
        int high = days.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (days.get(middle).span().end().isAfter(span.start())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static boolean belongs(OnCallDay day, Interval shift) {
        Duration needed = Duration.ZERO;
        Duration covered = Duration.ZERO;
        for (Interval coverage : day.coverage()) {
            needed = needed.plus(coverage.duration());
            covered = covered.plus(coverage.overlapWith(shift));
        }
        int toHalf = covered.multipliedBy(2).compareTo(needed);
        return toHalf > 0
                || (toHalf == 0 && shift.contains(day.coverage().getFirst().start()));
    }
}
