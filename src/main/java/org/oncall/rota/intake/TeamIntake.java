package org.oncall.rota.intake;

import org.oncall.rota.wire.TeamJson;

/** What became of a team that was sent, or of a change to one. */
public sealed interface TeamIntake permits TeamIntake.Accepted, Intake.Refused {
    /**
     * The team can be planned for.
     *
     * @param team with every default filled in
     */
    record Accepted(TeamJson team) implements TeamIntake {}
}
