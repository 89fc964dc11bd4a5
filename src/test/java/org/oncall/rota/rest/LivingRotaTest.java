package org.oncall.rota.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.jobs.JobLimits;
import org.oncall.rota.jobs.Repairs;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredMenu;
import org.oncall.rota.teams.Caller;
import org.oncall.rota.teams.MenuLimits;
import org.oncall.rota.teams.RepairDesk;
import org.oncall.rota.teams.RotaDesk;
import org.oncall.rota.teams.TeamDesk;
import org.oncall.rota.wire.RevisionRow;

/** What happens to a rota once it is published: changes, cover and swaps. Far ahead, so that no day of it has begun. */
@QuarkusTest
@Timeout(180)
class LivingRotaTest {
    private static final String PERIOD =
            "{\"from\": \"2099-01-06\", \"to\": \"2099-03-03\", \"solve\": {\"moves\": 5000}}";

    @Inject
    Store store;

    @Inject
    RotaIntake intake;

    @Inject
    TeamDesk teams;

    @Inject
    RotaDesk rotas;

    private String team;
    private String rota;

    @BeforeEach
    void publish() {
        team = "/api/teams/living-" + UUID.randomUUID().toString().substring(0, 8);
        Service.json("{\"holidays\": \"none\", \"members\":"
                        + " [\"Ana\", \"Bo\", \"Cy\", \"Di\", \"Ed\", \"Flo\", \"Gus\", \"Hal\"]}")
                .put(team)
                .then()
                .statusCode(201);
        rota = "/api/rotas/" + solve();
        given().post(rota + "/publish").then().statusCode(200);
    }

