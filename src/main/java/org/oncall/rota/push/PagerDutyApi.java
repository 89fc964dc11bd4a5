package org.oncall.rota.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.exchange.Turn;
import org.oncall.rota.export.pagerduty.PagerDutyJson;

/** PagerDuty's schedules in one version of its API. */
sealed interface PagerDutyApi permits PagerDutyV2, PagerDutyV3 {
    /** How many turns are sent in one request. */
    int BATCH = 100;

    /**
     * A schedule that was found.
     *
     * @param description as people read it; empty if there is none
     * @param fallback the only user of its one endless layer; null where it has no such layer
     */
    record Found(String id, String description, @Nullable String fallback) {}

    /** What the rota has to say there. */
    List<Turn> wanted(TierPlan plan);

    /** Whether there is a layer under the turns that has the fallback. */
    boolean hasFallbackLayer();

    /** Whether a turn can be changed; else it is deleted and made anew. */
    boolean isChangeable();

    /** The schedule of exactly that name. */
    Optional<Found> find(String name) throws PushException;

    /** Makes a schedule without turns. */
    String create(TierPlan plan) throws PushException, UnclearWriteException;

    /** Sets the layer of the fallback. */
    void setFallback(String id, TierPlan plan) throws PushException;

    /** Every turn that touches the window, whole. */
    List<LiveTurn> live(String id, Interval window) throws PushException;

    /** Adds turns, at most {@link #BATCH}. */
    void add(String id, List<Turn> turns) throws PushException, UnclearWriteException;

    /** Changes a turn. */
    void change(String id, SchedulePlan.Change change, boolean begun) throws PushException;

    /** Deletes a turn, or ends it now if it has begun. */
    void delete(String id, LiveTurn turn) throws PushException;

    /** The items of all pages of a list. */
    static <T> List<T> pages(ApiClient client, String path, String list, Function<JsonNode, T> item)
            throws PushException {
        List<T> items = new ArrayList<>();
        int pages = 0;
        for (boolean more = true; more; pages++) {
            if (pages == MOST_PAGES) {
                throw new PushException("The list (" + path + ") has more than " + MOST_PAGES
                        + " pages, which no account should have.");
            }
            JsonNode page = client.get(path + "&limit=" + BATCH + "&offset=" + pages * BATCH);
            page.path(list).forEach(node -> items.add(item.apply(node)));
            more = page.path("more").asBoolean(false);
        }
        return items;
    }

    int MOST_PAGES = 200;

    /** A value in an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The hours of a turn, by the names that two fields have. */
    static Interval span(JsonNode node, String start, String end) throws PushException {
        try {
            return new Interval(
                    OffsetDateTime.parse(node.path(start).asText()).toInstant(),
                    OffsetDateTime.parse(node.path(end).asText()).toInstant());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new PushException("The server says that something is from ("
                    + node.path(start).asText() + ") to (" + node.path(end).asText()
                    + "), which are not two times in order.");
        }
    }

    /** The only one of that name: with two, nobody can tell which is meant. */
    static Optional<String> only(String name, List<String> ids) throws PushException {
        if (ids.size() > 1) {
            throw new PushException("There are " + ids.size() + " schedules with the name (" + name + "): "
                    + String.join(", ", ids) + ". Maybe delete or rename all but the one in use.");
        }
        return ids.stream().findFirst();
    }

    /** The name by which a tier's schedule is found. */
    static String name(TierPlan plan) {
        return PagerDutyJson.name(plan);
    }
}
