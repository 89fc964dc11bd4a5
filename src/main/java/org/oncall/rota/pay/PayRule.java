package org.oncall.rota.pay;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;
import org.oncall.rota.domain.TimeWindow;

/**
 * One rule of pay: when it holds and what it pays then. A date matches where any of the three lists names it, or where all
 * are empty; an empty list of rotations or tiers means all of them.
 *
 * @param windows hours of a date, a window past midnight being of the date on which it begins; never empty
 * @param holidayTimes by how much its pay is multiplied on a bank holiday
 */
public record PayRule(
        String name,
        Set<LocalDate> dates,
        Set<DayOfWeek> weekdays,
        Set<DayKind> kinds,
        List<TimeWindow> windows,
        Set<RotationId> rotations,
        Set<TierId> tiers,
        Rate rate,
        BigDecimal holidayTimes) {
    public PayRule {
        dates = Set.copyOf(dates);
        weekdays = Set.copyOf(weekdays);
        kinds = Set.copyOf(kinds);
        windows = List.copyOf(windows);
        rotations = Set.copyOf(rotations);
        tiers = Set.copyOf(tiers);
    }

    boolean isFor(RotationId rotation, TierId tier) {
        return (rotations.isEmpty() || rotations.contains(rotation)) && (tiers.isEmpty() || tiers.contains(tier));
    }

    boolean isOn(LocalDate date, DayKind kind) {
        return (dates.isEmpty() && weekdays.isEmpty() && kinds.isEmpty())
                || dates.contains(date)
                || weekdays.contains(date.getDayOfWeek())
                || kinds.contains(kind);
    }
}