    private String solve() {
        return Service.json(PERIOD)
                .header("Prefer", "wait=60")
                .post(team + "/rotas")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    // ---- A change

    @Test
    void leave_thenAMenu_thenAnOption_thenPublished() {
        Map<String, String> shift = shift(rota, 4);
        String member = shift.get("member");
        String first = shift.get("from").substring(0, 10);
        String changes = "{\"changes\": {\"members\": [{\"id\": \"" + member + "\", \"leave\": [{\"from\": \"" + first
                + "\", \"to\": \"" + first + "\"}]}]}, \"freezeUntil\": \"2099-01-20\", \"limit\": \"PT1S\"}";
        String menu = Service.json(changes)
                .header("X-Rota-User", "mia")
                .header("Idempotency-Key", "menu-" + team)
                .post(rota + "/resolve")
                .then()
                .statusCode(202)
                .body("status", not(equalTo("FAILED")))
                .extract()
                .header("Location");
        assertThat(Service.json(changes)
                        .header("Idempotency-Key", "menu-" + team)
                        .post(rota + "/resolve")
                        .getHeader("Location"))
                .isEqualTo(menu);
        JsonPath found = solved(menu);

        assertThat(found.getBoolean("menu.published.legal")).isFalse();
        assertThat(found.getList("menu.broken")).isEmpty();
        assertThat(found.getInt("menu.options[0].movedSlots")).isPositive();
        assertThat(found.getBoolean("menu.options[0].legal")).isTrue();
        given().get(team + "/members/" + member + "/leave").then().body("from", equalTo(List.of(first)));
        given().post(menu + "/options/0").then().statusCode(404);
        String draft = given().post(menu + "/options/1")
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("basedOn", equalTo(id(rota)))
                .extract()
                .header("Location");

        JsonPath told = given().get(draft).jsonPath();
        List<String> named = told.getList("changes.member");
        assertThat(new TreeSet<>(named)).isEqualTo(moved(rota, draft)).contains(member);
        given().post(draft + "/publish").then().statusCode(200).body("state", equalTo("PUBLISHED"));
        given().get(rota).then().body("state", equalTo("SUPERSEDED"));
        given().post(menu + "/options/1").then().statusCode(409).body("detail", containsString("published since"));
        given().get(draft + "/trail").then().body("what", hasItems("rota-published", "rota-resolved"));
        given().get(rota + "/trail").then().body("what", hasItem("rota-resolve-asked"));
    }

    /** A desk that remembers nothing is what there is after a restart. */
    @Test
    void menu_afterARestart_isReadAndChosenFrom() {
        String menu = illness("PT1S");
        Map<String, Object> told = solved(menu).getMap("");
        int options = given().get(menu).jsonPath().getList("menu.options").size();
        UUID rotaId = UUID.fromString(id(rota));
        UUID menuId = UUID.fromString(id(menu));

        RepairDesk again = desk(new MenuLimits(Duration.ofDays(1), 10));

        assertThat(JsonPath.from(json(again.menu(rotaId, menuId))).getMap("")).isEqualTo(told);
        RevisionRow draft = again.choose(rotaId, menuId, options, new Caller("mia", null));
        Map<String, String> held = new HashMap<>();
        List<Map<String, String>> shifts =
                JsonPath.from(json(told)).getList("menu.options[" + (options - 1) + "].shifts");
        hold(shifts, held);
        assertThat(held("/api/rotas/" + draft.id())).isEqualTo(held);
        given().post("/api/rotas/" + draft.id() + "/publish").then().statusCode(200);
        assertThatThrownBy(() -> again.choose(rotaId, menuId, 1, new Caller("mia", null)))
                .hasMessageContaining("published since");
        assertThatThrownBy(() -> again.menu(UUID.randomUUID(), menuId)).hasMessageContaining("has no menu");
    }

    @Test
    void menu_underWayWhenTheProcessEnded_isLookedForAgain_butNotAThirdTime() {
        StoredMenu done = store.transact(tx ->
                tx.menus().find(UUID.fromString(id(ended(illness("PT1S"))))).orElseThrow());
        StoredMenu once = unfinished(done, 1);
        StoredMenu twice = unfinished(done, 2);
        store.run(tx -> {
            tx.menus().add(once);
            tx.menus().add(twice);
        });

        desk(new MenuLimits(Duration.ofDays(1), 10, 1)).resume();

        JsonPath found = solved(rota + "/resolve/" + once.id());
        assertThat(found.getList("menu.options")).hasSize(1); // the text was bounded to nothing
        assertThat(found.getInt("menu.options[0].movedSlots")).isPositive();
        given().get(rota + "/resolve/" + twice.id()).then().statusCode(200).body("status", equalTo("FAILED"));
        given().post(rota + "/resolve/" + twice.id() + "/options/1").then().statusCode(409);
        given().post(rota + "/resolve/" + once.id() + "/options/1").then().statusCode(201);
    }

    private static StoredMenu unfinished(StoredMenu done, int starts) {
        return new StoredMenu(
                UUID.randomUUID(),
                done.rota(),
                done.basis(),
                "QUEUED",
                starts,
                done.request(),
                null,
                done.takenAt(),
                null);
    }

    private RepairDesk desk(MenuLimits limits) {
        JobLimits jobs = new JobLimits(1, 16, Duration.ofHours(1), 100, Duration.ofSeconds(1));
        return new RepairDesk(store, intake, new Repairs(jobs, Clock.systemUTC()), teams, rotas, limits);
    }

    /** Has a menu looked for after somebody fell ill in their week. */
    private String illness(String limit) {
        Map<String, String> shift = shift(rota, 4);
        String first = shift.get("from").substring(0, 10);
        return Service.json("{\"changes\": {\"members\": [{\"id\": \"" + shift.get("member")
                        + "\", \"leave\": [{\"from\": \"" + first + "\", \"to\": \"" + first + "\"}]}]}, \"limit\": \""
                        + limit + "\"}")
                .post(rota + "/resolve")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static String ended(String menu) {
        solved(menu);
        return menu;
    }

    @Test
    void resolve_ofWhatIsWrong_saysWhere() {
        Service.json("{\"freezeUntil\": \"soon\", \"limit\": \"PT9H\"}")
                .post(rota + "/resolve")
                .then()
                .statusCode(422)
                .body("issues.pointer", hasItem("/freezeUntil"));
        Service.json("{\"changes\": {\"members\": [{\"id\": \"Ana\", \"share\": 7}]}}")
                .post(rota + "/resolve")
                .then()
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/changes/members/0/share")));
        Service.json("{\"changes\": {\"members\": [{\"id\": \"Ana\", \"share\": 0.5}]}}")
                .header("If-Match", "\"99\"")
                .post(rota + "/resolve")
                .then()
                .statusCode(412);
        given().get(team).then().header("ETag", "\"1\"");
        Service.json("{\"freeze\": \"2099-01-20\"}")
                .post(rota + "/resolve")
                .then()
                .statusCode(400);
        Service.json("{}").post("/api/rotas/" + solve() + "/resolve").then().statusCode(409);
        Service.json("{}")
                .post("/api/rotas/" + UUID.randomUUID() + "/resolve")
                .then()
                .statusCode(404);
        given().get(rota + "/resolve/" + UUID.randomUUID()).then().statusCode(404);
    }

    // ---- Cover

    @Test
    void cover_ranksEverybody_forAShiftANightAndAWeekend() {
        Map<String, String> shift = shift(rota, 6);
        String cover = rota + "/shifts/" + shift.get("id") + "/cover";
        LocalDate first = LocalDate.parse(shift.get("from").substring(0, 10));
        LocalDate friday = first.with(java.time.temporal.TemporalAdjusters.nextOrSame(java.time.DayOfWeek.FRIDAY));

        given().get(cover)
                .then()
                .statusCode(200)
                .body("options", hasSize(9))
                .body("shift.member", equalTo(shift.get("member")))
                .body("swaps.handings[0].from", hasItem(shift.get("member")))
                .body("toTheEnd", nullValue());
        given().get(cover + "?woken=" + first.plusDays(1) + "T03:00:00Z")
                .then()
                .statusCode(200)
                .body("shift.from", containsString(first.plusDays(1) + "T12:00"))
                .body("shift.to", containsString(first.plusDays(2) + "T12:00"));
        given().get(cover + "?part=weekend")
                .then()
                .statusCode(200)
                .body("shift.from", containsString(friday + "T12:00"))
                .body("shift.to", containsString(friday.plusDays(3) + "T12:00"));
        given().get(cover + "?part=night")
                .then()
                .statusCode(200)
                .body("shift.to", containsString(first.plusDays(1) + "T12:00"));
        given().get(cover + "?part=morning").then().statusCode(422).body("issues.code", hasItem("unknown-part"));
        given().get(cover + "?part=night&from=" + first).then().statusCode(422);
        given().get(cover + "?from=tomorrow").then().statusCode(422);
        given().get(rota + "/shifts/on-call.primary.2098-01-01/cover").then().statusCode(404);
    }

    @Test
    void night_inTheMiddleOfAShift_isCoveredAsARevision_andUndone() {
        for (int skip = 0; skip < 8; skip++) {
            Map<String, String> shift = shift(rota, skip);
            LocalDate night =
                    LocalDate.parse(shift.get("from").substring(0, 10)).plusDays(2);
            JsonPath found = given().get(rota + "/shifts/" + shift.get("id") + "/cover?from=" + night + "&to=" + night)
                    .jsonPath();
            Map<String, Object> proposal = found.getMap("swaps.find { it.kind == 'COVER' }");
            if (proposal == null) {
                continue;
            }
            String swap = as("mia", "{\"why\": \"woken\", \"handings\": " + json(proposal.get("handings")) + "}")
                    .post(rota + "/swaps")
                    .then()
                    .statusCode(201)
                    .extract()
                    .header("Location");
            String after = "/api/rotas/"
                    + as("mia", "{}")
                            .post(swap + "/accept")
                            .then()
                            .statusCode(200)
                            .body("status", equalTo("APPLIED"))
                            .extract()
                            .path("rota");

            given().get(after).then().body("legal", equalTo(true)).body("state", equalTo("PUBLISHED"));
            Map<String, String> expected = held(rota);
            expected.putAll(swapped(proposal));
            assertThat(swapped(proposal)).hasSize(1);
            assertThat(held(after)).isEqualTo(expected);
            String undone = as("mia", "{}")
                    .post(swap + "/undo")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("rota");
            assertThat(held("/api/rotas/" + undone)).isEqualTo(held(rota));
            return;
        }
        throw new AssertionError("No night in the middle of a shift could be covered.");
    }

    // ---- Swaps

    @Test
    void swap_isAgreedTo_applied_survivesALaterSolve_andIsUndone() {
        Map<String, String> shift = shift(rota, 4);
        String giver = shift.get("member");
        Map<String, Object> proposal = proposal(rota, shift, "EXCHANGE");
        String body = "{\"why\": \"a wedding\", \"handings\": " + json(proposal.get("handings")) + "}";
        String key = UUID.randomUUID().toString();
        String swap = as(giver, body)
                .header("Idempotency-Key", key)
                .post(rota + "/swaps")
                .then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .body("awaited", hasSize(1))
                .extract()
                .header("Location");
        as(giver, body)
                .header("Idempotency-Key", key)
                .post(rota + "/swaps")
                .then()
                .statusCode(201);
        given().get(rota + "/swaps").then().body("", hasSize(1));
        String taker = given().get(swap).path("awaited[0]");
        as(giver, "{\"member\": \"" + taker + "\"}")
                .post(swap + "/accept")
                .then()
                .statusCode(409)
                .body("detail", containsString("may not speak for"));

        String after = "/api/rotas/"
                + as(taker, "{}")
                        .post(swap + "/accept")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("APPLIED"))
                        .body("awaited", empty())
                        .extract()
                        .path("rota");

        given().get(after).then().body("state", equalTo("PUBLISHED")).body("basedOn", equalTo(id(rota)));
        assertThat(moved(rota, after)).containsExactlyInAnyOrder(giver, taker);
        List<String> named = given().get(after).jsonPath().getList("changes.member");
        assertThat(named).containsExactlyInAnyOrder(giver, taker);
        given().get(team + "/trail")
                .then()
                .body("what", hasItems("swap-proposed", "swap-accepted", "swap-applied", "rota-published"))
                .body("find { it.what == 'swap-proposed' }.who", equalTo(giver))
                .body("find { it.what == 'swap-proposed' }.why", equalTo("a wedding"));
        as(giver, body).post(rota + "/swaps").then().statusCode(409).body("detail", containsString("SUPERSEDED"));

        String later = "/api/rotas/" + solve();
        given().get(later).then().body("request.pinned", not(empty())).body("request.credits", not(empty()));
        given().get(later).then().body("shifts", not(empty()));
        Map<String, String> held = held(later);
        swapped(proposal).forEach((slot, member) -> assertThat(held).containsEntry(slot, member));

        as(giver, "{}").post(swap + "/undo").then().statusCode(409).body("detail", containsString("ask a manager"));
        String undone = "/api/rotas/"
                + as("mia", "{\"why\": \"called off\"}")
                        .post(swap + "/undo")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("UNDONE"))
                        .body("trail.status", equalTo(List.of("PROPOSED", "PROPOSED", "ACCEPTED", "APPLIED", "UNDONE")))
                        .extract()
                        .path("rota");
        assertThat(held(undone)).isEqualTo(held(rota));
        as("mia", "{}").post(swap + "/undo").then().statusCode(409);
        given().get("/api/rotas/" + solve())
                .then()
                .body("request.pinned", empty())
                .body("request.credits", empty());
    }

