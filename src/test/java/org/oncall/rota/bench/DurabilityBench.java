package org.oncall.rota.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kills the packaged service at random moments under load, starts it again on the same data, and looks whether everything is
 * there that was acknowledged, and nothing twice.
 */
final class DurabilityBench {
    private static final int KILLS = 50;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEAM = "/api/teams/red";
    private static final List<String> MEMBERS = List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal");
    private static final Duration LONGEST_START = Duration.ofSeconds(900);
    private static final Duration LONGEST_SOLVE = Duration.ofSeconds(300);

    /** A request, sent again under its key until it is answered. */
    private record Request(String kind, String path, String body, String key) {}

    private final Random random;
    private final int kills;
    private final Path data;
    private final Path log;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;
    private @Nullable Process process;
    private volatile boolean killed;

    // What was acknowledged
    private final Map<String, Integer> acknowledged = new ConcurrentSkipListMap<>();
    private final Map<String, Set<String>> leave = new ConcurrentHashMap<>();
    private final Set<String> uncertainLeave = ConcurrentHashMap.newKeySet();
    private final Map<String, Double> shares = new ConcurrentHashMap<>();
    private final Set<String> uncertainShares = ConcurrentHashMap.newKeySet();
    private final Set<String> solves = ConcurrentHashMap.newKeySet();
    private final Map<String, String> ended = new ConcurrentHashMap<>();
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private final AtomicInteger version = new AtomicInteger();

    private final ConcurrentLinkedQueue<Request> unanswered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refused = new ConcurrentSkipListMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger days = new AtomicInteger();
    private int sentAgain;
    private int interrupted;
    private final List<Double> starts = new ArrayList<>();

