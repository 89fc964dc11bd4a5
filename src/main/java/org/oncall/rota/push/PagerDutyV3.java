package org.oncall.rota.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;
import org.oncall.rota.export.pagerduty.PagerDutyJson;

/** Shift-based schedules: turns are custom shifts. */
record PagerDutyV3(ApiClient client) implements PagerDutyApi {
    private static final String SCHEDULES = "/v3/schedules";

    @Override
    public List<Turn> wanted(TierPlan plan) {
        return PagerDutyJson.turns3(plan);
    }

    @Override
    public boolean hasFallbackLayer() {
        return false;
    }

    @Override
    public boolean isChangeable() {
        return true;
    }

    @Override
    public Optional<Found> find(String name) throws PushException {
        List<String> ids =
                PagerDutyApi.pages(
                                client, SCHEDULES + "?query=" + PagerDutyApi.encoded(name), "schedules", node -> node)
                        .stream()
                        .filter(node -> node.path("summary").asText().equals(name))
                        .map(node -> node.path("id").asText())
                        .toList();
        Optional<String> id = PagerDutyApi.only(name, ids);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        JsonNode schedule =
                client.get(SCHEDULES + "/" + PagerDutyApi.encoded(id.get())).path("schedule");
        return Optional.of(new Found(id.get(), schedule.path("description").asText(""), null));
    }

    @Override
    public String create(TierPlan plan) throws PushException, UnclearWriteException {
        return client.post(SCHEDULES, PagerDutyJson.schedule3(plan))
                .path("schedule")
                .path("id")
                .asText();
    }

    @Override
    public void setFallback(String id, TierPlan plan) {
        throw new IllegalStateException("Schedules of version 3 have no layers.");
    }

    @Override
    public List<LiveTurn> live(String id, Interval window) throws PushException {
        List<JsonNode> nodes = PagerDutyApi.pages(
                client,
                shifts(id) + "?since=" + window.start() + "&until=" + window.end() + "&overflow=true",
                "custom_shifts",
                node -> node);
        List<LiveTurn> live = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode user = node.path("assignments").path(0).path("member").path("user_id");
            live.add(new LiveTurn(
                    node.path("id").asText(),
                    user.isTextual() ? user.textValue() : null,
                    PagerDutyApi.span(node, "start_time", "end_time")));
        }
        return live;
    }

    @Override
    public void add(String id, List<Turn> turns) throws PushException, UnclearWriteException {
        client.post(shifts(id), PagerDutyJson.customShifts(turns));
    }

    @Override
    public void change(String id, SchedulePlan.Change change, boolean begun) throws PushException {
        client.put(
                shift(id, change.live()),
                begun
                        ? PagerDutyJson.customShiftEnd(change.turn().span().end())
                        : PagerDutyJson.customShift(change.turn()));
    }

    @Override
    public void delete(String id, LiveTurn turn) throws PushException {
        client.delete(shift(id, turn));
    }

    private static String shifts(String id) {
        return SCHEDULES + "/" + PagerDutyApi.encoded(id) + "/custom_shifts";
    }

    private static String shift(String id, LiveTurn turn) {
        return shifts(id) + "/" + PagerDutyApi.encoded(String.valueOf(turn.id()));
    }
}
