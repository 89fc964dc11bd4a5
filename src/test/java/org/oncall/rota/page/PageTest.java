package org.oncall.rota.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each thing the page is for, done by a person at a browser. */
@QuarkusTest
class PageTest extends Browsing {
    private static final ObjectMapper JSON = new ObjectMapper();

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

    // From nothing to a rota

    @Test
    void namesAndDates_andOneButton_makeARota() {
        page.getByLabel("Names").fill("Ana, Bo,Cy, Di, Ed, Flo, Gus, Hal");
        page.getByLabel("First day", new Page.GetByLabelOptions().setExact(true))
                .fill("2027-01-05");
        page.getByLabel("First day not planned").fill("2027-12-14");
        searchForLong();
        button("Make the rota").click();

        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Search")))
                .containsText(Pattern.compile("cost\\s*\\d+"));
        assertThat(page.locator(".board").first()).isVisible();
        button("Stop: this is good enough").click();

        assertThat(page.locator(".progress")).hasCount(0);
        assertThat(page.locator(".board tbody tr")).hasCount(49);
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
                .hasText(
                        "people.csv: 2 new members. These columns say nothing of a member and were passed over: Shoe size.");
        assertThat(page.locator(".file")).containsText("2 new members");
    }

    @Test
    void file_isDroppedAnywhere() {
        page.getByLabel("Names").evaluate("""
                (field) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File(['name,share\\nAna,0.5\\nBo,'], 'people.csv', { type: 'text/csv' }));
                  for (const type of ['dragover', 'drop']) {
                    const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
                    if (field.dispatchEvent(event)) {
                      throw new Error(`${type} was left to the browser`);
                    }
                  }
                }
                """);

        assertThat(page.getByLabel("Names")).hasValue("Ana\nBo");
        assertThat(page.locator(".member").first()).containsText("50 %");
    }

    @Test
    void memberTable_leavesWhatItIsSilentAbout() {
        drop("team.json", "application/json", CHRISTMAS);
        assertThat(page.locator(".member")).hasCount(8);
        drop("shares.csv", "text/csv", "name,share,skills\nCy Hall,0.8,senior\nIvy North,,\n");

        assertThat(page.locator(".file")).containsText("1 new member, 1 member brought up to date.");
        assertThat(page.locator(".member")).hasCount(9);
        assertThat(page.locator(".member").first()).containsText("leave 11–17 Jan");
        assertThat(page.locator(".member").nth(2)).containsText("80 % · senior");
        assertThat(page.locator(".member").nth(8)).containsText("Ivy North");
    }

    @Test
    void fileThatIsWrong_isToldBesideWhereItWasDropped() {
        drop("people.csv", "text/csv", "name,share\nAna,most\nBo\n");
        assertThat(page.locator(".file.bad")).containsText("Line 2: The share (most) must be a number");
        assertThat(page.locator(".file.bad")).containsText("Line 3: The line has 1 fields");
        drop(
                file("away.ics", "text/calendar", "BEGIN:VCALENDAR\r\n"),
                file("team.json", "application/json", "{\"team\": }"));

        assertThat(page.locator(".file.bad")).hasCount(2);
        assertThat(page.locator(".file.bad").first()).containsText("this is not JSON");
        assertThat(page.locator(".file.bad").nth(1)).containsText("Name the people first");
        page.getByLabel("Names").fill("Ana");
        page.getByLabel("Names").blur();
        drop("away.ics", "text/calendar", "BEGIN:VCALENDAR\r\n");
        assertThat(page.locator(".file.bad")).hasCount(1);
        assertThat(page.locator(".file.bad")).containsText("must be a whole calendar");
        accessible("Files");
    }

