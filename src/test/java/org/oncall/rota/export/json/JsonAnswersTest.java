package org.oncall.rota.export.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.solver.RotaSolver;
import org.oncall.rota.support.Draft;
import org.oncall.rota.wire.GapJson;
import org.oncall.rota.wire.GapReason;
import org.oncall.rota.wire.RotaAnswer;
import org.oncall.rota.wire.ShiftJson;

class JsonAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-02-20T23:30:00Z"), ZoneOffset.UTC);

    /** Two weeks over the night on which the clocks go forward, with something of everything that an answer tells. */
    private static final String REQUEST = """
            {"team": {"name": "Small", "holidays": "GB-ENG", "members": [
               {"id": "ana", "name": "Ana", "leave": [{"from": "2027-03-24", "to": "2027-03-24"}]},
               {"id": "bo", "name": "Bo", "share": 0.5, "wishes": [{"from": "2027-04-01", "to": "2027-04-01", "want": true}]},
               {"id": "cy", "name": "Cy", "novice": true}]},
             "from": "2027-03-23", "to": "2027-04-06",
             "history": [{"rotation": "on-call", "tier": "primary", "member": "bo", "from": "2027-03-02T12:00:00Z", "to": "2027-03-09T12:00:00Z"}],
             "published": [{"rotation": "on-call", "tier": "secondary", "member": "bo", "from": "2027-03-30T12:00:00+01:00", "to": "2027-04-01T12:00:00+01:00"}],
             "rules": {"too-soon": 2, "irregular": 0},
             "solve": {"limit": "PT1S", "seed": 3}}
            """;

    private static Intake.Accepted accepted(String request) {
        Intake intake = new RotaIntake(CLOCK).read(request.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return (Intake.Accepted) intake;
    }

    private static Rota small(Intake.Accepted accepted) {
        return Draft.of(accepted.problem())
                .put("Ana", "primary", "2027-03-23", 2)
                .put("Bo", "primary", "2027-03-27", 7)
                .put("Cy", "secondary", "2027-03-27", 3)
                .put("Ana", "secondary", "2027-03-30", 7)
                .rota();
    }

    private static RotaAnswer answer(Intake.Accepted accepted, Rota rota) {
        return JsonAnswers.of(
                "0b5bd9a5",
                "SOLVED",
                null,
                accepted.request(),
                Audit.of(rota),
                JsonAnswers.solver(3, Duration.ofNanos(1_234_567_890), 4_321, 5_000, "Timefold Solver"),
                null);
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = JsonAnswersTest.class.getResourceAsStream("/answers/" + name)) {
            return JSON.readTree(Objects.requireNonNull(file, name));
        }
    }

    @Test
    void of_smallRota_isTheGoldenAnswer() throws IOException {
        Intake.Accepted accepted = accepted(REQUEST);
        JsonNode answer = JSON.valueToTree(answer(accepted, small(accepted)));

        assertThat(answer.toPrettyString()).isEqualTo(golden("small.json").toPrettyString());
    }

    @Test
    void withoutRota_queuedSolve_isTheGoldenAnswer() throws IOException {
        JsonNode answer = JSON.valueToTree(JsonAnswers.withoutRota(
                "0b5bd9a5", "QUEUED", null, accepted(REQUEST).request()));

        assertThat(answer.toPrettyString()).isEqualTo(golden("queued.json").toPrettyString());
    }

    @Test
    void of_manyGaps_explainsTheFirstTwenty() {
        Intake.Accepted accepted = accepted(
                "{\"team\": {\"members\": [\"ana\", \"bo\"]}, \"from\": \"2027-01-05\", \"to\": \"2027-03-02\"}");
        Draft draft = Draft.of(accepted.problem());
        for (int day = 0; day < 56; day += 2) {
            draft.put(
                    "ana",
                    "primary",
                    LocalDate.parse("2027-01-05").plusDays(day).toString(),
                    1);
        }

        List<GapJson> gaps = answer(accepted, draft.rota()).gaps();

        assertThat(gaps).hasSizeGreaterThan(20);
        assertThat(gaps.subList(0, 20))
                .allSatisfy(gap -> assertThat(Objects.requireNonNull(gap.reasons()))
                        .extracting(GapReason::member)
                        .containsExactly("ana", "bo"));
        assertThat(gaps.subList(20, gaps.size()))
                .allSatisfy(gap -> assertThat(gap.reasons()).isNull());
    }

    @Test
    void of_instants_haveTheOffsetOfTheSeason() {
        Intake.Accepted accepted = accepted(REQUEST);
        RotaAnswer answer = answer(accepted, small(accepted));

        assertThat(answer.shifts())
                .extracting(ShiftJson::from, ShiftJson::to)
                .contains(org.assertj.core.groups.Tuple.tuple("2027-03-27T12:00:00Z", "2027-04-03T12:00:00+01:00"));
        assertThat(answer.gaps())
                .extracting(GapJson::tier, GapJson::from, GapJson::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("primary", "2027-03-25T12:00:00Z", "2027-03-27T12:00:00Z"),
                        org.assertj.core.groups.Tuple.tuple(
                                "primary", "2027-04-03T12:00:00+01:00", "2027-04-06T12:00:00+01:00"),
                        org.assertj.core.groups.Tuple.tuple(
                                "secondary", "2027-03-23T12:00:00Z", "2027-03-27T12:00:00Z"));
    }

    @Test
    void of_score_canBeRecomputedFromTheRules() {
        Intake.Accepted accepted = accepted(REQUEST);
        RotaAnswer answer = answer(accepted, small(accepted));
        Map<String, Long> costs = answer.rules().stream()
                .collect(Collectors.groupingBy(
                        row -> row.level(), Collectors.summingLong(row -> row.weight() * row.size())));

        assertThat(answer.score().hard()).isEqualTo(costs.get("HARD"));
        assertThat(answer.score().medium()).isEqualTo(costs.get("MEDIUM"));
        assertThat(answer.score().soft()).isEqualTo(costs.get("SOFT"));
        assertThat(answer.rules())
                .allSatisfy(row -> assertThat(row.findings().stream()
                                .mapToLong(finding -> finding.size())
                                .sum())
                        .isEqualTo(row.size()));
    }

    @Test
    void of_shiftsSentBackAsPublished_areTheSameRota() throws IOException {
        Intake.Accepted accepted = accepted(REQUEST);
        Rota rota = small(accepted);

        Intake.Accepted again =
                accepted(with(REQUEST, "published", answer(accepted, rota).shifts()));

        assertThat(again.problem().published())
                .containsExactlyInAnyOrderElementsOf(holdings(rota))
                .hasSize(19);
    }

    @Test
    void of_shiftsSentBackAsHistory_areWhatWasWorked() throws IOException {
        Intake.Accepted accepted = accepted(REQUEST);
        Rota rota = small(accepted);
        ObjectNode next = (ObjectNode)
                JSON.readTree(with(REQUEST, "history", answer(accepted, rota).shifts()));
        next.put("from", "2027-04-06").put("to", "2027-05-04").remove("published");

        Intake.Accepted after = accepted(next.toString());

        assertThat(after.problem().history()).containsExactlyInAnyOrderElementsOf(holdings(rota));
    }

    /** Office hours, three tiers, both clock changes: whatever is solved, its answer is its own baseline. */
    @Test
    void of_solvedRotaSentBack_isTheSameRota() throws IOException {
        for (String rotations : List.of(
                "[{\"id\": \"support\", \"kind\": \"IN_HOURS\", \"tiers\": [{\"id\": \"a\"}], \"handover\": {\"day\": \"WEDNESDAY\", \"time\": \"09:00\"},"
                        + " \"coverage\": {\"workingDays\": [\"09:00-17:30\"], \"weekends\": [], \"holidays\": []}},"
                        + " {\"id\": \"on-call\"}]",
                "[{\"id\": \"on-call\", \"tiers\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}], \"handover\": {\"day\": \"SUNDAY\", \"time\": \"01:30\"}}]",
                "[{\"id\": \"night\", \"coverage\": {\"workingDays\": [\"22:00-07:00\"], \"weekends\": [\"00:00-00:00\"], \"holidays\": []}}]")) {
            String request = """
                    {"team": {"holidays": "GB-ENG", "members": ["Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"], "rotations": %s},
                     "from": "2026-09-29", "to": "2027-04-20"}
                    """.formatted(rotations);
            Intake.Accepted accepted = accepted(request);
            Rota rota = new RotaSolver(accepted.problem(), new SolveSettings(Duration.ofMinutes(1), 0, 500L))
                    .solve(improvement -> {})
                    .rota();

            Intake.Accepted again =
                    accepted(with(request, "published", answer(accepted, rota).shifts()));

            assertThat(again.problem().published()).containsExactlyInAnyOrderElementsOf(holdings(rota));
            assertThat(Audit.of(new Rota(again.problem(), rota.holders())).changes())
                    .isEmpty();
        }
    }

    private static String with(String request, String field, Object value) throws IOException {
        ObjectNode changed = (ObjectNode) JSON.readTree(request);
        changed.set(field, JSON.valueToTree(value));
        return changed.toString();
    }

    private static List<Holding> holdings(Rota rota) {
        return rota.holders().entrySet().stream()
                .map((Map.Entry<Slot, MemberId> held) -> new Holding(held.getKey(), held.getValue()))
                .toList();
    }

    @Test
    void solver_time_isInMilliseconds() {
        assertThat(JsonAnswers.solver(1, Duration.ofNanos(20_004_999_999L), 7, 9, "x")
                        .time())
                .isEqualTo("PT20.004S");
    }
}
