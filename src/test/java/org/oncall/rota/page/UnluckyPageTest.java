package org.oncall.rota.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for whoever mistypes, presses twice, goes back, or has a service that stumbles. */
@QuarkusTest
class UnluckyPageTest extends Browsing {
    private Locator firstDay() {
        return page.getByLabel("First day", new Page.GetByLabelOptions().setExact(true));
    }

    private void names(String names) {
        page.getByLabel("Names").fill(names);
        page.getByLabel("Names").blur();
    }

    private Locator member(int index) {
        return page.locator(".member").nth(index);
    }

    // What is typed

    @Test
    void names_areReadFromLists_tablesAndAddresses() {
        names("- Ana\n2) Bo Chen\n\u2022 Cy <cy@example.org>\nDi\tlead\n\n7 of 9");

        assertThat(page.getByLabel("Names")).hasValue("Ana\nBo Chen\nCy\nDi\n7 of 9");
    }

    @Test
    void nameThatIsCorrected_keepsWhatIsKnownOfThem_andAnotherOneDoesNot() {
        drop("team.json", "application/json", CHRISTMAS);
        assertThat(member(2)).containsText("60 %");
        names(page.getByLabel("Names")
                .inputValue()
                .replace("Cy Hall", "Cyd Hall")
                .replace("Ana Lima", "Zoe North"));

        assertThat(member(2)).containsText("Cyd Hall");
        assertThat(member(2)).containsText("60 %");
        assertThat(member(0)).containsText("Zoe North");
        assertThat(member(0)).not().containsText("leave");
    }

    @Test
    void twoOfOneName_keepWhatIsKnownOfEach() {
        drop("people.csv", "text/csv", "id,name,share\na1,Ana,\na2,Ana,50%\n");
        assertThat(page.locator(".member")).hasCount(2);
        names("Ana\nAna\nBo");

        assertThat(member(1)).containsText("50 %");
        assertThat(member(2)).containsText("Bo");
    }

    @Test
    void valuesThatCannotBe_areShownWithWhatIsWrong_alsoAfterAReload() {
        drop("odd.json", "application/json", """
                {"team": {"members": [null, {"id": 7, "name": 5, "skills": 5, "leave": [null, 3], "wishes": "x"}]}}
                """);
        assertThat(page.locator(".member")).hasCount(2);
        assertThat(page.getByText("The name (5)").first()).isVisible();
        drop("people.csv", "text/csv", "name,leave\nAna,08/02/2027\n");
        assertThat(member(2)).containsText("leave 08/02/2027");
        page.reload();

        assertThat(member(2)).containsText("leave 08/02/2027");
        button("Start anew").click();
        assertThat(page.locator(".member")).hasCount(0);
    }

    @Test
    void teamThatAnotherTookThePlaceOf_isBroughtBack() {
        names("Ana, Bo, Cy");
        button("Start anew").click();
        assertThat(page.getByLabel("Names")).hasValue("");
        button("Bring it back").click();

        assertThat(page.getByLabel("Names")).hasValue("Ana\nBo\nCy");
        assertThat(button("Bring it back")).hasCount(0);
    }

    @Test
    void requestWithAComma_tooMany_isNotLost() {
        names("Ana, Bo");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("The request as JSON"))
                .click();
        Locator json = page.getByLabel("The request as JSON");
        json.fill("{\"team\": {\"members\": [\"Ana\",]}}");
        json.blur();

