package org.oncall.rota.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people do with a team that the service keeps. */
@QuarkusTest
class KeptTeamPageTest extends Browsing {
    /** Eight people, eight weeks, so far ahead that no day of them has begun. */
    private static final String FAR_AHEAD =
            "\"from\": \"2099-01-06\", \"to\": \"2099-03-03\", \"solve\": {\"moves\": 5000}";

    private static final String KEEPERS = """
            {"name": "Light <b>keepers</b>", "holidays": "none", "members": [
             {"id": "ana", "name": "Ana Lima"}, {"id": "bo", "name": "Bo Chen"}, {"id": "cy", "name": "Cy Hall"},
             {"id": "di", "name": "Di Moss"}, {"id": "ed", "name": "Ed Park"}, {"id": "flo", "name": "Flo Katz"},
             {"id": "gus", "name": "Gus Berg"}, {"id": "hal", "name": "Hal Ito"}]}
            """;

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

    /** Leave of a kept team is read around today. */
    private static String nextYear(String monthAndDay) {
        return LocalDate.now().getYear() + 1 + monthAndDay;
    }

    private void openRota(String id) {
        page.navigate(root + "/?rota=" + id + "#rota");
        assertThat(page.locator(".board").first()).isVisible();
        awaitBlocks();
        assertThat(page.getByRole(AriaRole.NAVIGATION)
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Kept team")))
                .isVisible();
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
        assertThat(page.locator(".on-call")).containsText("then");
        assertThat(page.locator(".on-call")).containsText("12:00 " + from.getYear());
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

    /** Opens the team, changes it, and is told that somebody else was first: who was told. */
    private Locator outdated(String id) {
        openRota(drafted(id));
        go("Team");
        body(KEEPERS.replace("Hal Ito", "Hal Hill").replace("\"Ana Lima\"", "\"Ana Lima\", \"share\": 0.8"))
                .header("If-Match", "\"1\"")
                .header("X-Rota-User", "mo")
                .put("/api/teams/" + id)
                .then()
                .statusCode(200);
        Locator ana = page.locator(".member").first();
        ana.locator("summary").click();
        ana.getByLabel("Share of full time").fill("0.6");
        ana.getByLabel("Skills").fill("night");
        ana.getByLabel("Skills").blur();
        button("Keep the changes").click();
        return page.locator(".stale");
    }

    @Test
    void aTeamThatSomebodyElseChanged_isLoadedAnew_andWhatWasTypedIsStillThere() {
        String id = newTeam();
        Locator told = outdated(id);

        assertThat(told).containsText("somebody else has changed this team");
        assertThat(told).containsText("team changed, by mo");
        assertThat(told.locator("ul").first().locator("li"))
                .hasText(new String[] {"Ana Lima: share of full time 0.8", "Hal Hill: name Hal Hill"});
        assertThat(told.locator("ul").last().locator("li")).hasText(new String[] {"Ana Lima: share of full time 0.6"});
        accessible("Team that somebody else changed");
        screenshots("outdated");
        named(told, "Load theirs, with my changes on top").click();

        assertThat(told).hasCount(0);
        assertThat(page.locator(".member").nth(7)).containsText("Hal Hill");
        assertThat(page.locator(".member").first().getByLabel("Skills")).hasValue("night");
        RestAssured.get("/api/teams/" + id + "/members/ana").then().body("share", equalTo(0.8f));
        button("Keep the changes").click();
        assertThat(page.locator("#spoken")).hasText("Kept.");
        RestAssured.get("/api/teams/" + id + "/members/ana").then().body("share", equalTo(0.6f));
        RestAssured.get("/api/teams/" + id + "/members/hal").then().body("name", equalTo("Hal Hill"));
    }

    @Test
    void aTeamThatSomebodyElseChanged_isKeptOverTheirs() {
        String id = newTeam();
        Locator told = outdated(id);
        named(told, "Keep mine over theirs").click();

        assertThat(told).hasCount(0);
        RestAssured.get("/api/teams/" + id + "/members/ana").then().body("share", equalTo(0.6f));
        RestAssured.get("/api/teams/" + id + "/members/hal").then().body("name", equalTo("Hal Ito"));
    }

    @Test
    void whoActs_isSaidOnce_andStandsInTheTrail() {
        String id = newTeam();
        String who = "Zo\u00eb \u05d3\u05e0\u05d4 (100 %)";
        page.getByText("Who are you?").click();
        page.getByLabel("Your name").fill(who);
        accessible("Who are you?");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Your name")).isHidden();
        page.reload();
        assertThat(page.locator(".me summary")).hasText("You are " + who);
        drop("team.json", "application/json", "{\"team\": " + KEEPERS + ", " + FAR_AHEAD + "}");
        page.getByLabel("Keep it as").fill(id);
        button("Keep this team").click();
        assertThat(page.locator("#spoken")).hasText("Kept.");

        RestAssured.get("/api/teams/" + id + "/trail").then().body("who", equalTo(List.of(who)));
    }

    @Test
    void calendars_getAnAddress_toSubscribeToOrCopy_untilItIsRevoked() {
        String id = newTeam();
        openRota(published(id));
        go("Take away");
        assertThat(page.getByText("None yet.")).isVisible();
        page.getByLabel("Whose shifts").selectOption("Bo Chen");
        button("Make a calendar").click();

        Locator feed = page.locator(".feeds > li");
        assertThat(feed).containsText("Bo Chen");
        String address = feed.locator(".address").getAttribute("href");
        assertThat(address).startsWith(root + "/api/feeds/").endsWith(".ics");
        assertThat(feed.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Subscribe")))
                .hasAttribute("href", address.replaceFirst("^http", "webcal"));
        named(feed, "Copy the address").click();
        assertThat(page.locator("#spoken")).hasText("Copied.");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(address);
        assertThat(RestAssured.get(address).then().statusCode(200).extract().asString())
                .contains("BEGIN:VEVENT", "Bo Chen");
        accessible("Calendars");
        screenshots("take");

        page.getByLabel("Whose shifts").selectOption("secondary");
        button("Make a calendar").click();
        assertThat(page.locator(".feeds > li")).hasCount(2);
        page.reload();
        go("Take away");
        assertThat(page.locator(".feeds > li")).hasCount(2);
        assertThat(page.locator(".address")).hasCount(0);
        button("Revoke the calendar of Bo Chen").click();
        assertThat(page.locator(".feeds > li")).hasCount(1);
        assertThat(page.locator(".feeds > li")).containsText("on-call/secondary");
        RestAssured.get(address).then().statusCode(404);
    }

    @Test
    void aKeptTeam_isChangedAndSwappedByKeyboard() {
        String id = newTeam();
        published(id);
        page.reload();
        Locator row = page.locator("button").filter(new Locator.FilterOptions().setHasText(id));
        assertThat(row).hasCount(1);
        if (!row.isVisible()) {
            press(page.locator("summary").filter(new Locator.FilterOptions().setHasText("Open one of")));
        }
        press(row);
        assertThat(page.locator(".member")).hasCount(8);
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Who is on call, and its rotas")));
        press(page.locator("button").filter(new Locator.FilterOptions().setHasText("Revision 1, published")));
        assertThat(page.locator(".board").first()).isVisible();
        press(page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Change")));
        tabTo(page.getByLabel("Who is away"));
        page.keyboard().type("Bo");
        assertThat(page.getByLabel("Who is away")).hasValue("bo");
        tabTo(page.getByLabel("First day"));
        page.keyboard().type("01012099");
        tabTo(page.getByLabel("Last day"));
        page.keyboard().type("02022099");
        page.keyboard().press("Enter");
        assertThat(page.locator(".added")).containsText("1 Jan \u2013 2 Feb");
        press(button("Re-solve"));
        assertThat(page.getByRole(AriaRole.RADIO).first()).isChecked();
        if (button("Look for no more").isVisible()) {
            press(button("Look for no more"));
        }
        assertThat(page.locator("#spoken")).containsText("The menu is done");
        tabTo(page.getByRole(AriaRole.RADIO).first());
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".menu input:checked")).isFocused();
        press(button("Publish this rota"));
        assertThat(page.locator("#spoken")).hasText("Published.");
        assertThat(page.locator("main")).isFocused();

        tabTo(page.locator(".board .chip").first());
        page.keyboard().press("ArrowDown");
        String shift = page.locator(".board [data-stop]:focus").getAttribute("data-id");
        String who = page.locator(".board [data-stop]:focus").getAttribute("data-member");
        page.keyboard().press("Enter");
        assertThat(page.locator(".why")).isFocused();
        assertThat(page.locator(".covers .options > li").first()).containsText("takes");
        press(page.locator(".covers .options button").first());
        assertThat(page.locator(".deal")).containsText("Proposed");
        assertThat(page.locator(".why")).isFocused();
        press(button("Agree for all"));
        assertThat(page.locator(".tried")).containsText("The swap is applied");
        assertThat(page.locator("[data-id='" + shift + "']").first()).not().hasAttribute("data-member", who);
        press(button("Undo the swap"));
        assertThat(page.locator("[data-id='" + shift + "']").first()).hasAttribute("data-member", who);
        assertThat(page.locator("#spoken")).containsText("Undone");
    }

    private void press(Locator target) {
        tabTo(target);
        page.keyboard().press("Enter");
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
        String feed = calendar("Away", event("1", "Away", nextYear("0208"), nextYear("0215")));
        openRota(drafted(id));
        go("Team");
        drop("away.ics", "text/calendar", feed);
        page.getByLabel("Whose leave is away.ics?").selectOption("Cy Hall");
        accessible("Feed");
        button("Import the leave").click();

        assertThat(page.locator(".file")).containsText("Cy Hall: 1 leave added.");
        assertThat(page.locator(".member").nth(2)).containsText("leave 8–14 Feb");
        RestAssured.get("/api/teams/" + id + "/members/cy/leave").then().body("uid", equalTo(List.of("1")));
    }

    @Test
    void leave_ofTheWholeTeam_isImportedAgainAsItsCalendarChanges() {
        String id = newTeam();
        openRota(drafted(id));
        go("Team");
        String ana = event("1", "Ana Lima: holiday", nextYear("0201"), nextYear("0203"));
        drop(
                "out.ics",
                "text/calendar",
                calendar("Out", ana, event("2", "Bo: conference", nextYear("0208"), nextYear("0209"))));
        button("Import the leave").click();
        assertThat(page.locator(".file")).containsText("Bo Chen: 1 leave added.");
        assertThat(page.locator(".member").nth(1)).containsText("leave 8 Feb");
        drop(
                "out.ics",
                "text/calendar",
                calendar("Out", ana, event("2", "Di: conference", nextYear("0208"), nextYear("0209"))));
        button("Import the leave").click();

        assertThat(page.locator(".file")).containsText("Bo Chen: 0 leaves added, 1 removed.");
        assertThat(page.locator(".member").nth(1)).not().containsText("leave");
        assertThat(page.locator(".member").nth(3)).containsText("leave 8 Feb");
        RestAssured.get("/api/teams/" + id + "/members/di/leave")
                .then()
                .body("from", equalTo(List.of(LocalDate.now().getYear() + 1 + "-02-08")));
    }
}
