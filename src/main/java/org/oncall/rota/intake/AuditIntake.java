package org.oncall.rota.intake;

import java.util.List;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.wire.AuditRequest;

/** What became of a request to audit a rota: accepted, or an {@link Intake.Refused}. */
public sealed interface AuditIntake permits AuditIntake.Accepted, Intake.Refused {
    /**
     * The rota can be audited.
     *
     * @param rota what the shifts make of the slots
     * @param cuts what the shifts said beyond slots, sorted
     * @param request the request with every default filled in
     */
    record Accepted(Rota rota, List<Cut> cuts, AuditRequest request) implements AuditIntake {
        public Accepted {
            cuts = List.copyOf(cuts);
        }
    }
}
