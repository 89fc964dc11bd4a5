package org.oncall.rota.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each thing the page is for, done by a person at a browser. What the browser complains of fails the test. */
@QuarkusTest
@Timeout(300)
class PageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Twelve weeks over Christmas, solved in an instant; today is in its first week. */
    private static final String CHRISTMAS = """
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

    /** All four are away from 10 to 13 February. */
    private static final String ALL_AWAY = """
            {"team": {"members": [
               {"name": "Ana", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]},
               {"name": "Bo", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]},
               {"name": "Cy", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]},
               {"name": "Di", "leave": [{"from": "2027-02-10", "to": "2027-02-13"}]}],
              "rotations": [{"id": "on-call", "tiers": [{"id": "primary"}]}]},
             "from": "2027-01-05", "to": "2027-03-02", "solve": {"moves": 2000}}
            """;

    /** Eight people, eight weeks, so far ahead that no day of them has begun. */
    private static final String FAR_AHEAD =
            "\"from\": \"2099-01-06\", \"to\": \"2099-03-03\", \"solve\": {\"moves\": 5000}";

    private static final String KEEPERS = """
            {"name": "Light <b>keepers</b>", "holidays": "none", "members": [
             {"id": "ana", "name": "Ana Lima"}, {"id": "bo", "name": "Bo Chen"}, {"id": "cy", "name": "Cy Hall"},
             {"id": "di", "name": "Di Moss"}, {"id": "ed", "name": "Ed Park"}, {"id": "flo", "name": "Flo Katz"},
             {"id": "gus", "name": "Gus Berg"}, {"id": "hal", "name": "Hal Ito"}]}
            """;

    private static final Pattern REFUSED = Pattern.compile("status of (409|412|422)");

    /** Milliseconds. */
    private static final int WAIT = 60_000;

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private String root;
    private BrowserContext context;
    private Page page;

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

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void go(String view) {
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

    private void drop(String name, String type, String text) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, type, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void solved(String request) {
        drop("team.json", "application/json", request);
        assertThat(page.getByLabel("Names")).not().hasValue("");
        button("Make the rota").click();
        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.locator(".progress")).hasCount(0);
    }

    private Locator chips() {
        return page.locator(".board .chip");
    }

    private static String cost(Page page) {
        return page.locator(".verdict strong").textContent();
    }

    // From nothing to a rota

    @Test
    void namesAndDates_andOneButton_makeARota() {
        page.getByLabel("Names").fill("Ana, Bo,Cy, Di, Ed, Flo, Gus, Hal");
        page.getByLabel("First day", new Page.GetByLabelOptions().setExact(true))
                .fill("2027-01-05");
        page.getByLabel("First day not planned").fill("2027-07-06");
        button("Make the rota").click();

        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Search")))
                .containsText(Pattern.compile("cost\\s*\\d+"));
        assertThat(page.locator(".board").first()).isVisible();
        button("Stop: this is good enough").click();

        assertThat(page.locator(".progress")).hasCount(0);
        assertThat(page.locator(".board tbody tr")).hasCount(26);
        assertThat(page.locator(".verdict")).containsText("No hard rule is broken");
        assertThat(page.locator("#spoken")).containsText("Done");
    }

    @Test
    void anExample_isOneClickAway() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hosting platform"))
                .click();

        assertThat(page.getByLabel("Names")).hasValue(Pattern.compile("Amara Okafor\\s+Ben Whitaker"));
        assertThat(page.locator(".member")).hasCount(6);
        assertThat(page.locator(".member").first()).containsText("leave 15–19 Feb");
        assertThat(page.getByText("Nothing stands against a complete rota.")).isVisible();
    }

    @Test
    void issues_appearBesideTheFieldsThatCausedThem() {
        drop("team.json", "application/json", CHRISTMAS);
        Locator to = page.getByLabel("First day not planned");
        to.fill("2026-11-01");
        Locator ana = page.locator(".member").first();
        ana.locator("summary").click();
        ana.getByLabel("Knows well").fill("nobody");
        button("Make the rota").click();

        assertThat(to).hasAttribute("aria-invalid", "true");
        String described = to.getAttribute("aria-describedby");
        assertThat(page.locator("#" + described)).containsText("2026-11-01");
        Locator knows = ana.getByLabel("Knows well");
        assertThat(knows).hasAttribute("aria-invalid", "true");
        assertThat(ana.locator(".issues")).containsText("nobody");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("2 things to put right");

        page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).first().click();
        knows.fill("bo");
        to.fill("2027-02-23");
        to.blur();

        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(to).not().hasAttribute("aria-invalid", "true");
    }

    @Test
    void memberTable_isReadFromCsv() {
        drop("people.csv", "text/csv", """
                Name;Share;Skills;Novice;Leave;Avoid;Shoe size
                Ana Lima;60%;"senior; ""ops""\";;2027-02-08..2027-02-14 | 2027-03-01;;38
                Bo Chen;;;yes;;2027-02-13;41
                """);

        assertThat(page.locator(".member")).hasCount(2);
        assertThat(page.locator(".member").first()).containsText("60 % · senior · \"ops\" · 2 leaves");
        assertThat(page.locator(".member").nth(1)).containsText("novice · 1 wish");
        assertThat(page.locator("#spoken"))
                .hasText("2 members read from people.csv. Columns that were left out: Shoe size.");
    }

    @Test
    void leaveAndWishes_areEditedInRows() {
        drop("team.json", "application/json", CHRISTMAS);
        Locator di = page.locator(".member").nth(3);
        di.locator("summary").click();
        di.getByLabel("Share of full time").fill("0.5");
        di.getByLabel("Novice").check();
        di.getByText("Add leave").click();
        di.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Leave"))
                .getByLabel("From")
                .fill("2027-02-01");
        di.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Leave"))
                .getByLabel("to")
                .fill("2027-02-07");
        di.getByLabel("Skills").fill("night, day");
        di.getByLabel("Skills").blur();

        assertThat(di.locator("summary")).containsText("50 % · novice · night · day · leave 1–7 Feb");
        page.reload();
        assertThat(page.locator(".member").nth(3)).containsText("50 % · novice");
    }

    // The board

    @Test
    void board_hasWeeksDownAndTiersAcross_andFestiveDaysARowEach() {
        solved(CHRISTMAS);
        Locator december = page.getByRole(AriaRole.GRID).first();

        assertThat(december.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"Week", "primary", "secondary"});
        assertThat(page.locator(".board tbody tr.festive")).hasCount(10);
        assertThat(page.locator(".board tbody tr.feast").nth(1)).containsText("festive day");
        assertThat(page.locator(".board tr.today")).hasCount(1);
        assertThat(page.locator(".board tr.today")).containsText("1–7 Dec");
        assertThat(page.locator(".board tr.holiday th").first()).containsText("bank holiday");
        assertThat(chips().first())
                .hasAttribute("aria-label", Pattern.compile("\\w+ \\w+, primary, Tue 1 Dec 12:00 to .*"));
    }

    @Test
    void gaps_areLoud_andSayWhyNobodyTakesThem() {
        solved(ALL_AWAY);

        assertThat(page.locator(".board .gap").first()).containsText("Nobody");
        assertThat(page.locator(".verdict")).containsText("gap");
        page.getByText("Why nobody can take it as a whole").first().click();
        assertThat(page.locator(".findings details").first()).containsText("on leave");
    }

    @Test
    void members_areSeenWithLeaveAndWishesBehindTheirShifts() {
        solved(CHRISTMAS);
        String hue = chips().locator("xpath=self::*[@data-member='ana']")
                .first()
                .evaluate("chip => chip.style.getPropertyValue('--h')")
                .toString();
        button("Members").click();
        Locator rows = page.locator(".line").nth(1).locator(".row");

        assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("Ana Lima")))
                .hasCount(2);
        assertThat(rows.first().locator(".leave")).hasText("Leave 11–17 Jan");
        assertThat(page.locator(".line").first().locator(".wish.avoid")).hasText("Asked to avoid 19–20 Dec");
        assertThat(page.locator(".off").first()).hasText("Not on the rota before Tue 15 Dec");
        assertThat(page.locator(".bar:has([data-member=ana])")
                        .first()
                        .evaluate("bar => bar.style.getPropertyValue('--h')"))
                .isEqualTo(hue);
    }

    // Fairness

    @Test
    void fairness_isDrawn_andIsATableToo() {
        solved(CHRISTMAS);
        go("Fairness");

        assertThat(page.getByRole(AriaRole.IMG)).hasCount(4);
        awaitCharts();
        Locator ana = page.locator(".numbers-table tbody tr").first();
        assertThat(ana).containsText("Ana Lima");
        // Two days of history, both unsocial, one of them Christmas Day.
        assertThat(ana.locator("td").nth(2)).hasText("2");
        assertThat(ana.locator("td").nth(5)).hasText("2");
        assertThat(ana.locator("td").nth(7)).hasText("1");
    }

    private void awaitCharts() {
        assertThat(page.locator("canvas")).hasCount(4);
        for (Locator canvas : page.locator("canvas").all()) {
            page.waitForCondition(
                    () -> (boolean) canvas.evaluate("canvas => canvas.width > 0 && canvas.getContext('2d')"
                            + ".getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)"));
        }
    }

    // Why

    @Test
    void aShift_saysWhoElseCouldHoldIt_andIsTriedAndUndone() {
        solved(CHRISTMAS);
        String before = cost(page);
        Locator chip = chips().nth(6);
        String shift = chip.getAttribute("data-id");
        String holder = chip.getAttribute("data-member");
        chip.click();

        assertThat(page.locator(".options > li")).hasCount(8);
        page.locator(".options > li").first().getByText("Why").click();
        page.locator(".options > li").first().getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator(".tried")).containsText("Undo");
        // Once in each of the board's rows that it reaches into.
        assertThat(page.locator("[data-id='" + shift + "']").first()).not().hasAttribute("data-member", holder);
        button("Undo").click();
        assertThat(page.locator("[data-id='" + shift + "']").first()).hasAttribute("data-member", holder);
        assertThat(page.locator(".tried")).hasCount(0);
        assertThat(cost(page)).isEqualTo(before);
    }

    @Test
    void twoShifts_areExchanged() {
        solved(CHRISTMAS);
        Locator one = page.locator(".board tbody tr").first().locator(".chip").first();
        Locator other = page.locator(".board")
                .last()
                .locator("tbody tr")
                .last()
                .locator(".chip")
                .first();
        String holder = one.getAttribute("data-member");
        String otherHolder = other.getAttribute("data-member");
        one.click();
        page.getByText("Exchange with another shift").click();
        other.click();

        assertThat(page.locator(".tried")).containsText("exchange");
        assertThat(page.locator(".board tbody tr").first().locator(".chip").first())
                .hasAttribute("data-member", otherHolder);
        assertThat(page.locator(".board")
                        .last()
                        .locator("tbody tr")
                        .last()
                        .locator(".chip")
                        .first())
                .hasAttribute("data-member", holder);
    }

    @Test
    void aFinding_lightsWhatItIsAbout() {
        solved(CHRISTMAS);
        Locator rule = page.locator(".rule").filter(new Locator.FilterOptions().setHasText("uneven-load"));
        rule.locator("summary").click();
        Locator finding = rule.locator(".finding").first();
        finding.focus();

        assertThat(page.locator(".main.dimmed")).hasCount(1);
        assertThat(page.locator(".about").count()).isBetween(1, chips().count() - 1);
        finding.blur();
        assertThat(page.locator(".main.dimmed")).hasCount(0);
    }

    // Change

    @Test
    void aChange_isChosenFromAMenu_andSeenBeforeAndAfter() {
        solved(CHRISTMAS);
        Locator first = page.locator(".board")
                .last()
                .locator("tbody tr")
                .nth(5)
                .locator(".chip")
                .first();
        String who = first.getAttribute("data-member");
        String from = first.getAttribute("data-from").substring(0, 10);
        go("Change");
        page.getByLabel("Who is away").selectOption(who);
        page.getByLabel("First day").fill(from);
        page.getByLabel("Last day").fill(from);
        button("Add leave").click();
        button("Re-solve").click();

        assertThat(page.locator(".menu [aria-busy]")).hasCount(0);
        assertThat(page.getByRole(AriaRole.RADIO)).hasCount(3);
        page.getByRole(AriaRole.RADIO).first().check();
        assertThat(page.locator(".side-of h2")).hasText(new String[] {"Before", "After"});
        assertThat(page.locator(".side-of")
                        .first()
                        .locator(".differs[data-member='" + who + "']")
                        .first())
                .isVisible();
        assertThat(page.locator(".side-of .board tbody tr:not(:has(.differs))")).hasCount(0);
        assertThat(page.locator(".changes")).containsText("loses primary");
        screenshots("difference");

        button("Go on with this rota").click();
        assertThat(page.locator(".tried")).containsText("As few moves as possible");
        assertThat(page.locator("[data-member='" + who + "'][data-from^='" + from + "']"))
                .hasCount(0);
    }

    // Take away

    @Test
    void theRota_isTakenAway() throws IOException {
        solved(CHRISTMAS);
        go("Take away");
        Download json = page.waitForDownload(() -> button("JSON, all there is").click());
        JsonNode answer = JSON.readTree(Files.readString(json.path()));
        Download csv = page.waitForDownload(() -> button("CSV, a row a shift").click());

        assertThat(json.suggestedFilename()).isEqualTo("rota-2026-12-01.json");
        assertThat(Files.readAllLines(csv.path()))
                .hasSize(answer.get("shifts").size() + 1)
                .startsWith("rotation,tier,member,name,from,to");
        button("Copy").click();
        assertThat(page.locator("#spoken")).hasText("Copied.");
        String copied = page.evaluate("navigator.clipboard.readText()").toString();
        assertThat(copied.lines().findFirst().orElseThrow()).matches("week +primary +secondary");
        assertThat(copied).contains("Fri 25 Dec").doesNotContain("NOBODY");
    }

    @Test
    void paper_isOneSheetAQuarter() {
        solved(CHRISTMAS);
        assertThat(sheets()).isEqualTo(2);
        button("Members").click();
        assertThat(page.locator(".pending")).hasCount(0);
        assertThat(sheets()).isEqualTo(2);
    }

    private long sheets() {
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        return Pattern.compile("/Type /Page\\b")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    // Kept teams

    private static String newTeam() {
        return "keepers-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static RequestSpecification body(String json) {
        return RestAssured.given().contentType("application/json").body(json);
    }

    /** A team with a draft, as somebody else has made it: the id of the draft. */
    private static String drafted(String team) {
        body(KEEPERS).put("/api/teams/" + team).then().statusCode(201);
        return body("{" + FAR_AHEAD + "}")
                .header("Prefer", "wait=60")
                .post("/api/teams/" + team + "/rotas")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private void openRota(String id) {
        page.navigate(root + "/?rota=" + id + "#rota");
        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION)
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Kept team")))
                .isVisible();
    }

    private static Locator named(Locator within, String button) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    @Test
    void aTeam_isKept_solved_published_andItsTrailSeen() {
        String id = newTeam();
        // Soon enough for the service to say who is next.
        LocalDate from = LocalDate.now(ZoneOffset.UTC).plusWeeks(3).with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
        String period =
                "\"from\": \"%s\", \"to\": \"%s\", \"solve\": {\"moves\": 5000}".formatted(from, from.plusWeeks(8));
        drop("team.json", "application/json", "{\"team\": " + KEEPERS + ", " + period + "}");
        page.getByLabel("Keep it as").fill(id);
        button("Keep this team").click();
        assertThat(page.locator("#spoken")).hasText("Kept.");
        assertThat(button("Keep the changes")).isDisabled();
        button("Make the rota").click();
        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.locator(".progress")).hasCount(0);
        button("Publish").click();
        assertThat(page.locator("#spoken")).hasText("Published.");
        assertThat(button("Publish")).hasCount(0);

        go("Kept team");
        assertThat(page.locator(".now")).containsText("then");
        assertThat(page.locator(".now")).containsText("12:00 " + from.getYear());
        Locator revision = page.getByText("Revision 1, published");
        assertThat(revision).isVisible();
        page.getByText("What happened").click();
        assertThat(page.locator(".events li").first()).containsText("rota published, revision 1");
        assertThat(page.locator(".events li").last()).containsText("team made");
        accessible("Kept team");
        screenshots("kept");
        revision.click();
        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.locator(".side")).containsText("Revision 1, published.");

        page.reload();
        go("Team");
        button("Start anew").click();
        Locator row = page.locator("button").filter(new Locator.FilterOptions().setHasText(id));
        if (!row.isVisible()) {
            page.getByText(Pattern.compile("Open (one of|a kept team)")).click();
        }
        row.click();
        assertThat(page.locator(".member")).hasCount(8);
        accessible("Team that is kept");
        screenshots("team-kept");
    }

    @Test
    void aTeamThatSomebodyElseChanged_isNotLost() {
        String id = newTeam();
        openRota(drafted(id));
        go("Team");
        body(KEEPERS.replace("Hal Ito", "Hal Hill"))
                .header("If-Match", "\"1\"")
                .put("/api/teams/" + id)
                .then()
                .statusCode(200);
        Locator ana = page.locator(".member").first();
        ana.locator("summary").click();
        ana.getByLabel("Share of full time").fill("0.6");
        ana.getByLabel("Share of full time").blur();
        button("Keep the changes").click();

        Locator told = page.locator("form:has(button:text('Keep the changes')) [role=alert]");
        assertThat(told).containsText("somebody else has changed this team");
        accessible("Team that somebody else changed");
        named(told, "Keep mine over theirs").click();
        assertThat(told).hasCount(0);
        RestAssured.get("/api/teams/" + id + "/members/ana").then().body("share", equalTo(0.6f));
        RestAssured.get("/api/teams/" + id + "/members/hal").then().body("name", equalTo("Hal Ito"));
    }

    @Test
    void aRotaThatBreaksRules_isPublishedOnlyOnceSomebodyHasSaidSo() {
        String id = newTeam();
        String draft = drafted(id);
        String member = RestAssured.get("/api/rotas/" + draft).path("shifts[5].member");
        String day = RestAssured.get("/api/rotas/" + draft)
                .<String>path("shifts[5].from")
                .substring(0, 10);
        body("{\"from\": \"" + day + "\", \"to\": \"" + day + "\"}")
                .post("/api/teams/" + id + "/members/" + member + "/leave")
                .then()
                .statusCode(201);
        openRota(draft);
        button("Publish").click();

        Locator refusal = page.locator(".refusal");
        assertThat(refusal).containsText("breaks hard rules");
        assertThat(refusal.locator("li").first()).containsText("leave");
        accessible("Refusal");
        named(refusal, "Publish all the same").click();
        RestAssured.get("/api/rotas/" + draft).then().body("state", equalTo("DRAFT"));
        refusal.getByLabel("I have read what stands against it").check();
        refusal.getByLabel("Why all the same").fill("They said they will");
        screenshots("refusal");
        named(refusal, "Publish all the same").click();

        assertThat(page.locator("#spoken")).hasText("Published.");
        RestAssured.get("/api/rotas/" + draft + "/trail").then().body("[0].why", equalTo("They said they will"));
    }

    private static String published(String team) {
        String id = drafted(team);
        RestAssured.given().post("/api/rotas/" + id + "/publish").then().statusCode(200);
        return id;
    }

    /** A shift in the middle of the rota. */
    private Locator aShift() {
        return page.locator(".board[aria-label*=on-call]")
                .first()
                .locator("tbody tr")
                .nth(4)
                .locator(".chip")
                .first();
    }

    @Test
    void leaveInAPublishedRota_isAnsweredByAMenuThatGrows_andOneIsPublished() {
        String id = newTeam();
        String before = published(id);
        openRota(before);
        String who = aShift().getAttribute("data-member");
        String day = aShift().getAttribute("data-from").substring(0, 10);
        go("Change");
        page.getByLabel("Who is away").selectOption(who);
        page.getByLabel("First day").fill(day);
        button("Add leave").click();
        button("Re-solve").click();

        assertThat(page.getByRole(AriaRole.RADIO).first()).isChecked();
        assertThat(page.locator(".menu")).containsText(Pattern.compile("shifts? moves?"));
        assertThat(page.locator(".side-of h2")).hasText(new String[] {"Before", "After"});
        Locator more = button("Look for no more");
        if (more.isVisible()) {
            more.click();
        }
        assertThat(button("Publish this rota")).isEnabled();
        assertThat(page.locator("#spoken")).containsText("The menu is done");
        assertThat(page.locator(".side-of .board tbody tr:not(:has(.differs))")).hasCount(0);
        assertThat(page.locator(".changes").first()).containsText("loses");
        assertThat(page.locator(".added")).containsText("kept");
        accessible("Menu");
        screenshots("menu");
        button("Publish this rota").click();

        assertThat(page.locator("#spoken")).hasText("Published.");
        assertThat(page.locator(".side")).containsText("Revision 2, published.");
        assertThat(page.locator("[data-member='" + who + "'][data-from^='" + day + "']"))
                .hasCount(0);
        RestAssured.get("/api/rotas/" + before).then().body("state", equalTo("SUPERSEDED"));
        go("Team");
        assertThat(page.locator(".member .facts")
                        .filter(new Locator.FilterOptions().setHasText("leave"))
                        .first())
                .isVisible();
    }

    @Test
    void aShift_isSwappedOnBehalfOfOthers_andTheSwapUndone() {
        String id = newTeam();
        openRota(published(id));
        String who = aShift().getAttribute("data-member");
        String shift = aShift().getAttribute("data-id");
        aShift().click();
        Locator covers = page.locator(".covers");
        assertThat(covers.locator(".options > li").first()).containsText("takes");
        assertThat(page.locator(".options")).not().hasCount(0);
        accessible("Cover");
        screenshots("cover");
        covers.locator(".options > li").first().getByRole(AriaRole.BUTTON).click();
        Locator deal = covers.locator(".deal");
        assertThat(deal).containsText("Proposed");
        named(deal, "Agree for all").click();

        Locator chip = page.locator(".board [data-id='" + shift + "']").first();
        assertThat(chip).not().hasAttribute("data-member", who);
        assertThat(page.locator(".tried")).containsText("The swap is applied");
        go("Kept team");
        assertThat(page.locator(".deal")).containsText("Applied");
        accessible("Kept team with a swap");
        named(page.locator(".deal"), "Undo the swap").click();
        assertThat(page.locator(".deal")).containsText("Undone");
        go("Rota");
        assertThat(chip).hasAttribute("data-member", who);
        assertThat(page.locator(".side")).containsText("Revision 3, published.");
    }

    @Test
    void leave_isImportedFromACalendar_forAMember() {
        String id = newTeam();
        String feed = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                + "DTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20270208\r\nDTEND;VALUE=DATE:20270215\r\n"
                + "SUMMARY:Away\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        drop("away.ics", "text/calendar", feed);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("keep the team first");
        openRota(drafted(id));
        go("Team");
        drop("away.ics", "text/calendar", feed);
        page.getByLabel("Whose leave is away.ics?").selectOption("Cy Hall");
        accessible("Feed");
        button("Import the leave").click();

        assertThat(page.locator(".feed")).containsText("1 leave added, 0 removed");
        assertThat(page.locator(".member").nth(2)).containsText("leave 8–14 Feb");
    }

    // What only some services offer

    @Test
    void publishingAndFeeds_areThereWhereTheServiceOffersThem() {
        page.route(
                "**/q/openapi?format=json",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                                "{\"paths\": {\"/api/rotas/{id}/publish\": {}, \"/api/rotas/{id}/shifts.ics\": {}}}")));
        List<String> published = new ArrayList<>();
        page.route(Pattern.compile("/api/rotas/[^/]+/publish$"), route -> {
            published.add(route.request().url());
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{}"));
        });
        page.route(Pattern.compile("/api/rotas/[^/]+$"), route -> {
            APIResponse answer = route.fetch();
            String state = published.isEmpty() ? "DRAFT" : "PUBLISHED";
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(answer.text().replaceFirst("\\{", "{\"team\": \"owls\", \"state\": \"" + state + "\", ")));
        });
        page.reload();
        solved(CHRISTMAS);
        button("Publish").click();

        assertThat(page.locator("#spoken")).hasText("Published.");
        assertThat(button("Publish")).hasCount(0);
        assertThat(published).hasSize(1);
        go("Take away");
        Locator subscribe = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Subscribe"));
        assertThat(subscribe)
                .hasAttribute("href", Pattern.compile("^webcal://127.0.0.1:\\d+/api/rotas/.*/shifts.ics$"));
    }

    @Test
    void publishingAndFeeds_areNotThereElsewhere() {
        solved(CHRISTMAS);

        assertThat(button("Publish")).hasCount(0);
        go("Take away");
        assertThat(page.getByText("Subscribe")).hasCount(0);
    }

    // For everybody

    @Test
    void everything_canBeDoneByKeyboard() {
        tabTo(page.getByLabel("Names"));
        page.keyboard().type("Ana\nBo\nCy\nDi\nEd\nFlo\nGus\nHal");
        tabTo(page.getByLabel("First day", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().type("05012027");
        tabTo(page.getByLabel("First day not planned"));
        page.keyboard().type("06072027");
        page.keyboard().press("Enter");
        assertThat(page.locator(".board").first()).isVisible();
        tabTo(button("Stop: this is good enough"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".progress")).hasCount(0);

        tabTo(page.locator(".board").first().locator(".chip").first());
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        Locator here = page.locator(".board [data-stop]:focus");
        assertThat(here).hasAttribute("data-tier", "secondary");
        String shift = here.getAttribute("data-id");
        page.keyboard().press("Enter");
        assertThat(page.locator(".why")).isFocused();
        assertThat(page.locator(".options > li")).hasCount(8);
        tabTo(page.locator(".options > li").first().getByRole(AriaRole.BUTTON));
        page.keyboard().press("Enter");
        assertThat(page.locator(".tried")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-id='" + shift + "']").first()).isFocused();
        page.keyboard().press("Control+End");
        assertThat(page.locator(".board").first().locator(".chip").last()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".board").last().locator(".chip:focus")).hasCount(1);
    }

    private void tabTo(Locator target) {
        for (int i = 0; i < 60; i++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reaches " + target);
    }

    @Test
    void everyView_isAccessible_inLightAndDark() {
        accessible("Team, empty");
        solved(CHRISTMAS);
        chips().nth(3).click();
        assertThat(page.locator(".options > li")).hasCount(8);
        for (String view : List.of("Team", "Rota", "Fairness", "Change", "Take away")) {
            go(view);
            accessible(view);
        }
        go("Rota");
        button("Members").click();
        accessible("Members");
    }

    private void accessible(String view) {
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

    @Test
    void names_areTextWhateverTheySay() {
        String script = "<script>alert(1)</script>";
        String image = "<img src=x onerror=alert(2)>";
        String hebrew = "דנה לוי";
        String arabic = "يوسف (حداد)";
        String endless = "Ö".repeat(100);
        page.getByLabel("Names").fill(String.join("\n", script, image, hebrew, arabic, endless, "Flo", "Gus", "Hal"));
        page.getByLabel("First day", new Page.GetByLabelOptions().setExact(true))
                .fill("2027-01-05");
        page.getByLabel("First day not planned").fill("2027-03-30");
        button("Make the rota").click();
        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.locator(".progress")).hasCount(0);

        for (String name : List.of(script, image, hebrew, arabic, endless)) {
            assertThat(page.locator(".chip bdi")
                            .getByText(name, new Locator.GetByTextOptions().setExact(true))
                            .first())
                    .isAttached();
        }
        for (String view : List.of("Team", "Rota", "Fairness", "Change", "Take away")) {
            page.setViewportSize(360, 740);
            go(view);
            assertNothingSticksOut(view + " with long names");
            page.setViewportSize(1280, 900);
        }
        assertThat(page.locator("main script, main img[src=x]")).hasCount(0);
    }

    private void assertNothingSticksOut(String what) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that stick out of " + what)
                .isEqualTo(0);
    }

    // The policy

    @Test
    void policy_allowsNothingInlineAndNothingFromElsewhere() {
        for (String path : List.of("/", "/page/app.js", "/api/examples")) {
            String policy = RestAssured.get(path).header("Content-Security-Policy");
            assertThat(policy)
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
            assertThat(RestAssured.get(path).header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(RestAssured.get(path).header("Referrer-Policy")).isEqualTo("no-referrer");
        }
        assertThat(RestAssured.get("/").asString())
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)|<style| style=| on\\w+=");
        assertThat(RestAssured.get("/page/app.js").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void swaggerUi_isLeftOutOfThePolicy_andWorks() {
        page.navigate(root + "/q/swagger-ui/");

        assertThat(page.getByText("Solve a rota").first()).isVisible();
    }

    // For people to look at

    @Test
    void board_andFairness_fitEveryWidth() {
        solved(CHRISTMAS);
        screenshots("board");
        button("Members").click();
        screenshots("members");
        go("Fairness");
        awaitCharts();
        screenshots("fairness");
        go("Team");
        screenshots("team");
    }

    /** Three widths, the middle one in dark and on paper too. */
    private void screenshots(String name) {
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
        page.waitForTimeout(150);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