    private DurabilityBench(int kills, long seed) throws IOException {
        this.kills = kills;
        random = new Random(seed);
        data = Files.createTempDirectory("rota-durability");
        log = Path.of(System.getProperty("rota.home", "."), "target", "bench-durability.log");
        Files.deleteIfExists(log);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    static void run(List<String> args) throws Exception {
        int kills = args.isEmpty() ? KILLS : Integer.parseInt(args.get(0));
        long seed = args.size() < 2 ? 1 : Long.parseLong(args.get(1));
        DurabilityBench bench = new DurabilityBench(kills, seed);
        try {
            bench.measure();
        } finally {
            bench.kill();
            try (Stream<Path> files = Files.walk(bench.data)) {
                files.sorted(Comparator.reverseOrder()).forEach(DurabilityBench::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure() throws Exception {
        System.out.printf("Killing the packaged service %d times under load%n", kills);
        start();
        make();
        for (int i = 1; i <= kills; i++) {
            load(200 + random.nextInt(3_800));
            start();
            verify();
            answerTheUnanswered();
            if (i % 10 == 0) {
                System.out.printf("  %d kills: %s acknowledged, %d lost%n", i, acknowledged, lost.size());
            }
        }
        awaitTheSolves();
        verify();
        verifyNothingTwice();
        starts.sort(Comparator.naturalOrder());
        System.out.printf("  acknowledged: %s%n", acknowledged);
        System.out.printf(
                "  solves: %d acknowledged, %s; in %d cases one was under way when the service was killed%n",
                solves.size(), byStatus(), interrupted);
        System.out.printf("  unanswered when killed and sent again under their key: %d%n", sentAgain);
        System.out.printf("  turned away, so not acknowledged: %s%n", refused);
        System.out.printf(
                "  start after a kill to the first answer: median %.1f s, longest %.1f s%n",
                starts.get(starts.size() / 2), starts.getLast());
        System.out.printf("  lost or done twice: %d%n", lost.size());
        lost.stream().limit(20).forEach(each -> System.out.println("    " + each));
    }

    // ---- The service

    private void start() throws Exception {
        long begin = System.nanoTime();
        Path home = Path.of(System.getProperty("rota.home", "."));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Drota.data=" + data,
                        "-Drota.results.keep=P7D",
                        "-Drota.results.most=100000",
                        "-jar",
                        home.resolve("target/quarkus-app/quarkus-run.jar").toString(),
                        "serve",
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        killed = false;
        while (!isThere()) {
            if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
                throw new IllegalStateException("The service does not start; see " + log);
            }
            Thread.sleep(10);
        }
        starts.add((System.nanoTime() - begin) / 1e9);
    }

    private boolean isThere() {
        try {
            return send(HttpRequest.newBuilder(uri(TEAM))).statusCode() < 500;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private void kill() throws InterruptedException {
        killed = true;
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.waitFor();
        }
    }

    private void make() throws IOException {
        StringBuilder names = new StringBuilder();
        MEMBERS.forEach(name -> names.append(names.isEmpty() ? "" : ", ")
                .append('"')
                .append(name)
                .append('"'));
        HttpResponse<String> made = send(HttpRequest.newBuilder(uri(TEAM))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"members\": [" + names + "]}")));
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.body());
        }
        MEMBERS.forEach(name -> leave.put(name, ConcurrentHashMap.newKeySet()));
    }

    // ---- Load

    private void load(int millis) throws Exception {
        long seed = random.nextLong();
        List<Thread> callers = List.of(
                caller(new Random(seed), this::addLeave),
                caller(new Random(seed + 1), this::editTeam),
                caller(new Random(seed + 2), this::removeLeave),
                caller(new Random(seed + 3), this::solveAndPublish));
        Thread.sleep(millis);
        kill();
        for (Thread thread : callers) {
            thread.join();
        }
    }

    private interface Action {
        void run(Random random) throws IOException;
    }

    private Thread caller(Random its, Action action) {
        return Thread.ofPlatform().start(() -> {
            while (!killed) {
                try {
                    action.run(its);
                } catch (IOException e) {
                    return; // killed; what was on its way was noted
                }
            }
        });
    }

    private void addLeave(Random its) throws IOException {
        String member = MEMBERS.get(its.nextInt(MEMBERS.size()));
        LocalDate day = LocalDate.parse("2100-01-01").plusDays(2L * days.incrementAndGet());
        if (leave.get(member).size() < 100) {
            post(new Request(
                    "leave",
                    TEAM + "/members/" + member + "/leave",
                    "{\"from\": \"" + day + "\", \"to\": \"" + day + "\"}",
                    "leave-" + day));
        }
    }

    private void removeLeave(Random its) throws IOException {
        String member = MEMBERS.get(its.nextInt(MEMBERS.size()));
        String id = leave.get(member).stream().findFirst().orElse(null);
        if (id != null && leave.get(member).size() > 10) {
            uncertainLeave.add(id);
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(TEAM + "/members/" + member + "/leave/" + id))
                    .DELETE());
            leave.get(member).remove(id);
            uncertainLeave.remove(id);
            count(answer.statusCode() == 200, "leave taken back", answer);
        }
    }

    private void editTeam(Random its) throws IOException {
        String member = MEMBERS.get(its.nextInt(MEMBERS.size()));
        HttpResponse<String> read = send(HttpRequest.newBuilder(uri(TEAM + "/members/" + member)));
        String tag = read.headers().firstValue("ETag").orElse("");
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(read.body());
        double share = (1 + its.nextInt(100)) / 100.0;
        uncertainShares.add(member);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(TEAM + "/members/" + member))
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(HttpRequest.BodyPublishers.ofString(
                        body.put("share", share).toString())));
        uncertainShares.remove(member);
        if (answer.statusCode() == 200) {
            shares.put(member, share);
        }
        count(answer.statusCode() == 200, "member changed", answer);
    }

    private void solveAndPublish(Random its) throws IOException {
        int n = number.incrementAndGet();
        // Mostly a period of its own, so that most can be published; some take the place of an earlier one.
        LocalDate from = LocalDate.parse("2027-01-05").plusWeeks(4L * (its.nextInt(3) == 0 ? its.nextInt(8) : n));
        String solve = its.nextInt(3) == 0 ? "{\"limit\": \"PT3S\"}" : "{\"moves\": 3000}";
        String body = "{\"from\": \"" + from + "\", \"to\": \"" + from.plusWeeks(4) + "\", \"solve\": " + solve + "}";
        post(new Request("solve", TEAM + "/rotas", body, "solve-" + n));
        for (String id : List.copyOf(solves)) {
            if (!published.contains(id) && its.nextInt(2) == 0) {
                post(new Request(
                        "publish", "/api/rotas/" + id + "/publish", "{\"despite\": true}", "publish-" + id + "-" + n));
            }
        }
    }

    private void post(Request request) throws IOException {
        unanswered.add(request);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(request.path()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key())
                .POST(HttpRequest.BodyPublishers.ofString(request.body())));
        unanswered.remove(request);
        boolean done = answer.statusCode() < 300;
        count(done, request.kind(), answer);
        if (!done) {
            return;
        }
        JsonNode told = JSON.readTree(answer.body());
        switch (request.kind()) {
            case "leave" -> {
                String member = request.path().split("/")[5];
                leave.get(member).add(told.get("id").asText());
            }
            case "solve" -> solves.add(told.get("id").asText());
            default -> published.add(told.get("id").asText());
        }
    }

    private void count(boolean done, String kind, HttpResponse<String> answer) {
        if (done) {
            acknowledged.merge(kind, 1, Integer::sum);
            answer.headers()
                    .firstValue("ETag")
                    .ifPresent(tag -> version.accumulateAndGet(Integer.parseInt(tag.replace("\"", "")), Math::max));
        } else {
            refused.merge(kind + " " + answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() == 500) {
                lost.add(kind + " failed: " + answer.body());
            }
        }
    }

    // ---- What is there

    private void answerTheUnanswered() throws IOException {
        for (Request request : List.copyOf(unanswered)) {
            unanswered.remove(request);
            sentAgain++;
            post(request);
        }
    }

    private void verify() throws IOException {
        HttpResponse<String> read = send(HttpRequest.newBuilder(uri(TEAM)));
        int now = Integer.parseInt(read.headers().firstValue("ETag").orElse("0").replace("\"", ""));
        if (now < version.get()) {
            lost.add("version " + version.get() + " of the team: it is " + now);
        }
        for (JsonNode member : JSON.readTree(read.body()).get("members")) {
            String id = member.get("id").asText();
            Set<String> there = new HashSet<>();
            member.get("leave")
                    .forEach(each -> there.add(
                            each.get("from").asText() + "_" + each.get("to").asText()));
            for (String each : leave.get(id)) {
                if (uncertainLeave.contains(each)) {
                    if (!there.contains(each)) {
                        leave.get(id).remove(each);
                    }
                } else if (!there.contains(each)) {
                    lost.add("leave " + each + " of " + id);
                }
            }
            double share = member.get("share").asDouble();
            if (uncertainShares.contains(id)) {
                shares.put(id, share);
            } else if (shares.containsKey(id) && shares.get(id) != share) {
                lost.add("share " + shares.get(id) + " of " + id + ": it is " + share);
            }
        }
        uncertainLeave.clear();
        uncertainShares.clear();
        for (String id : solves) {
            verifySolve(id);
        }
    }

    private void verifySolve(String id) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/api/rotas/" + id)));
        if (answer.statusCode() != 200) {
            lost.add("solve " + id + ": " + answer.body());
            return;
        }
        JsonNode rota = JSON.readTree(answer.body());
        String status = rota.get("status").asText();
        boolean isEnded = !status.equals("QUEUED") && !status.equals("SOLVING");
        if (!isEnded) {
            interrupted++;
        } else if (status.equals("FAILED") && rota.path("problem").asText().isEmpty()) {
            lost.add("the reason why " + id + " failed");
        }
        String digest = status + rota.get("shifts");
        if (isEnded) {
            String before = ended.putIfAbsent(id, digest);
            if (before != null && !before.equals(digest)) {
                lost.add("the rota of " + id + ": it is another");
            }
        } else if (ended.containsKey(id)) {
            lost.add("the end of " + id);
        }
        String state = rota.path("state").asText();
        if (published.contains(id) && !state.equals("PUBLISHED") && !state.equals("SUPERSEDED")) {
            lost.add("publication of " + id + ": it is " + state);
        }
    }

    private void awaitTheSolves() throws Exception {
        long deadline = System.nanoTime() + LONGEST_SOLVE.toNanos();
        for (String id : solves) {
            while (true) {
                String status = JSON.readTree(send(HttpRequest.newBuilder(uri("/api/rotas/" + id)))
                                .body())
                        .get("status")
                        .asText();
                if (!status.equals("QUEUED") && !status.equals("SOLVING")) {
                    break;
                }
                if (System.nanoTime() > deadline) {
                    lost.add("solve " + id + " never ends");
                    break;
                }
                Thread.sleep(100);
            }
        }
    }

    private void verifyNothingTwice() throws IOException {
        Set<String> revisions = new HashSet<>();
        List<String> publications = new ArrayList<>();
        for (int page = 0; ; page++) {
            JsonNode rows = JSON.readTree(send(HttpRequest.newBuilder(uri(TEAM + "/rotas?page=" + page)))
                    .body());
            rows.forEach(row -> revisions.add(row.get("id").asText()));
            if (rows.isEmpty()) {
                break;
            }
        }
        for (int page = 0; ; page++) {
            JsonNode rows = JSON.readTree(send(HttpRequest.newBuilder(uri(TEAM + "/trail?page=" + page)))
                    .body());
            rows.forEach(row -> {
                if (row.get("what").asText().equals("rota-published")) {
                    publications.add(row.get("rota").asText());
                }
            });
            if (rows.isEmpty()) {
                break;
            }
        }
        revisions.stream()
                .filter(id -> !solves.contains(id))
                .forEach(id -> lost.add("revision " + id + " that nobody asked for: done twice"));
        if (new HashSet<>(publications).size() != publications.size()) {
            lost.add("a publication that is in the trail twice");
        }
        published.stream()
                .filter(id -> !publications.contains(id))
                .forEach(id -> lost.add("trail of the publication of " + id));
        System.out.printf(
                "  revisions in the store: %d; publications in the trail: %d%n", revisions.size(), publications.size());
    }

    private Map<String, Integer> byStatus() {
        Map<String, Integer> result = new TreeMap<>();
        ended.values().forEach(digest -> result.merge(digest.replaceAll("\\[.*", ""), 1, Integer::sum));
        return result;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
