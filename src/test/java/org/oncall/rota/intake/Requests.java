package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.oncall.rota.wire.RotaRequest;

/** Requests for tests, and what becomes of them on the evening of 20 November 2026. */
final class Requests {
    static final ObjectMapper JSON = new ObjectMapper();

    /** The shortest whole request. */
    static final String NAMES_ONLY = """
            {"team": {"members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"]}, "from": "2027-01-05", "to": "2027-07-06"}
            """;

    /** Every field of a request, none of them at its default, and two members who can hold the tiers. */
    static final String FULL = """
            {
              "team": {
                "name": "Platform", "zone": "Europe/London", "holidays": "GB-ENG",
                "members": [
                  {"id": "ana", "name": "Ana", "share": 0.6, "onCall": true, "from": "2026-01-01", "until": null,
                   "skills": ["senior"], "novice": false, "knows": ["bo"],
                   "leave": [{"from": "2027-02-08", "to": "2027-02-14"}],
                   "wishes": [{"from": "2027-03-02", "to": "2027-03-02", "want": false}]},
                  {"id": "bo", "name": "Bo", "until": "2027-12-31", "skills": ["senior"]}
                ],
                "rotations": [
                  {"id": "on-call", "kind": "ON_CALL",
                   "tiers": [{"id": "primary"}, {"id": "secondary", "skills": ["senior"]}],
                   "handover": {"day": "TUESDAY", "time": "12:00"},
                   "coverage": {"workingDays": ["07:00-09:00", "16:00-22:00"], "weekends": ["07:00-22:00"], "holidays": ["07:00-22:00"]},
                   "longest": "P7D", "rest": "P7D", "supervised": 2,
                   "festive": {"from": "12-24", "to": "01-02", "days": ["12-25", "01-01"], "longest": "P2D", "rest": "P2D", "cover": true}}
                ]
              },
              "from": "2027-01-05", "to": "2027-07-06",
              "history":   [{"rotation": "on-call", "tier": "primary", "member": "ana", "from": "2026-12-22T12:00:00Z", "to": "2026-12-24T12:00:00Z"}],
              "published": [{"id": "on-call.primary.2027-01-05", "rotation": "on-call", "tier": "primary", "member": "bo", "from": "2027-01-05T12:00:00Z", "to": "2027-01-12T12:00Z"}],
              "now": "2026-11-20", "freezeUntil": "2027-01-19",
              "rules": {"too-soon": 2, "irregular": 0},
              "solve": {"limit": "PT20S", "seed": 0, "moves": 1000},
              "pinned":  [{"rotation": "on-call", "tier": "primary", "member": "bo", "from": "2027-01-05T12:00:00Z", "to": "2027-01-12T12:00Z"}],
              "credits": [{"rotation": "on-call", "tier": "primary", "member": "bo", "credited": "ana", "from": "2027-01-05T12:00:00Z", "to": "2027-01-07T12:00Z"}]
            }
            """;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);

    private Requests() {}

    static Intake read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    static Intake read(byte[] json) {
        return new RotaIntake(CLOCK).read(json);
    }

    static Intake read(RotaRequest request) {
        return new RotaIntake(CLOCK).read(request);
    }

    static Intake.Accepted accepted(String json) {
        Intake intake = read(json);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return (Intake.Accepted) intake;
    }

    static AuditIntake.Accepted audited(String json) {
        AuditIntake intake = new RotaIntake(CLOCK).readAudit(json.getBytes(StandardCharsets.UTF_8));
        assertThat(intake).isInstanceOf(AuditIntake.Accepted.class);
        return (AuditIntake.Accepted) intake;
    }

    static List<Issue> auditIssues(String json) {
        AuditIntake intake = new RotaIntake(CLOCK).readAudit(json.getBytes(StandardCharsets.UTF_8));
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused) intake).issues();
    }

    static List<Issue> issues(String json) {
        Intake intake = read(json);
        assertThat(intake).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused) intake).issues();
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The full request with the value at the pointer replaced, or added at the end of its parent. */
    static String fullWith(String pointer, String value) {
        return with(FULL, pointer, value);
    }

    static String namesWith(String pointer, String value) {
        return with(NAMES_ONLY, pointer, value);
    }

    static String with(String json, String pointer, String value) {
        JsonNode root = tree(json);
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root;
        String field = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        for (String step : pointer.substring(0, slash).split("/")) {
            if (!step.isEmpty()) {
                parent = parent.isArray()
                        ? parent.get(Integer.parseInt(step))
                        : parent.has(step) ? parent.get(step) : ((ObjectNode) parent).putObject(step);
            }
        }
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(field);
            if (index < array.size()) {
                array.set(index, tree(value));
            } else {
                array.add(tree(value));
            }
        } else {
            ((ObjectNode) parent).set(field, tree(value));
        }
        return root.toString();
    }

    /** The full request without the value at the pointer. */
    static String fullWithout(String pointer) {
        JsonNode root = tree(FULL);
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, slash));
        String field = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(field));
        } else {
            ((ObjectNode) parent).remove(field);
        }
        return root.toString();
    }
}
