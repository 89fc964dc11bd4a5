package org.oncall.rota.export.pagerduty;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;

/**
 * Bodies of PagerDuty's REST API. All times are UTC, so that no clock change can move them; the zone of a schedule only says how
 * its page shows them.
 */
public final class PagerDutyJson {
    /** Begins every description, and says that a schedule is ours to change. */
    public static final String MARK = "Kept by the on-call rota service.";

    /**
     * How long after the end of a rota of version 3 the fallback stays on call, unless the next rota is there: long enough to
     * notice.
     */
    public static final Duration BEYOND = Duration.ofDays(28);

    private static final int LONGEST_NAME = 255;
    private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PagerDutyJson() {}

    /**
     * Of version 3, for each tier the bodies of {@code POST /v3/schedules} and {@code POST /v3/schedules/{id}/custom_shifts}.
     * Events of rotations do not hide each other there, so the fallback has shifts of its own exactly where nobody has one.
     */
    public static ObjectNode v3(List<TierPlan> plans) {
        ArrayNode schedules = JSON.arrayNode();
        for (TierPlan plan : plans) {
            ObjectNode tier = schedules.addObject();
            tier.setAll(schedule3(plan));
            tier.setAll(customShifts(turns3(plan)));
        }
        return JSON.objectNode().set("schedules", schedules);
    }

    /** What version 3 is told of a tier: its turns, and the fallback wherever there is none, up to {@link #BEYOND} the end. */
    public static List<Turn> turns3(TierPlan plan) {
        List<Turn> turns = new ArrayList<>(plan.turns());
        turns.addAll(
                plan.fallbackTurns(plan.period().start(), plan.period().end().plus(BEYOND)));
        turns.sort(Comparator.comparing(turn -> turn.span().start()));
        return List.copyOf(turns);
    }

    /** The body that makes a schedule of version 3, still empty. */
    public static ObjectNode schedule3(TierPlan plan) {
        ObjectNode body = JSON.objectNode();
        body.putObject("schedule")
                .put("name", name(plan))
                .put("time_zone", plan.zone().getId())
                .put("description", description(plan));
        return body;
    }

    /** The body that adds shifts to a schedule of version 3. */
    public static ObjectNode customShifts(List<Turn> turns) {
        ObjectNode body = JSON.objectNode();
        ArrayNode shifts = body.putArray("custom_shifts");
        for (Turn turn : turns) {
            ObjectNode shift = shifts.addObject().put("type", "custom_shift");
            shift.setAll(times3(turn));
        }
        return body;
    }

    /** The body that changes a shift of version 3. */
    public static ObjectNode customShift(Turn turn) {
        return JSON.objectNode().set("custom_shift", times3(turn));
    }

    /** The body that moves the end of a shift of version 3 that has begun: nothing else of it may change. */
    public static ObjectNode customShiftEnd(Instant end) {
        ObjectNode body = JSON.objectNode();
        body.putObject("custom_shift").put("end_time", end.toString());
        return body;
    }

    private static ObjectNode times3(Turn turn) {
        ObjectNode shift = JSON.objectNode()
                .put("start_time", turn.span().start().toString())
                .put("end_time", turn.span().end().toString());
        shift.putArray("assignments")
                .addObject()
                .put("type", "shift_assignment")
                .putObject("member")
                .put("type", "user_member")
                .put("user_id", turn.user());
        return shift;
    }

    /**
     * Of version 2, for each tier the bodies of {@code POST /schedules} and {@code POST /schedules/{id}/overrides}. The one layer
     * is the fallback, without an end; overrides hide it wherever somebody has a turn.
     */
    public static ObjectNode v2(List<TierPlan> plans) {
        ArrayNode schedules = JSON.arrayNode();
        for (TierPlan plan : plans) {
            ObjectNode tier = schedules.addObject();
            tier.setAll(schedule2(plan));
            tier.setAll(overrides(plan.turns()));
        }
        return JSON.objectNode().set("schedules", schedules);
    }

    /** The body that makes a schedule of version 2, with the fallback always on call. */
    public static ObjectNode schedule2(TierPlan plan) {
        ObjectNode body = JSON.objectNode();
        ObjectNode schedule = body.putObject("schedule")
                .put("type", "schedule")
                .put("name", name(plan))
                .put("time_zone", zone2(plan.zone()))
                .put("description", description(plan));
        ArrayNode layers = schedule.putArray("schedule_layers");
        if (plan.fallback() != null) {
            String start = plan.period().start().toString();
            ObjectNode layer = layers.addObject()
                    .put("name", "Fallback")
                    .put("start", start)
                    .put("rotation_virtual_start", start)
                    .put("rotation_turn_length_seconds", WEEK_SECONDS);
            layer.putArray("users").addObject().set("user", user(plan.fallback()));
        }
        return body;
    }

    /** The body that adds overrides to a schedule of version 2. */
    public static ObjectNode overrides(List<Turn> turns) {
        ObjectNode body = JSON.objectNode();
        ArrayNode overrides = body.putArray("overrides");
        for (Turn turn : turns) {
            ObjectNode override = overrides
                    .addObject()
                    .put("start", turn.span().start().toString())
                    .put("end", turn.span().end().toString());
            override.set("user", user(turn.user()));
            override.put("time_zone", "Etc/UTC");
        }
        return body;
    }

    private static ObjectNode user(String id) {
        return JSON.objectNode().put("id", id).put("type", "user_reference");
    }

    /** The name of the schedule: PagerDuty takes 255 characters. */
    public static String name(TierPlan plan) {
        return plan.name().length() <= LONGEST_NAME ? plan.name() : plan.name().substring(0, LONGEST_NAME);
    }

    private static String description(TierPlan plan) {
        return MARK + (plan.fallback() == null ? "" : " Where the rota has nobody, " + plan.fallback() + " is called.");
    }

    /** PagerDuty's own name of a zone: it does not know {@code UTC}. */
    public static String zone2(ZoneId zone) {
        return zone.getId().equals("UTC") || zone.getId().equals("Z") ? "Etc/UTC" : zone.getId();
    }
}
