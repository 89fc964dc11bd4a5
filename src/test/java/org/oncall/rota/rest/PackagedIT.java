package org.oncall.rota.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, as people run it: in tests the server writes bodies that it leaves empty there. */
@Timeout(120)
class PackagedIT {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path LOG = Path.of("target/packaged-it.log");

    @TempDir
    private static Path data;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Process application;
    private static URI root;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        int port = freePort();
        root = URI.create("http://127.0.0.1:" + port);
        application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.port=" + port,
                        "-Drota.data=" + data,
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!isReady()) {
            assertThat(application.isAlive()).as(Files.readString(LOG)).isTrue();
            assertThat(System.nanoTime()).as("ready in time").isLessThan(deadline);
            application.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        application.destroy();
        boolean ended = application.waitFor(20, TimeUnit.SECONDS);
        application.destroyForcibly();
        assertThat(ended).as("ends when asked to").isTrue();
        assertThat(Files.readString(LOG)).doesNotContain("ERROR", "WARN");
    }

    @Test
    void brokenJson_isAProblem() {
        JsonPath problem = problem(post(BodyPublishers.ofString("{\"team\": {\"members\": [")), 400);

        assertThat(problem.getString("title")).isEqualTo("Bad Request");
        assertThat(problem.getList("issues")).hasSize(1);
    }

    @Test
    void emptyBody_isAProblem() {
        assertThat(problem(post(BodyPublishers.noBody()), 400).getList("issues"))
                .hasSize(1);
    }

    @Test
    void unknownField_isAProblemThatNamesIt() {
        String body = Service.QUICK.replace("\"from\"", "\"form\": 1, \"from\"");

        assertThat(problem(post(BodyPublishers.ofString(body)), 400).getList("issues.pointer"))
                .isEqualTo(List.of("/form"));
    }

    @Test
    void wrongTypes_areAProblemThatNamesEach() {
        String body = "{\"team\": {\"members\": 8}, \"from\": 2027, \"to\": [], \"solve\": \"fast\"}";

        assertThat(problem(post(BodyPublishers.ofString(body)), 400).getList("issues.pointer", String.class))
                .contains("/team/members", "/from", "/to", "/solve");
    }

    @Test
    void nonsense_isAProblemOfMeaning() {
        String body = Service.QUICK.replace("2027-03-02", "2026-03-02");

        assertThat(problem(post(BodyPublishers.ofString(body)), 422).getList("issues.pointer", String.class))
                .contains("/to");
    }

    @Test
    void anotherType_isAProblem() {
        HttpRequest request = request("/api/rotas")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(Service.QUICK))
                .build();

        assertThat(problem(send(request), 415).getString("detail")).contains("text/plain");
    }

    @Test
    void tooMuch_isAProblem_announcedOrNot() {
        byte[] spaces = " ".repeat(5 * 1024 * 1024 + 1).getBytes(StandardCharsets.US_ASCII);

        for (HttpClient.Version version : HttpClient.Version.values()) {
            for (BodyPublisher body : List.of(
                    BodyPublishers.ofByteArray(spaces),
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(spaces)))) {
                HttpRequest request = request("/api/rotas")
                        .version(version)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build();
                assertThat(problem(send(request), 413).getString("title")).isEqualTo("Content Too Large");
            }
        }
    }

    @Test
    void justNotTooMuch_isReadWhole() {
        String body = Service.QUICK + " ".repeat(5 * 1024 * 1024 - Service.QUICK.length());

        assertThat(post(BodyPublishers.ofString(body)).statusCode()).isEqualTo(202);
    }

    @Test
    void page_andTheFilesItNames_areThere() {
        HttpResponse<String> page = send(request("/").build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self';");
        String library = send(request("/page/lib.js").build()).body();
        List<String> files = Stream.of(page.body(), library)
                .flatMap(text -> Pattern.compile("[\"'](/(?:page|_static|webjars)/[^\"']+)[\"']")
                        .matcher(text)
                        .results())
                .map(found -> found.group(1))
                .toList();
        assertThat(files)
                .hasSizeGreaterThan(12)
                .allSatisfy(file -> assertThat(send(request(file).build()).statusCode())
                        .as(file)
                        .isEqualTo(200));
    }

    @Test
    void unknownPath_isAProblem() {
        assertThat(problem(send(request("/api/nothing").build()), 404).getString("detail"))
                .contains("/api/nothing");
        problem(send(request("/nothing").build()), 404);
        problem(send(request("/api/rotas/abc").build()), 404);
    }

    @Test
    void anotherMethod_isAProblem() {
        HttpResponse<String> answer = send(request("/api/rotas").DELETE().build());

        assertThat(problem(answer, 405).getString("detail")).contains("DELETE");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void anotherAccept_isAProblem() {
        problem(send(request("/api/rotas/abc").header("Accept", "text/csv").build()), 406);
    }

    @Test
    void request_isSolvedWhileWaiting() {
        HttpRequest request = request("/api/rotas")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=30")
                .POST(BodyPublishers.ofString(Service.QUICK))
                .build();
        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonPath.from(answer.body()).getString("status")).isEqualTo("SOLVED");
        assertThat(JsonPath.from(answer.body()).getBoolean("legal")).isTrue();
    }

    @Test
    void descriptionAndPage_areThere() {
        assertThat(send(request("/q/openapi").build()).body()).contains("/api/rotas:");
        assertThat(send(request("/q/swagger-ui/").build()).statusCode()).isEqualTo(200);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady() {
        try {
            return CLIENT.send(request("/q/health/ready").build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> post(BodyPublisher body) {
        return send(request("/api/rotas")
                .header("Content-Type", "application/json")
                .POST(body)
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonPath problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
        return problem;
    }
}
