package org.oncall.rota.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A person at a browser, and what they do again and again. What the browser complains of fails the test. */
@Timeout(600)
abstract class Browsing {
    static final String LONG = "PT10M";

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Twelve weeks over Christmas, solved in an instant; today is in its first week. */
    static final String CHRISTMAS = """
            {"team": {"name": "Night owls", "holidays": "GB-ENG", "members": [
               {"id": "ana", "name": "Ana Lima", "leave": [{"from": "2027-01-11", "to": "2027-01-17"}]},
               {"id": "bo", "name": "Bo Chen", "wishes": [{"from": "2026-12-19", "to": "2026-12-20", "want": false},
                                                         {"from": "2027-01-02", "to": "2027-01-03", "want": true}]},
               {"id": "cy", "name": "Cy Hall", "share": 0.6}, {"id": "di", "name": "Di Moss"},
               {"id": "ed", "name": "Ed Park"}, {"id": "flo", "name": "Flo Katz", "from": "2026-12-15"},
               {"id": "gus", "name": "Gus Berg"}, {"id": "hal", "name": "Hal Ito"}]},
             "history": [{"rotation": "on-call", "tier": "primary", "member": "ana",
                          "from": "2025-12-24T12:00:00Z", "to": "2025-12-26T12:00:00Z"}],
             "from": "2026-12-01", "to": "2027-02-23", "now": "2026-12-03", "solve": {"moves": 3000}}
            """;

    private static final Pattern REFUSED = Pattern.compile("status of (400|409|412|422)");

    /** Milliseconds. */
    private static final int WAIT = 120_000;

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    String root;
    private BrowserContext context;
    Page page;

    @BeforeAll
    static void findBrowser() {
        assumeTrue(Chromium.find().isPresent(), Chromium.MISSING);
        // Long enough for a busy machine; what is there sooner is not waited for.
        PlaywrightAssertions.setDefaultAssertionTimeout(WAIT);
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openPage() {
        root = "http://127.0.0.1:" + RestAssured.port;
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("en-GB")
                        .setViewportSize(1280, 900)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        page = context.newPage();
        page.setDefaultTimeout(WAIT);
        page.onConsoleMessage(message -> {
            // What the service refuses is what some of these tests are about.
            if (!message.type().equals("log")
                    && !REFUSED.matcher(message.text()).find()) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(root + "/");
    }

    @AfterEach
    void closePage() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
        assertThat(asked)
                .as("what was asked for")
                .allMatch(url -> url.startsWith(root) || url.startsWith("blob:" + root));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void go(String view) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(view).setExact(true))
                .click();
        // Some views are fetched first.
        page.locator("main.view-" + view.split(" ")[0].toLowerCase(Locale.ROOT) + " > :not(h1)")
                .first()
                .waitFor();
    }

    void drop(String name, String type, String text) {
        drop(file(name, type, text));
    }

    void drop(FilePayload... files) {
        page.locator("input[type=file]").setInputFiles(files);
    }

    static FilePayload file(String name, String type, String text) {
        return new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An event of one day, or of several, the last one not included. */
    static String event(String uid, String title, String day, String end) {
        return String.join(
                "\r\n",
                "BEGIN:VEVENT",
                "UID:" + uid,
                "DTSTAMP:20260101T000000Z",
                "DTSTART;VALUE=DATE:" + day,
                "DTEND;VALUE=DATE:" + end,
                "SUMMARY:" + title,
                "END:VEVENT",
                "");
    }

    static String calendar(String name, String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\nX-WR-CALNAME:" + name + "\r\n"
                + String.join("", events) + "END:VCALENDAR\r\n";
    }

    void solved(String request) {
        drop("team.json", "application/json", request);
        assertThat(page.getByLabel("Names")).not().hasValue("");
        button("Make the rota").click();
        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.locator(".progress")).hasCount(0);
        awaitBlocks();
    }

    /** Large drawings come in blocks, one after the other. */
    void awaitBlocks() {
        assertThat(page.locator(".pending")).hasCount(0);
    }

    Locator chips() {
        return page.locator(".board .chip");
    }

    static String cost(Page page) {
        return page.locator(".verdict strong").textContent();
    }

    void awaitCharts() {
        assertThat(page.locator("canvas")).hasCount(4);
        for (Locator canvas : page.locator("canvas").all()) {
            page.waitForCondition(
                    () -> (boolean) canvas.evaluate("canvas => canvas.width > 0 && canvas.getContext('2d')"
                            + ".getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)"));
        }
    }

    static Locator named(Locator within, String button) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    /** Lets a search go on for so long that it is stopped before it ends by itself, however busy the machine is. */
    void searchForLong() {
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("More"))
                .first()
                .click();
        page.getByLabel("Search for at most").fill(LONG);
    }

    void tabTo(Locator target) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reaches " + target);
    }

    void accessible(String view) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            List<String> serious = new ArrayList<>();
            for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
                if (List.of("serious", "critical").contains(rule.getImpact())) {
                    rule.getNodes()
                            .forEach(node ->
                                    serious.add(rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()));
                }
            }
            assertThat(serious).as(view + ", " + scheme).isEmpty();
        }
    }

    void assertNothingSticksOut(String what) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that stick out of " + what)
                .isEqualTo(0);
    }

    /** Three widths, the middle one in dark and on paper too. */
    void screenshots(String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        for (int width : new int[] {360, 1280, 2560}) {
            page.setViewportSize(width, width == 360 ? 740 : width == 1280 ? 900 : 1400);
            screenshot(name + "-" + width);
            assertNothingSticksOut(name + " at " + width);
        }
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        screenshot(name + "-dark");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.PRINT));
        screenshot(name + "-print");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void screenshot(String name) {
        awaitBlocks();
        page.waitForTimeout(150);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
