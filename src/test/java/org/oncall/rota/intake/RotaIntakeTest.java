package org.oncall.rota.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.intake.Requests.FULL;
import static org.oncall.rota.intake.Requests.accepted;
import static org.oncall.rota.intake.Requests.fullWith;
import static org.oncall.rota.intake.Requests.issues;
import static org.oncall.rota.intake.Requests.read;
import static org.oncall.rota.intake.Requests.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.wire.MemberJson;
import org.oncall.rota.wire.RotaRequest;
import org.oncall.rota.wire.TeamJson;

class RotaIntakeTest {
    @Test
    void full_isAccepted() {
        RotaProblem problem = accepted(FULL).problem();

        assertThat(problem.from()).isEqualTo("2027-01-05");
        assertThat(problem.freezeUntil()).isEqualTo("2027-01-19");
        assertThat(problem.weights()).hasToString("{irregular=0, too-soon=2}");
        assertThat(problem.team().members().getFirst().leave())
                .containsExactly(new DateRange(LocalDate.parse("2027-02-08"), LocalDate.parse("2027-02-14")));
        assertThat(problem.history())
                .extracting(RotaIntakeTest::show)
                .containsExactly("on-call.primary.2026-12-22 ana", "on-call.primary.2026-12-23 ana");
        assertThat(problem.published())
                .extracting(RotaIntakeTest::show)
                .startsWith("on-call.primary.2027-01-05 bo")
                .endsWith("on-call.primary.2027-01-11 bo")
                .hasSize(7);
    }

    private static String show(Holding holding) {
        return holding.slot().id() + " " + holding.member();
    }

    @Test
    void wrongShapeAndWrongMeaning_areToldTogetherAndOnce() {
        assertThat(issues("""
                                {"team": {"zone": 5, "members": ["Ana", {"name": "Bo", "shar": 1, "share": 2, "knows": ["Anna"]}, 7],
                                          "rotations": [{"rest": "11", "supervised": 1.5}]},
                                 "from": "2027-01-05", "to": "2026-07-06", "solve": {"limit": 20}}
                                """))
                .extracting(issue -> issue.kind() + " " + issue.code() + " " + issue.pointer())
                .containsExactly(
                        "SHAPE wrong-type /team/zone",
                        "SHAPE unknown-field /team/members/1/shar",
                        "SHAPE wrong-type /team/members/2",
                        "SHAPE wrong-type /team/rotations/0/supervised",
                        "SHAPE wrong-type /solve/limit",
                        "MEANING out-of-range /team/members/1/share",
                        "MEANING bad-period /team/rotations/0/rest",
                        "MEANING wrong-order /to");
    }

    @Test
    void threeHundredIssues_areCutWithTheirNumber() {
        String members = String.join(",", Collections.nCopies(300, "{\"nane\": \"Ana\"}"));

        List<Issue> issues = issues(
                "{\"team\": {\"members\": [" + members + "]}, \"from\": \"2027-01-05\", \"to\": \"2027-07-06\"}");

        assertThat(issues).hasSize(201);
        assertThat(issues.getLast().code()).isEqualTo("more-issues");
        assertThat(issues.getLast().sentence())
                .isEqualTo("The request has 401 more issues than the 200 listed here."
                        + " Maybe solve these first and send it again.");
    }

    @Test
    void manyKnownIds_areListedTenAtMost() {
        String members = String.join(
                ",",
                java.util.stream.IntStream.range(0, 13)
                        .mapToObj(i -> "\"M" + i + "\"")
                        .toList());

        assertThat(
                        issues(
                                "{\"team\": {\"members\": [" + members
                                        + ", {\"name\": \"Bo\", \"knows\": [\"Zed\"]}]}, \"from\": \"2027-01-05\", \"to\": \"2027-07-06\"}"))
                .singleElement()
                .extracting(Issue::sentence)
                .isEqualTo("The member (Zed) in /team/members/13/knows/0 does not exist."
                        + " Known members are [M0, M1, M2, M3, M4, M5, M6, M7, M8, M9, and 4 more].");
    }

    @Test
    void regionWhoseHolidaysAreNotKnownSoFarAhead_isRefused() {
        assertThat(issues("{\"team\": {\"members\": [\"Ana\"], \"zone\": \"Asia/Dubai\", \"holidays\": \"AE\"},"
                        + " \"from\": \"2199-01-05\", \"to\": \"2199-07-06\"}"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("unknown-holidays");
                    assertThat(issue.sentence()).contains("(AE)", "2188 to 2199", "Maybe plan an earlier period");
                });
    }

    @Test
    void boundRequestWithANullMember_isOfWrongShape() {
        TeamJson team = new TeamJson(
                null, null, null, Arrays.asList(MemberJson.named("Ana"), null, MemberJson.named("Ana")), null);
        RotaRequest request =
                new RotaRequest(team, "2027-01-05", "2027-07-06", null, null, null, null, null, null, null, null);

        assertThat(read(request)).isInstanceOfSatisfying(Intake.Refused.class, refused -> {
            assertThat(refused.isOfWrongShape()).isTrue();
            assertThat(refused.issues())
                    .extracting(issue -> issue.code() + " " + issue.pointer())
                    .containsExactly("wrong-type /team/members/1", "duplicate-id /team/members/2/name");
        });
    }

