package org.oncall.rota.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for whoever looks at it, and however: by key, by ear, at any width, with any name. */
@QuarkusTest
class EverybodyPageTest extends Browsing {
    @Test
    void everything_canBeDoneByKeyboard() {
        tabTo(page.getByLabel("Names"));
        page.keyboard().type("Ana\nBo\nCy\nDi\nEd\nFlo\nGus\nHal");
        tabTo(page.getByLabel("First day", new Page.GetByLabelOptions().setExact(true)));
        page.keyboard().type("05012027");
        tabTo(page.getByLabel("First day not planned"));
        page.keyboard().type("12122028");
        tabTo(page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("More"))
                .first());
        page.keyboard().press("Enter");
        tabTo(page.getByLabel("Search for at most"));
        page.keyboard().type(LONG);
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
        assertThat(page.locator(".board").nth(1).locator(".chip:focus")).hasCount(1);
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
        // In the table for chat a name that runs from right to left moves no other.
        go("Take away");
        assertThat(page.locator("pre")).containsText("\u2068" + hebrew);
        assertThat(page.locator("main script, main img[src=x]")).hasCount(0);
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

    // On paper

    @Test
    void print_isASheetForEachQuarter_thatSaysWhoseItIs() {
        solved(CHRISTMAS);
        for (String view : List.of("Weeks", "Members")) {
            button(view).click();
            awaitBlocks();
            assertThat(page.locator(".quarter")).hasCount(2);
            assertThat(page.locator(".quarter h4").first()).hasAttribute("data-of", "Night owls");
            String pdf =
                    new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
            assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results())
                    .as(view)
                    .hasSize(2);
        }
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
}
