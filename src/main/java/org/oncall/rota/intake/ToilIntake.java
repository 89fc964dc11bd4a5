package org.oncall.rota.intake;

import java.util.List;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.pay.CallOut;
import org.oncall.rota.pay.ToilPolicy;

/** What became of a log of alerts: accepted, or an {@link Intake.Refused}. */
public sealed interface ToilIntake permits ToilIntake.Accepted, Intake.Refused {
    /** Time off can be worked out. */
    record Accepted(Rota rota, List<CallOut> log, ToilPolicy policy) implements ToilIntake {
        public Accepted {
            log = List.copyOf(log);
        }
    }
}
