package org.oncall.rota.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.oncall.rota.page.Chromium;

/**
 * The page with a rota for 60 members and 52 weeks: when it first paints, and the longest that its main thread is busy at
 * one stretch, by the browser's own trace. A thread that is busy for 200 ms stutters.
 */
final class PageBench {
    private static final int LOADS = 5;
    private static final int WHEELS = 40;
    private static final List<String> CATEGORIES =
            List.of("devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "loading");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Browser browser;
    private final Page page;
    private final String root;

    private PageBench(Browser browser, String root) {
        this.browser = browser;
        this.root = root;
        page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        page.setDefaultTimeout(60_000);
    }

    static void run() throws Exception {
        if (Chromium.find().isEmpty()) {
            System.out.println(Chromium.MISSING);
            return;
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path home = Path.of(System.getProperty("rota.home", "."));
        Process service = new ProcessBuilder(home.resolve("rota").toString(), "serve", "--port", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("target/bench-page.log").toFile())
                .start();
        String root = "http://127.0.0.1:" + port;
        try (Chromium chromium = Chromium.start()) {
            awaitReady(root);
            new PageBench(chromium.browser(), root).measure();
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private static void awaitReady(String root) throws InterruptedException {
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(root + "/q/health/ready")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (client.send(ready, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not yet.
                }
                Thread.sleep(20);
            }
        }
    }

    private void measure() throws IOException {
        System.out.println("The page in " + browser.browserType().name() + " " + browser.version());
        page.navigate(root);
        double[] paints = new double[LOADS];
        double[] contents = new double[LOADS];
        for (int i = 0; i < LOADS; i++) {
            BrowserTrace trace = trace(() -> {
                page.navigate(root);
                page.waitForTimeout(500);
            });
            paints[i] = trace.since("firstPaint");
            contents[i] = trace.since("firstContentfulPaint");
        }
        System.out.println(Bench.format(
                "  first paint %.0f ms, first content %.0f ms (medians of %d loads)",
                Bench.median(paints), Bench.median(contents), LOADS));
        tasks("a request of 60 members is loaded", () -> {
            page.locator("input[type=file]").setInputFiles(Bench.data("bench/60x52x6.json"));
            page.locator(".member").nth(59).waitFor();
            page.waitForTimeout(1500);
        });
        tasks("it is solved, the board drawn anew as it gets better", () -> {
            button("Make the rota");
            page.locator(".board").first().waitFor();
            page.waitForTimeout(4000);
            button("Stop: this is good enough");
            page.locator(".progress").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        });
        tasks("the board is scrolled from end to end", this::scroll);
        tasks("the members are opened", () -> {
            button("Members");
            page.locator(".line").first().waitFor();
            page.waitForTimeout(500);
        });
        tasks("they are scrolled from end to end", this::scroll);
        tasks("a shift is opened", () -> {
            page.locator(".days .chip").nth(20).click();
            page.locator(".options").waitFor();
        });
        tasks("the charts are opened", () -> {
            page.getByRole(AriaRole.NAVIGATION).getByText("Fairness").click();
            page.locator("canvas").nth(3).waitFor();
            page.waitForTimeout(1000);
        });
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private void scroll() {
        page.mouse().move(400, 500);
        for (int i = 0; i < WHEELS; i++) {
            page.mouse().wheel(0, 400);
            page.waitForTimeout(30);
        }
        page.evaluate("scrollTo(0, 0)");
    }

    private void tasks(String what, Runnable action) throws IOException {
        BrowserTrace trace = trace(action);
        System.out.println(Bench.format(
                "  longest task %4.0f ms, over 50 ms: %2d, while %s", trace.longest(), trace.longer(50), what));
    }

    private BrowserTrace trace(Runnable action) throws IOException {
        browser.startTracing(page, new Browser.StartTracingOptions().setCategories(CATEGORIES));
        action.run();
        return BrowserTrace.of(JSON.readTree(browser.stopTracing()).get("traceEvents"));
    }

    /** What the browser wrote down; times in milliseconds. */
    private record BrowserTrace(List<JsonNode> events) {
        static BrowserTrace of(JsonNode events) {
            List<JsonNode> all = new ArrayList<>();
            events.forEach(all::add);
            // The page's process is the one that does most.
            JsonNode main = all.stream()
                    .filter(event -> event.path("args").path("name").asText().equals("CrRendererMain"))
                    .max(Comparator.comparingLong(thread ->
                            all.stream().filter(event -> same(event, thread)).count()))
                    .orElseThrow();
            return new BrowserTrace(
                    all.stream().filter(event -> same(event, main)).toList());
        }

        private static boolean same(JsonNode event, JsonNode thread) {
            return event.path("pid").equals(thread.path("pid"))
                    && event.path("tid").equals(thread.path("tid"));
        }

        private List<Double> tasks() {
            return events.stream()
                    .filter(event -> event.path("name").asText().endsWith("RunTask"))
                    .map(event -> event.path("dur").asDouble() / 1000)
                    .toList();
        }

        double longest() {
            return tasks().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        long longer(double milliseconds) {
            return tasks().stream().filter(task -> task > milliseconds).count();
        }

        /** From the beginning of the last navigation to the first event of that name after it. */
        double since(String name) {
            JsonNode start = last("navigationStart").orElseThrow();
            JsonNode event = last(name).orElseThrow();
            return (event.path("ts").asDouble() - start.path("ts").asDouble()) / 1000;
        }

        private Optional<JsonNode> last(String name) {
            return events.stream()
                    .filter(event -> event.path("name").asText().equals(name))
                    .filter(event -> !name.equals("navigationStart")
                            || event.path("args")
                                    .path("data")
                                    .path("documentLoaderURL")
                                    .asText()
                                    .startsWith("http"))
                    .max(Comparator.comparingDouble(event -> event.path("ts").asDouble()));
        }
    }
}
