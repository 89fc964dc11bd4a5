package org.oncall.rota.intake;

import java.util.List;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.wire.RotaRequest;

/** What became of a request. */
public sealed interface Intake {
    /**
     * The request can be solved.
     *
     * @param request the request with every default filled in
     */
    record Accepted(RotaProblem problem, SolveSettings settings, RotaRequest request) implements Intake {}

    /** The request cannot be solved or audited, for every one of these reasons; at least one. */
    record Refused(List<Issue> issues)
            implements Intake, AuditIntake, TeamIntake, PayIntake, ToilIntake, ScheduleIntake {
        public Refused {
            issues = List.copyOf(issues);
        }

        /** Whether any issue is one of shape. */
        public boolean isOfWrongShape() {
            return issues.stream().anyMatch(issue -> issue.kind() == Issue.Kind.SHAPE);
        }
    }
}
