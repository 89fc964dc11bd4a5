package org.oncall.rota.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;
import org.oncall.rota.export.pagerduty.PagerDutyJson;

/** Schedules of older accounts: turns are overrides over a layer that has the fallback. */
record PagerDutyV2(ApiClient client) implements PagerDutyApi {
    private static final String SCHEDULES = "/schedules";

    @Override
    public List<Turn> wanted(TierPlan plan) {
        return plan.turns();
    }

    @Override
    public boolean hasFallbackLayer() {
        return true;
    }

    @Override
    public boolean isChangeable() {
        return false;
    }

    @Override
    public Optional<Found> find(String name) throws PushException {
        List<String> ids =
                PagerDutyApi.pages(
                                client, SCHEDULES + "?query=" + PagerDutyApi.encoded(name), "schedules", node -> node)
                        .stream()
                        .filter(node -> node.path("name").asText().equals(name))
                        .map(node -> node.path("id").asText())
                        .toList();
        Optional<String> id = PagerDutyApi.only(name, ids);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        JsonNode schedule = schedule(id.get());
        JsonNode layers = schedule.path("schedule_layers");
        return Optional.of(new Found(
                id.get(),
                schedule.path("description").asText(""),
                layers.size() == 1 ? fallback(layers.get(0)) : null));
    }

    private JsonNode schedule(String id) throws PushException {
        return client.get(SCHEDULES + "/" + PagerDutyApi.encoded(id)).path("schedule");
    }

    private static @Nullable String fallback(JsonNode layer) {
        JsonNode users = layer.path("users");
        boolean always = layer.path("end").isNull() || layer.path("end").isMissingNode();
        return always && users.size() == 1 && layer.path("restrictions").isEmpty()
                ? users.get(0).path("user").path("id").asText()
                : null;
    }

    @Override
    public String create(TierPlan plan) throws PushException, UnclearWriteException {
        return client.post(SCHEDULES, PagerDutyJson.schedule2(plan))
                .path("schedule")
                .path("id")
                .asText();
    }

    /** The layer that is there keeps its id: PagerDuty never removes one. */
    @Override
    public void setFallback(String id, TierPlan plan) throws PushException {
        JsonNode there = schedule(id).path("schedule_layers");
        ObjectNode body = PagerDutyJson.schedule2(plan);
        if (!there.isEmpty() && body.path("schedule").path("schedule_layers") instanceof ArrayNode layers) {
            ((ObjectNode) layers.get(0)).set("id", there.get(0).path("id"));
            ((ObjectNode) layers.get(0)).set("start", there.get(0).path("start"));
            ((ObjectNode) layers.get(0))
                    .set("rotation_virtual_start", there.get(0).path("rotation_virtual_start"));
        }
        client.put(SCHEDULES + "/" + PagerDutyApi.encoded(id), body);
    }

    @Override
    public List<LiveTurn> live(String id, Interval window) throws PushException {
        String list = overrides(id) + "?since=" + window.start() + "&until=" + window.end() + "&overflow=true";
        // Only those that can be edited have an id, and only if nothing else is asked for.
        Map<String, LiveTurn> live = new HashMap<>();
        for (LiveTurn turn : turns(client.get(list))) {
            live.put(key(turn), turn);
        }
        List<LiveTurn> all = new ArrayList<>(turns(client.get(list + "&editable=true")));
        all.forEach(turn -> live.remove(key(turn)));
        live.values().forEach(turn -> all.add(new LiveTurn(null, turn.user(), turn.span())));
        return all;
    }

    private static String key(LiveTurn turn) {
        return turn.span() + " " + turn.user();
    }

    private static List<LiveTurn> turns(JsonNode answer) throws PushException {
        List<LiveTurn> turns = new ArrayList<>();
        for (JsonNode node : answer.path("overrides")) {
            turns.add(new LiveTurn(
                    node.path("id").isTextual() ? node.path("id").textValue() : null,
                    node.path("user").path("id").asText(),
                    PagerDutyApi.span(node, "start", "end")));
        }
        return turns;
    }

    /** Each override is taken or refused for itself, with the answer 201 all the same. */
    @Override
    public void add(String id, List<Turn> turns) throws PushException, UnclearWriteException {
        JsonNode answer = client.post(overrides(id), PagerDutyJson.overrides(turns));
        for (JsonNode one : answer) {
            if (one.path("status").asInt(201) / 100 != 2) {
                throw new PushException("PagerDuty refused the override from "
                        + one.path("override").path("start").asText() + " with "
                        + one.path("status").asInt() + ": "
                        + one.path("errors").path(0).asText("no reason given")
                        + "\nMaybe the user does not exist there.");
            }
        }
    }

    @Override
    public void change(String id, SchedulePlan.Change change, boolean begun) {
        throw new IllegalStateException("Overrides of version 2 cannot be changed.");
    }

    @Override
    public void delete(String id, LiveTurn turn) throws PushException {
        client.delete(overrides(id) + "/" + PagerDutyApi.encoded(String.valueOf(turn.id())));
    }

    private static String overrides(String id) {
        return SCHEDULES + "/" + PagerDutyApi.encoded(id) + "/overrides";
    }
}
