package org.oncall.rota.intake.live;

import java.time.LocalDate;
import java.time.ZoneId;
import org.oncall.rota.domain.Interval;

/** From which day to which (not included) schedules are expanded. */
public record Window(LocalDate from, LocalDate to) {
    /** Longer than any zone or handover time can move a day. */
    private static final int MARGIN_DAYS = 2;

    /** The hours that shifts can have to do with: some more than the days. */
    public Interval hours(ZoneId zone) {
        return new Interval(
                from.minusDays(MARGIN_DAYS).atStartOfDay(zone).toInstant(),
                to.plusDays(MARGIN_DAYS).atStartOfDay(zone).toInstant());
    }
}
