package org.oncall.rota.intake;

import org.oncall.rota.domain.Rota;
import org.oncall.rota.pay.PayRules;

/** What became of a request to pay a rota: accepted, or an {@link Intake.Refused}. */
public sealed interface PayIntake permits PayIntake.Accepted, Intake.Refused {
    /** The rota can be paid: it is one of whole on-call days. */
    record Accepted(Rota rota, PayRules rules) implements PayIntake {}
}
