package org.oncall.rota.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The packaged service as a user meets it: its start, its first complete rota, its memory while it solves. */
final class ServiceBench {
    private static final int RUNS = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI api;
    private final Process process;
    private final double secondsToFirstAnswer;

    private ServiceBench() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        api = URI.create("http://127.0.0.1:" + port + "/api/rotas");
        Path home = Path.of(System.getProperty("rota.home", "."));
        long start = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("rota").toString(), "serve", "--port", String.valueOf(port));
        builder.environment()
                .put("ROTA_DATA", home.resolve("target/bench-service-data").toString());
        process = builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("target/bench-service.log").toFile())
                .start();
        while (!answers(api.resolve("/q/health/ready"))) {
            Thread.sleep(5);
        }
        secondsToFirstAnswer = (System.nanoTime() - start) / 1e9;
    }

    static void run() throws Exception {
        ServiceBench service = new ServiceBench();
        try {
            service.measure();
        } finally {
            service.process.destroy();
            service.process.waitFor();
        }
    }

    private void measure() throws Exception {
        System.out.println("The packaged service, 8 members, 26 weeks, 2 tiers");
        System.out.println(Bench.format("  start to first answered request: %.2f s", secondsToFirstAnswer));
        String request = Files.readString(Bench.data("bench/8x26.json"));
        for (int i = 0; i < 3; i++) {
            timeToComplete(request, 100 + i, "PT5S");
        }
        double[] millis = new double[RUNS];
        double[] costs = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            millis[i] = timeToComplete(request, i, "PT10S");
            costs[i] = lastCost;
            System.out.println(Bench.format(
                    "  seed %d: legal and complete %.0f ms after the POST, cost %.0f at the end, %d MB resident at most so far",
                    i, millis[i], costs[i], residentMegabytes()));
        }
        System.out.println(Bench.format(
                "  median %.0f ms to a legal, complete rota (spread %.0f-%.0f); median cost %.0f; %d MB resident at most%n",
                Bench.median(millis),
                Arrays.stream(millis).min().orElseThrow(),
                Arrays.stream(millis).max().orElseThrow(),
                Bench.median(costs),
                residentMegabytes()));
    }

    private double lastCost;

    /** Posts, then asks until the rota is legal and complete, then waits for the end. */
    private double timeToComplete(String request, long seed, String limit) throws Exception {
        JsonNode tree = JSON.readTree(request);
        ((com.fasterxml.jackson.databind.node.ObjectNode) tree)
                .putObject("solve")
                .put("limit", limit)
                .put("seed", seed);
        long start = System.nanoTime();
        HttpResponse<String> accepted = client.send(
                HttpRequest.newBuilder(api)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(tree.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        URI location = api.resolve(accepted.headers().firstValue("Location").orElseThrow());
        double millis = -1;
        while (true) {
            JsonNode answer = JSON.readTree(
                    client.send(HttpRequest.newBuilder(location).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
            if (millis < 0
                    && answer.get("legal").asBoolean()
                    && answer.get("complete").asBoolean()) {
                millis = (System.nanoTime() - start) / 1e6;
            }
            String status = answer.get("status").asText();
            if (!status.equals("QUEUED") && !status.equals("SOLVING")) {
                lastCost = answer.get("score").get("soft").asDouble();
                return millis;
            }
            Thread.sleep(millis < 0 ? 5 : 200);
        }
    }

    private boolean answers(URI uri) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    /** The most memory the service has had resident since its start. */
    private long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