        assertThat(page.getByText("This is not JSON")).isVisible();
        assertThat(json).hasValue(Pattern.compile("Ana\",]"));
        json.fill("{\"team\": {\"members\": [\"Zoe\"]}}");
        json.blur();
        assertThat(page.getByLabel("Names")).hasValue("Zoe");
    }

    @Test
    void fileInAnotherEncoding_isRefused() {
        page.locator("input[type=file]")
                .setInputFiles(new com.microsoft.playwright.options.FilePayload(
                        "people.csv",
                        "text/csv",
                        "name\nJos\u00e9\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));

        assertThat(page.locator(".file.bad")).containsText("must be text in UTF-8");
        assertThat(page.locator(".member")).hasCount(0);
    }

    // Where one goes

    @Test
    void back_leadsToTheViewBefore_andAReloadStaysThere() {
        solved(CHRISTMAS);
        go("Fairness");
        page.goBack();
        assertThat(page.locator("main.view-rota .board").first()).isVisible();
        page.goBack();
        assertThat(page.locator("main.view-team")).isVisible();
        page.reload();

        assertThat(page.locator("main.view-team")).isVisible();
        page.goForward();
        assertThat(page.locator("main.view-rota .board").first()).isVisible();
    }

    @Test
    void pressingTwice_asksOnce() {
        List<String> solves = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/api/rotas")) {
                solves.add(request.url());
            }
        });
        drop("team.json", "application/json", CHRISTMAS);
        assertThat(page.locator(".member")).hasCount(8);
        button("Make the rota").dblclick();

        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.locator(".progress")).hasCount(0);
        assertThat(solves).hasSize(1);
    }

    // What is tried, and changed

    @Test
    void whatIsTried_saysWhatItCosts() {
        solved(CHRISTMAS);
        int before = Integer.parseInt(cost(page));
        chips().nth(6).click();
        page.locator(".options > li").nth(1).getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator(".tried")).containsText(Pattern.compile("Cost \\d+"));
        int after = Integer.parseInt(cost(page));
        assertThat(page.locator(".tried")).containsText("Cost " + after);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void anExchangeWithOneself_isNone() {
        solved(CHRISTMAS);
        Locator chip = chips().first();
        chip.click();
        page.getByText("Exchange with another shift").click();
        chip.click();

        assertThat(page.locator(".tried")).hasCount(0);
    }

    @Test
    void change_goesOnFromTheRotaThatIsShown_withTheLeaveThatWasAdded() {
        solved(CHRISTMAS);
        go("Change");
        page.getByLabel("Who is away").selectOption("bo");
        page.getByLabel("First day").fill("2027-01-12");
        button("Add leave").click();
        go("Rota");
        chips().nth(6).click();
        page.locator(".options > li").nth(1).getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".tried")).isVisible();
        go("Change");
        assertThat(page.locator(".added")).containsText("Bo Chen");
        button("Re-solve").click();
        page.getByLabel("Who is away").selectOption("cy");
        page.getByLabel("First day").fill("2027-02-02");
        button("Add leave").click();

        assertThat(page.getByRole(AriaRole.RADIO)).hasCount(0);
        assertThat(page.locator(".added li")).hasCount(2);
        button("Re-solve").click();
        assertThat(page.locator(".menu [aria-busy]")).hasCount(0);
        page.getByRole(AriaRole.RADIO).last().check();
        button("Go on with this rota").click();
        assertThat(page.locator(".tried")).containsText("As fair as possible");
        String adopted = cost(page);
        page.reload();
        assertThat(page.locator(".board").first()).isVisible();
        assertThat(page.locator(".verdict strong")).hasText(adopted);
    }

    // A service that stumbles

    @Test
    void rotaThatCannotBeHadAtTheEnd_isSaid_andThePageGoesOn() {
        drop("team.json", "application/json", CHRISTMAS);
        assertThat(page.locator(".member")).hasCount(8);
        Pattern rota = Pattern.compile("/api/rotas/[^/]+$");
        page.route(
                rota,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\": 409, \"detail\": \"Not now.\"}")));
        button("Make the rota").click();

        assertThat(page.locator(".failure")).containsText("its rota cannot be had now: Not now.");
        assertThat(page.locator(".progress")).hasCount(0);
        page.unroute(rota);
        go("Team");
        button("Make the rota").click();
        assertThat(page.locator(".board").first()).isVisible();
    }

    @Test
    void shiftThatCannotBeAskedAbout_isAskedAboutAgain() {
        solved(CHRISTMAS);
        Pattern why = Pattern.compile("/why$");
        page.route(
                why,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\": 409, \"detail\": \"Not now.\"}")));
        chips().nth(3).click();
        assertThat(page.locator(".why")).containsText("Not now.");
        page.unroute(why);
        button("Ask again").click();

        assertThat(page.locator(".options > li")).hasCount(8);
    }
}
