package org.oncall.rota.pay;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.TimeWindow;

/**
 * What an alert out of hours is worth in time off.
 *
 * @param awakeDays days for a claim whose alerts woke nobody
 * @param wokenDays days for a claim with an alert that woke them
 * @param extraDays days for each hour of work that is begun beyond {@code included}
 * @param included work that a claim includes
 * @param window from the first alert of a claim; those within it are the same claim
 * @param day how long a day of time off is
 * @param rest rest that is owed to everybody in every 24 hours
 * @param officeHours ordinary work on working days: alerts within it earn nothing, and rest ends where it begins
 */
public record ToilPolicy(
        BigDecimal awakeDays,
        BigDecimal wokenDays,
        BigDecimal extraDays,
        Duration included,
        Duration window,
        Duration day,
        Duration rest,
        List<TimeWindow> officeHours) {
    /** On which dates people work in the office. */
    static final Set<DayKind> OFFICE_DAYS = Set.of(DayKind.WORKING_DAY);

    public ToilPolicy {
        officeHours = List.copyOf(officeHours);
    }
}
