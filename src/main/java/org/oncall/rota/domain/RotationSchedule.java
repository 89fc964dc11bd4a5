package org.oncall.rota.domain;

import java.util.List;

/**
 * The on-call days of one rotation, sorted: first those already worked, then those to be planned.
 *
 * @param firstPlanned index of the first day of the period; the days before it are history
 * @param closing what a handover at the first on-call day after the period would be
 */
public record RotationSchedule(Rotation rotation, List<OnCallDay> days, int firstPlanned, HandoverDay closing) {
    public RotationSchedule {
        days = List.copyOf(days);
    }

    public List<OnCallDay> planned() {
        return days.subList(firstPlanned, days.size());
    }
}