    @Test
    void swap_thatWouldBreakARule_isRefusedWithTheFindings() {
        Map<String, String> shift = shift(rota, 2);
        String beside = given().get(rota)
                .jsonPath()
                .getString("shifts.find { it.tier != '" + shift.get("tier") + "' && it.from == '" + shift.get("from")
                        + "' }.member");

        as("mia", handing(shift, shift.get("member"), beside))
                .post(rota + "/swaps")
                .then()
                .statusCode(409)
                .body("issues.code", hasItem("two-places"));
        as("mia", handing(shift, beside, shift.get("member")))
                .post(rota + "/swaps")
                .then()
                .statusCode(409)
                .body("detail", containsString("is not held by member (" + beside + ")"));
        as("mia", handing(shift, shift.get("member"), "Zoe"))
                .post(rota + "/swaps")
                .then()
                .statusCode(422)
                .body("issues.pointer", equalTo(List.of("/handings/0/to")));
        Service.json("{}").post(rota + "/swaps").then().statusCode(422);
        given().get(rota + "/swaps").then().body("", hasSize(0));
        given().get(rota).then().body("state", equalTo("PUBLISHED"));
    }

    @Test
    void swap_declined_changesNothing() {
        Map<String, String> shift = shift(rota, 4);
        Map<String, Object> proposal = proposal(rota, shift, "COVER");
        String swap = as("mia", "{\"handings\": " + json(proposal.get("handings")) + "}")
                .post(rota + "/swaps")
                .then()
                .statusCode(201)
                .body("awaited", hasSize(2))
                .extract()
                .header("Location");

        as(shift.get("member"), "{\"why\": \"no\"}")
                .post(swap + "/decline")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUSED"));
        as("mia", "{}").post(swap + "/accept").then().statusCode(409);
        given().get(rota).then().body("state", equalTo("PUBLISHED"));
        given().get(rota + "/trail").then().body("what", hasItem("swap-declined"));
    }

