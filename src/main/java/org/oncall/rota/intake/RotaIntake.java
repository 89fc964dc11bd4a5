package org.oncall.rota.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.wire.AuditRequest;
import org.oncall.rota.wire.RotaRequest;

/** Takes requests in: each becomes a problem that can be solved, or the list of everything wrong with it. */
public final class RotaIntake {
    private final Clock clock;

    /** @param clock says what today is, for requests that do not */
    public RotaIntake(Clock clock) {
        this.clock = clock;
    }

    /** Reads a request as it was sent: JSON in UTF-8. */
    public Intake read(byte[] json) {
        Issues issues = new Issues();
        JsonNode document = JsonText.parse(json, issues);
        return document == null ? new Intake.Refused(issues.toList()) : read(document, issues);
    }

    /** Reads a request that has been bound already, as if it had been sent. */
    public Intake read(RotaRequest request) {
        return read(JsonText.of(request), new Issues());
    }

    /** Reads a request to audit a rota, as it was sent: JSON in UTF-8. */
    public AuditIntake readAudit(byte[] json) {
        Issues issues = new Issues();
        JsonNode document = JsonText.parse(json, issues);
        if (document == null) {
            return new Intake.Refused(issues.toList());
        }
        @Nullable AuditRequest given = new ShapeReader(issues).read(document, AuditRequest.class);
        return given == null
                ? new Intake.Refused(issues.toList())
                : new RequestReader(Defaults.fill(given.withoutShifts(), clock), document, issues)
                        .readAudit(given.shifts());
    }

    private Intake read(JsonNode document, Issues issues) {
        @Nullable RotaRequest given = new ShapeReader(issues).read(document, RotaRequest.class);
        return given == null
                ? new Intake.Refused(issues.toList())
                : new RequestReader(Defaults.fill(given, clock), document, issues).read();
    }
}
