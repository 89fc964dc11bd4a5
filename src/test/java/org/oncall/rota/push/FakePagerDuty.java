package org.oncall.rota.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.support.Timeline;

/**
 * A server that behaves as PagerDuty's REST API is documented to, as far as schedules are concerned, remembers what it was
 * told, and can be made to fail. It knows every user whose id begins with {@code P}.
 */
public final class FakePagerDuty implements AutoCloseable {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PATH =
            Pattern.compile("(?:/v3)?/schedules(?:/(\\w+)(?:/(custom_shifts|overrides)(?:/(\\w+))?)?)?");

    /** A custom shift or an override. */
    record Entry(String id, Instant start, Instant end, String user) {}

    /** A schedule: its metadata as sent, and its shifts or overrides in the order in which they were made. */
    static final class Schedule {
        final String id;
        final ObjectNode body;
        final List<Entry> entries = new ArrayList<>();

        Schedule(String id, ObjectNode body) {
            this.id = id;
            this.body = body;
        }
    }

    /** What happens to a request. */
    enum Fault {
        /** The connection ends before anything is done. */
        CUT_BEFORE,
        /** It is done, and the connection ends without an answer. */
        CUT_AFTER
    }

    final Map<String, Schedule> schedules = new ConcurrentHashMap<>();
    final List<String> writes = new ArrayList<>();
    final Deque<Integer> statuses = new ArrayDeque<>();
    final Map<String, String> faultHeaders = new HashMap<>();
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpServer server;
    private final Supplier<Instant> now;
    int requests;
    int faultFrom = Integer.MAX_VALUE;
    int faultTo = Integer.MAX_VALUE;
    Fault fault = Fault.CUT_BEFORE;
    Runnable afterWrite = () -> {};
    private int ids;

