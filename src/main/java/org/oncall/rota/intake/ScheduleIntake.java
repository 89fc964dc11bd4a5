package org.oncall.rota.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of schedules of other tools that were sent: accepted, or an {@link Intake.Refused}. */
public sealed interface ScheduleIntake permits ScheduleIntake.Accepted, Intake.Refused {
    /**
     * What runs can be audited.
     *
     * @param notes what was read in a way that people should know of
     * @param search for the best rota of the same people and days; null where nobody asked
     */
    record Accepted(AuditIntake.Accepted audit, List<String> notes, Intake.@Nullable Accepted search)
            implements ScheduleIntake {
        public Accepted {
            notes = List.copyOf(notes);
        }
    }
}