    @Test
    void calendars_areTheLeaveOfThoseWhomTheyName() {
        drop("team.json", "application/json", CHRISTMAS);
        assertThat(page.locator(".member")).hasCount(8);
        drop(
                file("cy.ics", "text/calendar", calendar("Cy Hall", event("1", "Away", "20270105", "20270108"))),
                file(
                        "who-is-out.ics",
                        "text/calendar",
                        calendar(
                                "Who is out",
                                event("2", "Ana Lima: holiday", "20270201", "20270203"),
                                event("3", "Moss\\, Di (sick)", "20270202", "20270203"),
                                event("4", "Company day", "20270204", "20270205"))));

        assertThat(page.getByLabel("Whose leave is cy.ics?")).hasValue("cy");
        assertThat(page.getByLabel("Whose leave is who-is-out.ics?")).hasValue("*");
        Locator all = page.locator("form.file").nth(1);
        assertThat(all.locator("li")).hasText(new String[] {
            "Ana Lima: 1–2 Feb 2027", "Di Moss: 2 Feb 2027", "Nobody is named in Company day (4 Feb 2027): left out."
        });
        accessible("Calendars");
        screenshots("calendars");
        named(page.locator("form.file").first(), "Import the leave").click();
        assertThat(page.locator("form.file")).hasCount(1);
        button("Import the leave").click();

        assertThat(page.locator("div.file").nth(1)).containsText("Ana Lima: 1 leave added.");
        assertThat(page.locator(".member").first()).containsText("2 leaves");
        assertThat(page.locator(".member").nth(2)).containsText("leave 5–7 Jan");
        assertThat(page.locator(".member").nth(3)).containsText("leave 2 Feb");
        assertThat(page.locator(".member").nth(4)).not().containsText("leave");
        drop("cy.ics", "text/calendar", calendar("Cy Hall", event("1", "Away", "20270105", "20270108")));
        button("Import the leave").click();
        assertThat(page.locator("div.file").last()).containsText("Nothing that was not there already.");
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
        assertThat(page.locator(".board tr.holiday th"))
                .containsText(new String[] {"Christmas", "Boxing Day", "New Year's Day"});
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
        assertThat(page.locator(".banks"))
                .hasText(new String[] {"Christmas 25 Dec Boxing Day 28 Dec", "New Year's Day 1 Jan"});
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
        assertThat(ana.locator("td").nth(8)).hasText("1");
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
        for (String[] format : new String[][] {
            {"Calendar", "ics", "BEGIN:VCALENDAR"},
            {"CSV, a row a week", "weeks.csv", "week,on-call/primary"},
            {"CSV, a row a member", "members.csv", "id,name,share"},
            {"PagerDuty", "pagerduty.json", "{"},
            {"PagerDuty, older schedules", "pagerduty-v2.json", "{"},
            {"PagerDuty, Terraform", "pagerduty.tf", "resource"},
            {"Grafana OnCall, Terraform", "grafana.tf", "resource"},
            {"Opsgenie", "opsgenie.json", "{"}
        }) {
            Download file = page.waitForDownload(() -> button(format[0]).click());
            assertThat(file.suggestedFilename()).isEqualTo("rota-2026-12-01." + format[1]);
            assertThat(Files.readString(file.path())).contains(format[2]);
        }
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

    // What only some services offer

    @Test
    void keptTeams_publishing_andCalendars_areNotThereElsewhere() {
        page.route(
                "**/q/openapi?format=json",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"paths\": {\"/api/rotas\": {}}}")));
        page.reload();
        solved(CHRISTMAS);

        assertThat(button("Publish")).hasCount(0);
        assertThat(page.getByText("Who are you?")).hasCount(0);
        go("Take away");
        assertThat(button("CSV, a row a shift")).isVisible();
        assertThat(button("PagerDuty")).hasCount(0);
        assertThat(page.getByText("Calendars to subscribe to")).hasCount(0);
        go("Team");
        assertThat(page.getByText("Kept teams")).hasCount(0);
    }

    @Test
    void aTeamThatIsNotKept_hasNoCalendarsYet() {
        solved(CHRISTMAS);
        go("Take away");

        assertThat(page.locator(".take")).containsText("Keep the team, so that the service can publish its rota.");
    }
}
