package org.oncall.rota.domain;

import java.time.MonthDay;
import java.util.List;

/**
 * The stretch of the year with short shifts.
 *
 * @param from first day of the festive period
 * @param to last day, included; before {@code from} in the calendar where the period crosses New Year
 * @param days the festive days, by true date, within the period
 * @param longestDays most on-call days running inside the period
 * @param restDays days of rest between two stints that both lie in the period
 * @param cover false: the festive days are left uncovered on purpose
 */
public record FestivePolicy(
        MonthDay from, MonthDay to, List<MonthDay> days, int longestDays, int restDays, boolean cover) {
    public FestivePolicy {
        days = days.stream().distinct().sorted().toList();
    }

    FestivePolicy withLimits(int longest, int rest) {
        return new FestivePolicy(from, to, days, longest, rest, cover);
    }

    public boolean crossesNewYear() {
        return to.isBefore(from);
    }
}