    @Test
    void codes_areKebabCaseAndDistinct() {
        assertThat(Arrays.stream(IssueCode.values()).map(IssueCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    }

    /** Pointers to every value of the full request that is not null, but the request itself. */
    static Stream<String> places() {
        List<String> result = new ArrayList<>();
        collect(tree(FULL), "", result);
        result.remove("");
        return result.stream();
    }

    private static void collect(JsonNode node, String pointer, List<String> places) {
        if (!node.isNull()) {
            places.add(pointer);
        }
        node.properties().forEach(entry -> collect(entry.getValue(), pointer + "/" + entry.getKey(), places));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, places);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void wrongTypeAnywhere_isOneIssueThatNamesThePlace(String place) {
        JsonNode value = tree(FULL).at(place);
        String wrong = value.isTextual() || place.matches("/team/members/\\d") ? "7" : value.isArray() ? "{}" : "\"x\"";

        assertThat(issues(fullWith(place, wrong))).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(Issue.Kind.SHAPE);
            assertThat(issue.code()).isEqualTo("wrong-type");
            assertThat(issue.pointer()).isEqualTo(place);
            assertThat(issue.sentence()).contains(place);
        });
    }

    /** Fields without a default. */
    private static final Set<String> REQUIRED = Set.of("/team", "/team/members", "/from", "/to");

    private static boolean isRequired(String place) {
        return REQUIRED.contains(place)
                || place.matches("/team/members/./name|/team/rotations/./tiers/./id")
                || place.matches("/team/members/./(leave|wishes)/./(from|to)")
                || place.matches("/(history|published|pinned)/./(rotation|tier|member|from|to)")
                || place.matches("/credits/./(rotation|tier|member|credited|from|to)");
    }

    static Stream<String> fields() {
        return places().filter(place -> !place.matches(".*/\\d+"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void fieldLeftOutOrNull_isAcceptedOrMissing(String place) {
        assertThat(read(fullWith(place, "null"))).isEqualTo(read(Requests.fullWithout(place)));
        if (place.matches("/team/members/./id")) {
            // Then the id is the name, which is not the id that others refer to.
            assertThat(issues(Requests.fullWithout(place)))
                    .extracting(Issue::code)
                    .containsOnly("unknown-member");
        } else if (isRequired(place)) {
            assertThat(issues(Requests.fullWithout(place))).singleElement().satisfies(issue -> {
                assertThat(issue.code()).isEqualTo("missing");
                assertThat(issue.pointer()).isEqualTo(place);
            });
        } else {
            accepted(Requests.fullWithout(place));
        }
    }

    @Test
    void randomBytes_areRefused() {
        Random random = new Random(20270105);
        for (int i = 0; i < 5_000; i++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);

            assertThat(read(garbage)).isInstanceOf(Intake.Refused.class);
        }
    }

    @Test
    void fullWithRandomBytesChanged_isAcceptedOrRefused() {
        Random random = new Random(20270706);
        byte[] signs = "{}[]\",:0179.-e \\nullTZ+\u00e9".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] json = FULL.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change >= 0; change--) {
                json[random.nextInt(json.length)] = signs[random.nextInt(signs.length)];
            }
            read(json);
        }
    }

    @Test
    void fullWithExtremeValues_isRefusedOrMakesAProblemTheRulesCanRead() {
        Random random = new Random(7);
        List<String> places = places().toList();
        List<String> extremes = List.of(
                "\"0000-01-01\"",
                "\"9999-12-31\"",
                "\"2199-12-31\"",
                "\"1990-01-01\"",
                "\"0000-01-01T00:00:00+18:00\"",
                "\"9999-12-31T23:59:59.999999999-18:00\"",
                "\"PT9223372036854775807S\"",
                "\"-PT1S\"",
                "\"P60D\"",
                "\"P0D\"",
                "\"P999999W\"",
                "\"-P1D\"",
                "\"02-29\"",
                "\"12-31\"",
                "\"00:00\"",
                "\"23:59\"",
                "\"00:00-24:00\"",
                "\"23:59-23:59\"",
                "\"\"",
                "\"\\ud800\"",
                "0",
                "1e-300",
                "1e400",
                "-1",
                "20",
                "2147483647",
                "9223372036854775807",
                "[]",
                "{}",
                "null",
                "true",
                "\"Asia/Dubai\"",
                "\"AE\"",
                "\"IN_HOURS\"",
                "\"Pacific/Apia\"",
                "\"America/Nuuk\"");
        for (int i = 0; i < 2_000; i++) {
            String json = FULL;
            for (int change = random.nextInt(3); change >= 0; change--) {
                String place = places.get(random.nextInt(places.size()));
                if (!tree(json).at(place).isMissingNode()) {
                    json = Requests.with(json, place, extremes.get(random.nextInt(extremes.size())));
                }
            }
            if (read(json) instanceof Intake.Accepted accepted) {
                assertThat(new RuleFacts(accepted.problem()).rotationCount()).isPositive();
            }
        }
    }
}
