package org.oncall.rota.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.pay.CallOut;
import org.oncall.rota.pay.PayRules;
import org.oncall.rota.pay.ToilPolicy;
import org.oncall.rota.wire.AlertJson;
import org.oncall.rota.wire.AuditRequest;
import org.oncall.rota.wire.PayRequest;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TeamRotaRequest;
import org.oncall.rota.wire.ToilRequest;

/** Takes requests in: each becomes a problem that can be solved, or the list of everything wrong with it. */
public final class RotaIntake {
    /** What a rota by the hour may lose where it is cut to whole days, so that its hours would be other people's or nobody's. */
    private static final Set<Cut.Code> LOST_HOURS = Set.of(
            Cut.Code.OVERLAP,
            Cut.Code.TWO_PLACES,
            Cut.Code.UNCOVERED,
            Cut.Code.PART_DAY,
            Cut.Code.OUTSIDE,
            Cut.Code.MORE);

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

    /** Reads a rota and what its hours pay, as they were sent: JSON in UTF-8. */
    public PayIntake readPay(byte[] json) {
        Issues issues = new Issues();
        JsonNode document = JsonText.parse(json, issues);
        PayRequest given = document == null ? null : new ShapeReader(issues).read(document, PayRequest.class);
        if (document == null || given == null) {
            return new Intake.Refused(issues.toList());
        }
        PayRules rules = new PayRulesReader(new Values(issues, document)).read(given.pay());
        return switch (readWhole(given.rota(), document, issues)) {
            case Intake.Refused refused -> refused;
            case AuditIntake.Accepted accepted -> {
                Rota rota = accepted.rota();
                PayRulesReader.refuseUnknown(given.pay(), rota.problem().team(), issues);
                yield issues.count() > 0
                        ? new Intake.Refused(issues.toList())
                        : new PayIntake.Accepted(rota, Objects.requireNonNull(rules));
            }
        };
    }

    /** Reads a rota and its log of alerts, as they were sent: JSON in UTF-8. */
    public ToilIntake readToil(byte[] json) {
        Issues issues = new Issues();
        JsonNode document = JsonText.parse(json, issues);
        ToilRequest given = document == null ? null : new ShapeReader(issues).read(document, ToilRequest.class);
        if (document == null || given == null) {
            return new Intake.Refused(issues.toList());
        }
        Values values = new Values(issues, document);
        ToilPolicy policy = new ToilReader(values).policy(given.toil());
        List<AlertJson> alerts = new ToilReader(values).alerts(given.alerts());
        return switch (readWhole(given.rota(), document, issues)) {
            case Intake.Refused refused -> {
                new ToilReader(values).check(alerts);
                yield new Intake.Refused(issues.toList());
            }
            case AuditIntake.Accepted accepted -> {
                Rota rota = accepted.rota();
                List<CallOut> log = new ToilReader(values).log(alerts, rota.problem());
                yield issues.count() > 0
                        ? new Intake.Refused(issues.toList())
                        : new ToilIntake.Accepted(rota, log, Objects.requireNonNull(policy));
            }
        };
    }

    /** A rota of whole on-call days, as what hours are worth depends on every one of them. */
    private AuditIntake readWhole(AuditRequest rota, JsonNode document, Issues issues) {
        AuditIntake read = new RequestReader(Defaults.fill(rota.withoutShifts(), clock), document, issues)
                .readAudit(rota.shifts());
        if (read instanceof AuditIntake.Accepted accepted) {
            accepted.cuts().stream()
                    .filter(cut -> LOST_HOURS.contains(cut.code()))
                    .forEach(cut -> issues.add(
                            IssueCode.HOURS_CUT,
                            Place.ROOT.at("shifts"),
                            () -> cut.sentence() + " Maybe let shifts begin and end at the handover time."));
        }
        return read;
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