    @Test
    void swap_whoseTakerFallsIll_isRepaired_andPinnedNoMore() {
        Map<String, String> shift = shift(rota, 4);
        Map<String, Object> proposal = proposal(rota, shift, "COVER");
        String swap = as("mia", "{\"handings\": " + json(proposal.get("handings")) + "}")
                .post(rota + "/swaps")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String after = "/api/rotas/"
                + as("mia", "{}")
                        .post(swap + "/accept")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("rota");
        String taker = swapped(proposal).values().iterator().next();
        String changes = "{\"changes\": {\"members\": [{\"id\": \"" + taker + "\", \"leave\": [{\"from\": \""
                + shift.get("from").substring(0, 10) + "\", \"to\": \""
                + shift.get("to").substring(0, 10) + "\"}]}]}, \"limit\": \"PT1S\"}";
        String menu = Service.json(changes)
                .post(after + "/resolve")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        solved(menu);
        String draft = given().post(menu + "/options/1")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        given().post(draft + "/publish").then().statusCode(200);

        Map<String, String> held = held(draft);
        swapped(proposal).forEach((slot, member) -> assertThat(held).doesNotContainEntry(slot, member));
        given().get("/api/rotas/" + solve()).then().body("request.pinned", empty());
        as("mia", "{}").post(swap + "/undo").then().statusCode(409);
    }

