package org.oncall.rota.swap;

import java.util.List;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Finding;

/** What comes of something done to a swap. */
public sealed interface Outcome {
    /** The swap as it has become. */
    record Done(Swap swap) implements Outcome {}

    /**
     * The swap, applied or undone, and the rota that it makes.
     *
     * @param report of that rota, whose problem has it published, with pins and credits as they are then
     */
    record Changed(Swap swap, AuditReport report) implements Outcome {}

    /**
     * It may not be; nothing has changed.
     *
     * @param reason for people
     * @param findings breaches of hard rules that it would cause; none where that is not the reason
     */
    record Denied(String reason, List<Finding> findings) implements Outcome {
        public Denied {
            findings = List.copyOf(findings);
        }

        Denied(String reason) {
            this(reason, List.of());
        }
    }
}
