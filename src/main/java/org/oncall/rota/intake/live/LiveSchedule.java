package org.oncall.rota.intake.live;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call by one line of another tool: what fills one tier.
 *
 * @param file where it stands
 * @param line there, counted from 1
 * @param name as people know it
 * @param zone in which its hours are; null where it does not say
 * @param users everybody who takes turns, in their order, also without a shift in the window
 * @param shifts sorted by start; only a calendar and custom shifts of PagerDuty may have two at once
 */
public record LiveSchedule(
        String file, long line, String name, @Nullable ZoneId zone, List<LiveUser> users, List<LiveShift> shifts) {
    public LiveSchedule {
        users = List.copyOf(users);
        shifts = List.copyOf(shifts);
    }
}