    @Test
    void swap_inTheTradingWindow_isOfferedInstead() {
        String offered = "/api/rotas/" + solve();
        Service.json("{\"until\": \"2098-01-01T00:00:00Z\"}")
                .post(offered + "/offer")
                .then()
                .statusCode(200);
        Map<String, String> shift = shift(offered, 4);
        Map<String, Object> proposal = proposal(offered, shift, "COVER");
        String swap = as("mia", "{\"handings\": " + json(proposal.get("handings")) + ", \"creditMoves\": true}")
                .post(offered + "/swaps")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        String after = "/api/rotas/"
                + as("mia", "{}")
                        .post(swap + "/accept")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("APPLIED"))
                        .body("trail.onBehalfOf", hasItem(shift.get("member")))
                        .extract()
                        .path("rota");

        given().get(offered).then().body("state", equalTo("SUPERSEDED"));
        given().get(after).then().body("state", equalTo("OFFERED"));
        Map<String, String> held = held(after);
        swapped(proposal).forEach((slot, member) -> assertThat(held).containsEntry(slot, member));
        given().post(after + "/publish")
                .then()
                .statusCode(200)
                .body("notes", hasSize(1))
                .body("notes[0]", containsString("before its trading window closes (2098-01-01T00:00:00Z)"));
        given().get(after + "/trail")
                .then()
                .body("find { it.what == 'rota-published' }.details.early", equalTo("2098-01-01T00:00:00Z"));
        given().get(after).then().body("shifts", hasSize(greaterThan(4)));
    }

    @Test
    void swap_afterTheTradingWindow_isRefusedUntilTheRotaIsPublished() {
        String offered = "/api/rotas/" + solve();
        Service.json("{\"until\": \"2098-01-01T00:00:00Z\"}")
                .post(offered + "/offer")
                .then()
                .statusCode(200);
        String body = "{\"handings\": "
                + json(proposal(offered, shift(offered, 4), "COVER").get("handings")) + "}";
        String swap = as("mia", body)
                .post(offered + "/swaps")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Service.json("{\"until\": \"" + Instant.now().plusSeconds(1) + "\"}")
                .post(offered + "/offer")
                .then()
                .statusCode(200);

        int proposed;
        do {
            proposed = as("mia", body).post(offered + "/swaps").statusCode();
        } while (proposed == 201);

        assertThat(proposed).isEqualTo(409);
        as("mia", "{}")
                .post(swap + "/accept")
                .then()
                .statusCode(409)
                .body("detail", containsString("The trading window of the rota"))
                .body("detail", containsString("/offer"));
        given().post(offered + "/publish").then().statusCode(200).body("notes", empty());
        as("mia", "{}").post(swap + "/accept").then().statusCode(200).body("status", equalTo("APPLIED"));
    }

    // ---- Words of these tests

    private static RequestSpecification as(String user, String body) {
        return Service.json(body).header("X-Rota-User", user);
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** A shift of a whole week, after so many of them. */
    private static Map<String, String> shift(String rota, int skip) {
        List<Map<String, String>> shifts = given().get(rota).jsonPath().getList("shifts");
        return shifts.stream()
                .filter(shift -> LocalDate.parse(shift.get("from").substring(0, 10))
                        .plusDays(7)
                        .equals(LocalDate.parse(shift.get("to").substring(0, 10))))
                .filter(shift -> shift.get("from").compareTo("2099-01-20") > 0)
                .skip(skip)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> proposal(String rota, Map<String, String> shift, String kind) {
        ValidatableResponse found = given().queryParam("member", shift.get("member"))
                .queryParam("shift", shift.get("id"))
                .get(rota + "/swaps/proposals")
                .then()
                .statusCode(200);
        return found.extract().jsonPath().getMap("find { it.kind == '" + kind + "' }");
    }

    private static String json(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String handing(Map<String, String> shift, String from, String to) {
        LocalDate first = LocalDate.parse(shift.get("from").substring(0, 10));
        return """
                {"handings": [{"rotation": "on-call", "tier": "%s", "first": "%s", "last": "%s", "from": "%s", "to": "%s"}]}
                """.formatted(shift.get("tier"), first, first.plusDays(6), from, to);
    }

    /** By slot, who holds it once the proposal is applied. */
    private static Map<String, String> swapped(Map<String, Object> proposal) {
        Map<String, String> result = new HashMap<>();
        JsonPath handings = JsonPath.from(json(proposal));
        List<Map<String, String>> each = handings.getList("handings");
        for (Map<String, String> handing : each) {
            LocalDate.parse(handing.get("first"))
                    .datesUntil(LocalDate.parse(handing.get("last")).plusDays(1))
                    .forEach(day -> result.put(handing.get("tier") + " " + day, handing.get("to")));
        }
        return result;
    }

    /** By slot, who holds it. */
    private static Map<String, String> held(String rota) {
        Map<String, String> result = new HashMap<>();
        hold(given().get(rota).jsonPath().getList("shifts"), result);
        return result;
    }

    private static void hold(List<Map<String, String>> shifts, Map<String, String> result) {
        for (Map<String, String> shift : shifts) {
            OffsetDateTime.parse(shift.get("from"))
                    .toLocalDate()
                    .datesUntil(OffsetDateTime.parse(shift.get("to")).toLocalDate())
                    .forEach(day -> result.put(shift.get("tier") + " " + day, shift.get("member")));
        }
    }

    /** Who lost or gained a day from the one rota to the other. */
    private static TreeSet<String> moved(String before, String after) {
        Map<String, String> was = held(before);
        Map<String, String> is = held(after);
        TreeSet<String> members = new TreeSet<>();
        was.forEach((slot, member) -> {
            if (!member.equals(is.get(slot))) {
                members.add(member);
                if (is.get(slot) != null) {
                    members.add(is.get(slot));
                }
            }
        });
        return members;
    }

    private static JsonPath solved(String menu) {
        while (true) {
            JsonPath answer = given().get(menu).jsonPath();
            if (!List.of("QUEUED", "SOLVING").contains(answer.getString("status"))) {
                assertThat(answer.getString("status")).isEqualTo("SOLVED");
                return answer;
            }
        }
    }
}
