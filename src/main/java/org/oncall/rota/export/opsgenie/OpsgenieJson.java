package org.oncall.rota.export.opsgenie;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;

/** Bodies of Opsgenie's REST API. Users are given by their ids: their names there are e-mail addresses. */
public final class OpsgenieJson {
    /** What every reader of the output has to know. */
    public static final String NOTICE =
            "Opsgenie and its API end on 5 April 2027: after that, nothing of this can be sent anywhere.";

    private static final String FALLBACK = "Fallback";

    private OpsgenieJson() {}

    /**
     * For each tier the bodies of {@code POST /v2/schedules} and, one after the other, of {@code POST
     * /v2/schedules/{name}/overrides?scheduleIdentifierType=name}. The alias of an override is the name of its slot, unique in a
     * schedule, so that a second sending changes ({@code PUT .../overrides/{alias}}) and does not add.
     */
    public static ObjectNode of(List<TierPlan> plans) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("notice", NOTICE);
        ArrayNode schedules = document.putArray("schedules");
        for (TierPlan plan : plans) {
            ObjectNode tier = schedules.addObject();
            ObjectNode schedule = tier.putObject("schedule")
                    .put("name", plan.name())
                    .put("timezone", plan.zone().getId())
                    .put("enabled", true);
            ArrayNode rotations = schedule.putArray("rotations");
            if (plan.fallback() != null) {
                ObjectNode rotation = rotations
                        .addObject()
                        .put("name", FALLBACK)
                        .put("startDate", plan.period().start().toString())
                        .put("type", "weekly")
                        .put("length", 1);
                rotation.putArray("participants").add(user(plan.fallback()));
            }
            ArrayNode overrides = tier.putArray("overrides");
            for (Turn turn : plan.turns()) {
                ObjectNode override = overrides.addObject().put("alias", turn.id());
                override.set("user", user(turn.user()));
                override.put("startDate", turn.span().start().toString())
                        .put("endDate", turn.span().end().toString());
                override.putArray("rotations").addObject().put("name", FALLBACK);
            }
        }
        return document;
    }

    private static ObjectNode user(String id) {
        return JsonNodeFactory.instance.objectNode().put("type", "user").put("id", id);
    }
}
