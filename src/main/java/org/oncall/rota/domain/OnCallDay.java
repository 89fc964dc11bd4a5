package org.oncall.rota.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * From one day's handover time to the next day's, in the team's zone: 23, 24 or 25 hours. Only days with coverage exist.
 *
 * @param date the date it starts on, by which it is counted
 * @param coverage the hours in which somebody is needed, sorted, not overlapping, never empty
 * @param coveredDates the dates on which its coverage falls: its own, the next, or both
 * @param unsocial starts on a Saturday, a Sunday or a bank holiday, or touches a festive day
 * @param inFestivePeriod whether {@code date} lies in the rotation's festive period
 * @param festiveDays the festive days on which its coverage falls
 * @param handover what a handover at its start is
 */
public record OnCallDay(
        LocalDate date,
        Interval span,
        List<Interval> coverage,
        List<LocalDate> coveredDates,
        boolean unsocial,
        boolean inFestivePeriod,
        List<FestiveDay> festiveDays,
        HandoverDay handover) {
    public OnCallDay {
        coverage = List.copyOf(coverage);
        coveredDates = List.copyOf(coveredDates);
        festiveDays = List.copyOf(festiveDays);
    }
}