    public FakePagerDuty(Supplier<Instant> now) {
        this.now = now;
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else every answer takes 40 ms
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Every request that was not for reading. */
    public List<String> writes() {
        return writes;
    }

    /** The next request is answered with that status and header, and not done. */
    public void failNext(int status, String header, String value) {
        faultHeaders.put(header, value);
        statuses.add(status);
    }

    /** Where it listens. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    Schedule byName(String name) {
        return schedules.values().stream()
                .filter(schedule -> schedule.body.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Who is on call by version 3: everybody with a custom shift. */
    SortedMap<Instant, String> rendered3(String name) {
        return Timeline.of(byName(name).entries, entry -> new Interval(entry.start, entry.end), Entry::user);
    }

    /** Who is on call by version 2, from the start of the layer to the end: the override made last, else the layer. */
    SortedMap<Instant, String> rendered2(String name, Instant end) {
        Schedule schedule = byName(name);
        JsonNode layer = schedule.body.path("schedule_layers").path(0);
        Instant start = Instant.parse(layer.path("start").asText());
        TreeSet<Instant> moments = new TreeSet<>(List.of(start, end));
        schedule.entries.forEach(entry -> moments.addAll(List.of(entry.start, entry.end)));
        SortedMap<Instant, String> timeline = new TreeMap<>();
        String before = "";
        for (Instant moment : moments) {
            String here = moment.isBefore(start) || !moment.isBefore(end)
                    ? ""
                    : layer.path("users").path(0).path("user").path("id").asText();
            for (Entry entry : schedule.entries) {
                if (!moment.isBefore(entry.start) && moment.isBefore(entry.end)) {
                    here = entry.user;
                }
            }
            if (!here.equals(before)) {
                timeline.put(moment, here);
            }
            before = here;
        }
        return timeline;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests++;
        boolean faulty = requests >= faultFrom && requests < faultTo;
        if (faulty && fault == Fault.CUT_BEFORE) {
            exchange.close();
            return;
        }
        if (!statuses.isEmpty()) {
            int status = statuses.poll();
            if (status != 200) {
                faultHeaders.forEach(exchange.getResponseHeaders()::set);
                answer(exchange, status, error("scripted"));
                return;
            }
        }
        Reply reply;
        try {
            reply = reply(exchange, body);
        } catch (Bad e) {
            reply = new Reply(e.status, error(e.getMessage()));
        }
        if (faulty) {
            exchange.close();
            return;
        }
        answer(exchange, reply.status, reply.body);
    }

    private static ObjectNode error(String message) {
        ObjectNode error = JSON.objectNode();
        error.putObject("error").put("message", message);
        return error;
    }

    private void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : mapper.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Reply(int status, JsonNode body) {}

    private static final class Bad extends RuntimeException {
        private final int status;

        Bad(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private static void must(boolean holds, String message) {
        if (!holds) {
            throw new Bad(400, message);
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean v3 = path.startsWith("/v3/");
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (!"Token token=secret".equals(token)) {
            throw new Bad(401, "unauthorised");
        }
        if (!v3) {
            must(
                    "application/vnd.pagerduty+json;version=2"
                            .equals(exchange.getRequestHeaders().getFirst("Accept")),
                    "Accept");
        }
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new Bad(404, "no such path " + path);
        }
        String id = matcher.group(1);
        String list = matcher.group(2);
        String entry = matcher.group(3);
        must(list == null || list.equals(v3 ? "custom_shifts" : "overrides"), "list of the other version");
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String method = exchange.getRequestMethod();
        JsonNode json = body.length == 0 ? null : mapper.readTree(body);
        if (id != null && !schedules.containsKey(id)) {
            throw new Bad(404, "no such schedule");
        }
        Schedule schedule = id == null ? null : schedules.get(id);
        if (!method.equals("GET")) {
            writes.add(method + " " + path);
        }
        Reply reply = switch (method + (id == null ? "" : list == null ? " id" : entry == null ? " list" : " entry")) {
            case "GET" -> find(query, v3);
            case "POST" -> create(json, v3);
            case "GET id" -> new Reply(200, JSON.objectNode().set("schedule", whole(schedule)));
            case "PUT id" -> put(schedule, json, v3);
            case "GET list" -> v3 ? shifts(schedule, query) : overrides(schedule, query);
            case "POST list" -> v3 ? addShifts(schedule, json) : addOverrides(schedule, json);
            case "PUT entry" -> change(schedule, entry, json, v3);
            case "DELETE entry" -> delete(schedule, entry, v3);
            default -> throw new Bad(405, method);
        };
        if (!method.equals("GET")) {
            afterWrite.run();
        }
        return reply;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    /** Finds by part of the name, as PagerDuty does. */
    private Reply find(Map<String, String> query, boolean v3) {
        ArrayNode found = JSON.arrayNode();
        new TreeMap<>(schedules)
                .values().stream()
                        .filter(schedule -> schedule.body.path("name").asText().contains(query.get("query")))
                        .forEach(schedule -> {
                            if (v3) {
                                found.addObject()
                                        .put("id", schedule.id)
                                        .put("type", "schedule_v3_reference")
                                        .put(
                                                "summary",
                                                schedule.body.path("name").asText());
                            } else {
                                found.add(whole(schedule));
                            }
                        });
        return new Reply(200, page("schedules", found, query));
    }

    private static ObjectNode page(String name, ArrayNode all, Map<String, String> query) {
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "25"));
        must(limit <= 100, "limit");
        ArrayNode page = JSON.arrayNode();
        for (int i = offset; i < Math.min(all.size(), offset + limit); i++) {
            page.add(all.get(i));
        }
        return JSON.objectNode()
                .put("limit", limit)
                .put("offset", offset)
                .put("more", offset + limit < all.size())
                .set(name, page);
    }

    private static ObjectNode whole(Schedule schedule) {
        return schedule.body.deepCopy().put("id", schedule.id);
    }

    private Reply create(JsonNode json, boolean v3) {
        ObjectNode body = schedule(json, v3);
        String id = "S" + (schedules.size() + 1);
        schedules.put(id, new Schedule(id, body));
        return new Reply(201, JSON.objectNode().set("schedule", whole(schedules.get(id))));
    }

    private ObjectNode schedule(JsonNode json, boolean v3) {
        fields(json, List.of("schedule"), List.of());
        JsonNode body = json.path("schedule");
        if (v3) {
            fields(body, List.of("name", "time_zone"), List.of("description", "teams"));
            must(body.path("name").asText().length() <= 255, "name too long");
        } else {
            fields(body, List.of("type", "name", "time_zone"), List.of("description", "schedule_layers"));
            must(!body.path("time_zone").asText().equals("UTC"), "time zone UTC");
            for (JsonNode layer : body.path("schedule_layers")) {
                fields(
                        layer,
                        List.of("start", "rotation_virtual_start", "rotation_turn_length_seconds", "users"),
                        List.of("name", "end", "restrictions", "id"));
                must(layer.path("rotation_turn_length_seconds").isInt(), "turn length");
                Instant.parse(layer.path("start").asText());
                layer.path("users").forEach(user -> user(user.path("user")));
            }
            must(body.path("schedule_layers").size() > 0, "no layers");
        }
        return body.deepCopy();
    }

    private Reply put(Schedule schedule, JsonNode json, boolean v3) {
        must(!v3, "not used");
        schedule.body.setAll(schedule(json, false));
        return new Reply(200, JSON.objectNode().set("schedule", whole(schedule)));
    }

    private static void user(JsonNode user) {
        fields(user, List.of("id", "type"), List.of());
        must(user.path("type").asText().equals("user_reference"), "type of user");
        must(user.path("id").asText().startsWith("P"), "no such user");
    }

    private static void fields(JsonNode node, List<String> required, List<String> allowed) {
        must(node != null && node.isObject(), "no object");
        required.forEach(field -> must(node.has(field), "missing " + field));
        for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
            String field = it.next();
            must(required.contains(field) || allowed.contains(field), "unknown " + field);
        }
    }

    private Reply shifts(Schedule schedule, Map<String, String> query) {
        Instant since = Instant.parse(query.get("since"));
        Instant until = Instant.parse(query.get("until"));
        must("true".equals(query.get("overflow")), "would be cut at the bounds");
        ArrayNode found = JSON.arrayNode();
        for (Entry entry : schedule.entries) {
            if (entry.start.isBefore(until) && since.isBefore(entry.end)) {
                ObjectNode shift = found.addObject()
                        .put("id", entry.id)
                        .put("type", "custom_shift")
                        .put("start_time", entry.start.toString())
                        .put("end_time", entry.end.toString());
                shift.putArray("assignments")
                        .addObject()
                        .put("id", "A" + entry.id)
                        .put("type", "shift_assignment")
                        .putObject("member")
                        .put("type", "user_member")
                        .put("user_id", entry.user);
            }
        }
        return new Reply(200, page("custom_shifts", found, query));
    }

    private Reply addShifts(Schedule schedule, JsonNode json) {
        fields(json, List.of("custom_shifts"), List.of());
        List<Entry> added = new ArrayList<>();
        for (JsonNode shift : json.path("custom_shifts")) {
            fields(shift, List.of("type", "start_time", "end_time", "assignments"), List.of());
            must(shift.path("type").asText().equals("custom_shift"), "type");
            added.add(entry(shift));
        }
        must(!added.isEmpty(), "nothing to add");
        schedule.entries.addAll(added);
        return new Reply(201, JSON.objectNode().set("custom_shifts", JSON.arrayNode()));
    }

    private Entry entry(JsonNode shift) {
        JsonNode assignments = shift.path("assignments");
        must(assignments.size() == 1, "one assignment");
        fields(assignments.get(0), List.of("type", "member"), List.of());
        must(assignments.get(0).path("type").asText().equals("shift_assignment"), "type of assignment");
        JsonNode member = assignments.get(0).path("member");
        fields(member, List.of("type", "user_id"), List.of());
        must(member.path("user_id").asText().startsWith("P"), "no such user");
        Instant start = Instant.parse(shift.path("start_time").asText());
        Instant end = Instant.parse(shift.path("end_time").asText());
        must(start.isBefore(end), "ends before it starts");
        must(end.isAfter(now.get()), "is past");
        return new Entry("C" + ++ids, start, end, member.path("user_id").asText());
    }

    private Reply change(Schedule schedule, String id, JsonNode json, boolean v3) {
        must(v3, "overrides cannot be changed");
        int at = at(schedule, id);
        Entry old = schedule.entries.get(at);
        JsonNode shift = json.path("custom_shift");
        boolean begun = !old.start.isAfter(now.get());
        if (begun) {
            fields(shift, List.of("end_time"), List.of());
            Instant end = Instant.parse(shift.path("end_time").asText());
            must(end.isAfter(now.get()), "ends in the past");
            schedule.entries.set(at, new Entry(id, old.start, end, old.user));
        } else {
            fields(shift, List.of("start_time", "end_time", "assignments"), List.of());
            Entry changed = entry(shift);
            schedule.entries.set(at, new Entry(id, changed.start, changed.end, changed.user));
        }
        return new Reply(200, JSON.objectNode());
    }

    private static int at(Schedule schedule, String id) {
        for (int i = 0; i < schedule.entries.size(); i++) {
            if (schedule.entries.get(i).id.equals(id)) {
                return i;
            }
        }
        throw new Bad(404, "no such entry " + id);
    }

    private Reply delete(Schedule schedule, String id, boolean v3) {
        int at = at(schedule, id);
        Entry old = schedule.entries.get(at);
        Instant moment = now.get();
        must(old.end.isAfter(moment), "is past");
        if (old.start.isBefore(moment)) {
            schedule.entries.set(at, new Entry(id, old.start, moment, old.user));
            return new Reply(v3 ? 204 : 200, null);
        }
        schedule.entries.remove(at);
        return new Reply(204, null);
    }

    private Reply overrides(Schedule schedule, Map<String, String> query) {
        Instant since = Instant.parse(query.get("since"));
        Instant until = Instant.parse(query.get("until"));
        must("true".equals(query.get("overflow")), "would be cut at the bounds");
        boolean editable = "true".equals(query.get("editable"));
        ArrayNode found = JSON.arrayNode();
        for (Entry entry : schedule.entries) {
            boolean future = entry.start.isAfter(now.get());
            if (entry.start.isBefore(until) && since.isBefore(entry.end) && (future || !editable)) {
                ObjectNode override =
                        found.addObject().put("start", entry.start.toString()).put("end", entry.end.toString());
                if (editable) {
                    override.put("id", entry.id);
                }
                override.putObject("user").put("id", entry.user).put("type", "user_reference");
            }
        }
        return new Reply(200, JSON.objectNode().set("overrides", found));
    }

    /** Each override is taken or refused for itself. */
    private Reply addOverrides(Schedule schedule, JsonNode json) {
        fields(json, List.of("overrides"), List.of());
        ArrayNode results = JSON.arrayNode();
        for (JsonNode override : json.path("overrides")) {
            Map<String, Object> result = new LinkedHashMap<>();
            try {
                fields(override, List.of("start", "end", "user"), List.of("time_zone"));
                user(override.path("user"));
                Instant start = Instant.parse(override.path("start").asText());
                Instant end = Instant.parse(override.path("end").asText());
                must(start.isBefore(end), "Override must end after its start");
                must(end.isAfter(now.get()), "is past");
                schedule.entries.add(new Entry(
                        "O" + ++ids,
                        start,
                        end,
                        override.path("user").path("id").asText()));
                result.put("status", 201);
            } catch (Bad e) {
                result.put("status", 400);
                result.put("errors", List.of(e.getMessage()));
            }
            result.put("override", override);
            results.add(mapper.valueToTree(result));
        }
        return new Reply(201, results);
    }
}
