package org.oncall.rota.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.wire.AuditRequest;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TeamRotaRequest;

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

    /** Reads the request of a rota for a team that is known, as it was sent, once the team's part has been added to it. */
    public Intake readForTeam(byte[] json, Function<TeamRotaRequest, RotaRequest> complete) {
        Issues issues = new Issues();
        JsonNode document = JsonText.parse(json, issues);
        @Nullable
        TeamRotaRequest given = document == null ? null : new ShapeReader(issues).read(document, TeamRotaRequest.class);
        return document == null || given == null
                ? new Intake.Refused(issues.toList())
                : new RequestReader(Defaults.fill(complete.apply(given), clock), document, issues).read();
    }

    /** Reads a team as it was sent: JSON in UTF-8. */
    public TeamIntake readTeam(byte[] json) {
        Issues issues = new Issues();
        JsonNode document = JsonText.parse(json, issues);
        return document == null ? new Intake.Refused(issues.toList()) : readTeam(document, issues);
    }

    /** Reads a team that has been bound already, as if it had been sent. */
    public TeamIntake readTeam(TeamJson team) {
        return readTeam(JsonText.of(team), new Issues());
    }

    /**
     * Reads something that is to become part of a team, as it was sent, and what the team is then.
     *
     * @param pointer where in the team it goes: a place that is there is replaced, {@code -} is the end of a list
     * @param id what it is called if it does not say so itself; null: it needs no id
     */
    public TeamIntake readInto(TeamJson team, String pointer, @Nullable String id, byte[] json) {
        Issues issues = new Issues();
        JsonNode part = JsonText.parse(json, issues);
        if (part == null) {
            return new Intake.Refused(issues.toList());
        }
        JsonNode document = JsonText.of(team);
        String place = TeamParts.put(document, pointer, id == null ? part : TeamParts.named(part, id));
        return switch (readTeam(document, issues)) {
            case TeamIntake.Accepted accepted -> accepted;
            case Intake.Refused refused -> TeamParts.seenFrom(place, refused);
        };
    }

    /** Reads a body of a few fields: JSON in UTF-8; an empty one says nothing. */
    public <T extends Record> Bound<T> readFields(byte[] json, Class<T> type) {
        Issues issues = new Issues();
        JsonNode document = json.length == 0 ? JsonNodeFactory.instance.objectNode() : JsonText.parse(json, issues);
        T value = document == null ? null : new ShapeReader(issues).read(document, type);
        return new Bound<>(value, issues.toList());
    }

    private static TeamIntake readTeam(JsonNode document, Issues issues) {
        @Nullable TeamJson given = new ShapeReader(issues).read(document, TeamJson.class);
        if (given == null) {
            return new Intake.Refused(issues.toList());
        }
        TeamJson filled = Defaults.team(given);
        new TeamReader(new Values(issues, document)).read(filled, new Field("team", "the request", Place.ROOT));
        return issues.count() > 0 ? new Intake.Refused(issues.toList()) : new TeamIntake.Accepted(filled);
    }

    private Intake read(JsonNode document, Issues issues) {
        @Nullable RotaRequest given = new ShapeReader(issues).read(document, RotaRequest.class);
        return given == null
                ? new Intake.Refused(issues.toList())
                : new RequestReader(Defaults.fill(given, clock), document, issues).read();
    }
}
