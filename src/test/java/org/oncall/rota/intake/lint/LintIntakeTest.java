package org.oncall.rota.intake.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.export.exchange.ExchangeJson;
import org.oncall.rota.export.exchange.TierPlan;
import org.oncall.rota.export.opsgenie.OpsgenieJson;
import org.oncall.rota.export.pagerduty.PagerDutyJson;
import org.oncall.rota.export.terraform.PagerDutyTerraform;
import org.oncall.rota.intake.AuditIntake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;
import org.oncall.rota.support.Golden;

class LintIntakeTest {
    private static final Path FILES = Path.of("src/test/resources/exchange/lint");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Window SPRING = new Window(LocalDate.of(2027, 3, 15), LocalDate.of(2027, 4, 19));
    private static final Window WINTER = new Window(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 3, 2));
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(FILES.resolve(file));
    }

    private static LintIntake.Result read(String name, String text, Window window) {
        return LintIntake.read(
                List.of(new LintIntake.Given(name, text.getBytes(StandardCharsets.UTF_8))), window, null);
    }

    private static AuditReport audit(LintIntake.Result read) {
        assertThat(read.issues()).isEmpty();
        AuditIntake intake = new RotaIntake(CLOCK).readAudit(Objects.requireNonNull(read.audit()));
        assertThat(intake).isInstanceOf(AuditIntake.Accepted.class);
        AuditIntake.Accepted accepted = (AuditIntake.Accepted) intake;
        return Audit.of(accepted.rota(), accepted.cuts());
    }

    private static String code(LintIntake.Result read) {
        assertThat(read.audit()).isNull();
        return read.issues().stream()
                .map(issue -> issue.line() + " " + issue.code())
                .collect(Collectors.joining(", "));
    }

    // ---- What each format says, by the wall clock

    @ParameterizedTest
    @ValueSource(strings = {"pagerduty.json", "pagerduty.tf", "opsgenie.json", "google.ics"})
    void example_expanded_isTheGoldenFile(String file) throws IOException {
        LintIntake.Result read = LintIntake.read(List.of(new LintIntake.Given(file, bytes(file))), SPRING, null);
        assertThat(read.issues()).isEmpty();
        StringBuilder text = new StringBuilder();
        read.notes().forEach(note -> text.append(note).append('\n'));
        for (JsonNode shift : MAPPER.readTree(read.audit()).get("shifts")) {
            text.append(shift.get("tier").asText());
            for (String field : List.of("from", "to")) {
                text.append(' ')
                        .append(Instant.parse(shift.get(field).asText())
                                .atZone(LONDON)
                                .toOffsetDateTime());
            }
            text.append(' ').append(shift.get("member").asText()).append('\n');
        }
        Golden.check("lint/" + file + ".txt", text.toString());
    }

    // ---- Lists that are shifted against each other

    /** A schedule of weekly turns of six people, the list beginning with the n-th. */
    private static String pagerDuty(String name, int first) {
        String users = IntStream.range(0, 6)
                .mapToObj(i -> "{\"user\":{\"id\":\"P" + "ABCDEF".charAt((i + first) % 6) + "\"}}")
                .collect(Collectors.joining(","));
        return "{\"schedule\":{\"name\":\"" + name + "\",\"time_zone\":\"Europe/London\",\"schedule_layers\":[{"
                + "\"name\":\"Layer 1\",\"start\":\"2026-12-01T12:00:00Z\",\"end\":null,"
                + "\"rotation_virtual_start\":\"2027-01-05T12:00:00Z\",\"rotation_turn_length_seconds\":604800,"
                + "\"users\":[" + users + "],\"restrictions\":[]}]}}";
    }

    private static String terraform(String name, int first) {
        String users = IntStream.range(0, 6)
                .mapToObj(i -> "\"P" + "ABCDEF".charAt((i + first) % 6) + "\"")
                .collect(Collectors.joining(", "));
        return "resource \"pagerduty_schedule\" \"" + name + "\" {\n  name = \"" + name
                + "\"\n  time_zone = \"Europe/London\"\n  layer {\n    name = \"Layer 1\"\n"
                + "    start = \"2026-12-01T12:00:00Z\"\n    rotation_virtual_start = \"2027-01-05T12:00:00Z\"\n"
                + "    rotation_turn_length_seconds = 604800\n    users = [" + users + "]\n  }\n}\n";
    }

    private static String opsgenie(String name, int first) {
        String users = IntStream.range(0, 6)
                .mapToObj(i -> "{\"type\":\"user\",\"id\":\"P" + "ABCDEF".charAt((i + first) % 6) + "\"}")
                .collect(Collectors.joining(","));
        return "{\"name\":\"" + name + "\",\"startDate\":\"2027-01-05T12:00:00Z\",\"type\":\"weekly\",\"length\":1,"
                + "\"participants\":[" + users + "]}";
    }

    /** Of week k the primary is the k-th and the secondary the next, who is primary the week after. */
    private static void assertEachWeekIsFound(AuditReport report) {
        List<String> found = report.rules().stream()
                .flatMap(rule -> rule.findings().stream())
                .filter(finding -> finding.rule().equals("long-stint"))
                .map(LintIntakeTest::shown)
                .sorted()
                .toList();
        List<String> wanted = new ArrayList<>();
        for (int week = 0; week < 7; week++) {
            LocalDate first = LocalDate.of(2027, 1, 5).plusWeeks(week);
            wanted.add(first + " to " + first.plusWeeks(2) + " P" + "ABCDEF".charAt((week + 1) % 6) + " 7");
        }
        assertThat(found).isEqualTo(wanted);
        assertThat(report.isLegal()).isFalse();
    }

    private static String shown(Finding finding) {
        return LocalDate.ofInstant(finding.when().start(), LONDON) + " to "
                + LocalDate.ofInstant(finding.when().end(), LONDON) + " " + finding.member() + " " + finding.size();
    }

    @Test
    void shiftedLists_ofTwoSchedules_everyTwoWeeksRunningAreFound() {
        assertEachWeekIsFound(audit(LintIntake.read(
                List.of(
                        new LintIntake.Given("one.json", pagerDuty("primary", 0).getBytes(StandardCharsets.UTF_8)),
                        new LintIntake.Given(
                                "two.json", pagerDuty("secondary", 1).getBytes(StandardCharsets.UTF_8))),
                WINTER,
                null)));
    }

    @Test
    void shiftedLists_ofTwoResources_everyTwoWeeksRunningAreFound() {
        assertEachWeekIsFound(audit(read("rota.tf", terraform("primary", 0) + terraform("secondary", 1), WINTER)));
    }

    @Test
    void shiftedLists_ofTwoRotations_everyTwoWeeksRunningAreFound() {
        assertEachWeekIsFound(audit(read(
                "rota.json",
                "{\"name\":\"Platform\",\"timezone\":\"Europe/London\",\"rotations\":[" + opsgenie("First", 0) + ","
                        + opsgenie("Second", 1) + "]}",
                WINTER)));
    }

    @Test
    void listsFarApart_ofTwoSchedules_areClean() {
        AuditReport report = audit(read("rota.tf", terraform("primary", 0) + terraform("secondary", 3), WINTER));
        assertThat(report.rules().stream()
                        .filter(rule -> rule.rule().id().equals("long-stint")
                                || rule.rule().id().equals("back-to-back"))
                        .mapToLong(AuditReport.RuleCost::size)
                        .sum())
                .isZero();
    }

    // ---- There and back

    @Test
    void rota_exportedAndReadBack_auditsTheSame() throws IOException {
        JsonNode team = MAPPER.readTree("""
                {"team": {"members": ["PA", "PB", "PC", "PD", "PE", "PF"], "name": "Team"},
                 "from": "2027-01-05", "to": "2027-03-02"}""");
        AuditIntake intake = new RotaIntake(CLOCK)
                .readAudit(Objects.requireNonNull(LintIntake.read(
                                List.of(new LintIntake.Given(
                                        "rota.tf",
                                        (terraform("primary", 0) + terraform("secondary", 2))
                                                .getBytes(StandardCharsets.UTF_8))),
                                WINTER,
                                team)
                        .audit()));
        AuditIntake.Accepted accepted = (AuditIntake.Accepted) intake;
        AuditReport first = Audit.of(accepted.rota(), accepted.cuts());
        List<TierPlan> plans = TierPlan.of(accepted.rota(), member -> member, null);
        List<LintIntake.Given> exported = List.of(
                new LintIntake.Given(
                        "v2.json", ExchangeJson.text(PagerDutyJson.v2(plans)).getBytes(StandardCharsets.UTF_8)),
                new LintIntake.Given(
                        "v3.json", ExchangeJson.text(PagerDutyJson.v3(plans)).getBytes(StandardCharsets.UTF_8)),
                new LintIntake.Given(
                        "opsgenie.json",
                        ExchangeJson.text(OpsgenieJson.of(plans)).getBytes(StandardCharsets.UTF_8)),
                new LintIntake.Given("plan.tf", PagerDutyTerraform.of(plans).getBytes(StandardCharsets.UTF_8)));
        assertThat(first.score().soft()).isPositive();
        for (LintIntake.Given file : exported) {
            AuditReport again = audit(LintIntake.read(List.of(file), WINTER, team));
            assertThat(again.costs()).as(file.name()).isEqualTo(first.costs());
            assertThat(again.cuts()).as(file.name()).isEmpty();
            assertThat(again.rota().problem().schedules())
                    .isEqualTo(first.rota().problem().schedules());
        }
    }

    // ---- Custom shifts of PagerDuty

    private static String customShifts(String... shifts) {
        return "{\"schedule\":{\"id\":\"S1\",\"name\":\"primary\",\"time_zone\":\"Europe/London\",\"rotations\":[]},\n"
                + "\"custom_shifts\":[\n" + String.join(",\n", shifts) + "\n]}";
    }

    private static String customShift(String user, String from, String to) {
        return "{\"type\":\"custom_shift\",\"start_time\":\"" + from + "\",\"end_time\":\"" + to
                + "\",\"assignments\":[{\"type\":\"shift_assignment\",\"member\":{\"type\":\"user_member\",\"user_id\":\""
                + user + "\"}}]}";
    }

    @Test
    void customShifts_areReadAsTheyStand_andCutToThePeriod() throws IOException {
        LintIntake.Result read = read(
                "v3.json",
                customShifts(
                        customShift("PB", "2027-02-02T12:00:00Z", "2027-04-06T11:00:00Z"),
                        customShift("PA", "2026-12-01T12:00:00Z", "2027-02-02T12:00:00Z"),
                        customShift("PC", "2027-04-06T11:00:00Z", "2027-05-04T11:00:00Z")),
                WINTER);
        assertThat(read.issues()).isEmpty();
        JsonNode request = MAPPER.readTree(read.audit());
        assertThat(request.at("/team/members").findValuesAsText("id")).containsExactly("PA", "PB");
        assertThat(request.get("shifts").findValuesAsText("member")).containsExactly("PA", "PB");
        assertThat(request.get("shifts").findValuesAsText("from"))
                .containsExactly("2027-01-05T12:00:00Z", "2027-02-02T12:00:00Z");
        assertThat(request.get("shifts").findValuesAsText("to"))
                .containsExactly("2027-02-02T12:00:00Z", "2027-03-02T12:00:00Z");
    }

    @Test
    void customShifts_thatOverlap_areReported() {
        AuditReport report = audit(read(
                "v3.json",
                customShifts(
                        customShift("PA", "2027-01-05T12:00:00Z", "2027-02-02T12:00:00Z"),
                        customShift("PB", "2027-02-01T12:00:00Z", "2027-03-02T12:00:00Z")),
                WINTER));
        assertThat(report.cuts()).extracting(Cut::code).contains(Cut.Code.OVERLAP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rotations\":[]                     | \"rotations\":[{\"id\":\"R1\"}]        | 1 not-understood",
                "\"rotations\":[]                     | \"overrides\":[{\"id\":\"O1\"}]        | 1 not-understood",
                "\"user_member\"                      | \"team_member\"                        | 3 not-understood",
                "\"user_id\":\"PA\"                   | \"user_id\":\"\"                       | 3 wrong-type",
                "\"user_id\":\"PA\"                   | \"user\":\"PA\"                        | 3 missing",
                "\"type\":\"custom_shift\"            | \"colour\":\"red\"                     | 3 not-understood",
                "\"start_time\":\"2027-01-05T12:00:00Z\" | \"start_time\":\"2027-01-05\"       | 3 bad-instant",
                "\"end_time\":\"2027-03-02T12:00:00Z\" | \"end_time\":\"2027-01-02T12:00:00Z\" | 3 wrong-order",
                "Europe/London                        | Mars/Base                              | 1 unknown-zone",
                "\"custom_shifts\":                   | \"shifts\":                            | 1 missing"
            })
    void customShifts_whatCannotBeUnderstood_isNamedWithItsLine(String what, String by, String found) {
        String text = customShifts(customShift("PA", "2027-01-05T12:00:00Z", "2027-03-02T12:00:00Z"));
        assertThat(text).contains(what);
        assertThat(code(read("v3.json", text.replace(what, by), WINTER))).isEqualTo(found);
    }

    // ---- Bad input

    @ParameterizedTest
    @ValueSource(strings = {"pagerduty.json", "pagerduty.tf", "opsgenie.json", "google.ics"})
    void file_cutOffAnywhere_isRefusedOrWhole(String file) throws IOException {
        byte[] whole = bytes(file);
        for (int length = 0; length < whole.length - 1; length++) {
            LintIntake.Result read =
                    LintIntake.read(List.of(new LintIntake.Given(file, Arrays.copyOf(whole, length))), SPRING, null);
            boolean mayBeWhole = file.endsWith(".tf") || (file.endsWith(".ics") && length > whole.length - 3);
            assertThat(read.audit() != null && !mayBeWhole)
                    .as("%s cut off after %s bytes", file, length)
                    .isFalse();
            assertThat(read.audit() != null || !read.issues().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pagerduty.json", "pagerduty.tf", "opsgenie.json", "google.ics"})
    void file_inAnotherEncoding_isRefused(String file) throws IOException {
        String text = new String(bytes(file), StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_16),
                text.replace("Ana", "Añá").replace("ana", "añá").getBytes(StandardCharsets.ISO_8859_1))) {
            LintIntake.Result read = LintIntake.read(List.of(new LintIntake.Given(file, bytes)), SPRING, null);
            assertThat(read.issues()).extracting(SourceIssue::code).containsExactly("malformed-text");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.tf", "a.ics"})
    void file_ofAHundredMegabytes_isRefused(String file) {
        LintIntake.Result read =
                LintIntake.read(List.of(new LintIntake.Given(file, new byte[100_000_000])), SPRING, null);
        assertThat(code(read)).isEqualTo("1 too-many");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rotation_turn_length_seconds = 604800 | rotation_turn_length_seconds = 0           | 8 out-of-range",
                "rotation_turn_length_seconds = 604800 | rotation_turn_length_seconds = 99999999999 | 8 out-of-range",
                "rotation_turn_length_seconds = 604800 | rotation_turn_length_seconds = var.week    | 8 not-understood",
                "\"Europe/London\"                     | \"Europe/Lodnon\"                          | 3 unknown-zone",
                "\"Europe/London\"                     | var.zone                                   | 3 not-understood",
                "[\"PA\"                               | [local.ana, \"PA\"                         | 9 not-understood",
                "layer {                               | overrides = 3                              | 5 malformed-hcl",
                "name = \"Layer 1\"                    | colour = \"red\"                           | 5 not-understood",
                "start = \"2026-12-01T12:00:00Z\"      | start = \"2026-12-01\"                     | 6 bad-instant",
                "name = \"primary\"                    | count = 2                                  | 2 not-understood"
            })
    void terraform_whatCannotBeUnderstood_isNamedWithItsLine(String what, String by, String found) {
        String text = terraform("primary", 0).replace(what, by);
        assertThat(text).isNotEqualTo(terraform("primary", 0));
        LintIntake.Result read = read("rota.tf", text, WINTER);
        assertThat(code(read)).startsWith(found);
    }

    @Test
    void terraform_nestedWithoutEnd_isRefused() {
        for (String deep : List.of("a {", "x = [", "x = \"${\"", "x = (", "a = {")) {
            LintIntake.Result read = read("rota.tf", deep.repeat(100_000), WINTER);
            assertThat(code(read)).endsWith("malformed-hcl");
        }
    }

    @Test
    void layer_ofHourlyTurnsForTwoYears_isBounded() {
        Window years = new Window(LocalDate.of(2027, 1, 5), LocalDate.of(2029, 1, 2));
        String layer = pagerDuty("primary", 0).replace("604800", "3600");
        assertThat(read("rota.json", layer, years).issues()).isEmpty();
        int begins = layer.indexOf("{\"name\":\"Layer");
        int ends = layer.indexOf("]}}");
        String three = String.join(",", Collections.nCopies(3, layer.substring(begins, ends)));
        assertThat(code(read("rota.json", layer.substring(0, begins) + three + layer.substring(ends), years)))
                .isEqualTo("1 too-many");
    }

    /** Two years of one layer, so often, with so many restrictions of a second. */
    private static String layers(int layers, String length, int restrictions, String type) {
        String restricted = String.join(
                ",",
                Collections.nCopies(
                        restrictions,
                        "{\"type\":\"" + type
                                + "_restriction\",\"start_time_of_day\":\"09:00:00\",\"duration_seconds\":1,"
                                + "\"start_day_of_week\":1}"));
        String layer = "{\"name\":\"L\",\"start\":\"2020-01-01T00:00:00Z\",\"rotation_virtual_start\":"
                + "\"2020-01-01T00:00:00Z\",\"rotation_turn_length_seconds\":" + length
                + ",\"users\":[{\"user\":{\"id\":\"PA\"}}],\"restrictions\":[" + restricted + "]}";
        return "{\"name\":\"primary\",\"time_zone\":\"Europe/London\",\"schedule_layers\":["
                + String.join(",", Collections.nCopies(layers, layer)) + "]}";
    }

    @Test
    void layers_howeverManyAndShort_areRefusedSoon() {
        Window years = new Window(LocalDate.of(2027, 1, 5), LocalDate.of(2029, 1, 2));
        assertThat(code(read("a.json", layers(1, "1", 0, ""), years))).isEqualTo("1 out-of-range");
        assertThat(code(read("a.json", layers(10_000, "604800", 0, ""), years))).isEqualTo("1 too-many");
        // All of one user, so that their turns are one shift, and no number of shifts is a bound.
        assertThat(code(read("a.json", layers(2_000, "3600", 0, ""), years))).startsWith("1 too-many");
        assertThat(code(read("a.json", layers(200, "604800", 100, "daily"), years)))
                .startsWith("1 too-many");
        assertThat(read("a.json", layers(1, "604800", 200, "weekly"), years).issues())
                .isEmpty();
        String each = layers(1, "3600", 0, "");
        String many = "[" + String.join(",", Collections.nCopies(10_000, each)) + "]";
        assertThat(code(read("a.json", many, years))).contains("1 too-many", "1 more-issues");
    }

    @Test
    void overrides_thatHideEachOther_areRefusedSoon() {
        String override = "{\"start\":\"%s\",\"end\":\"%s\",\"user\":{\"id\":\"PA\"}}";
        Instant first = Instant.parse("2027-01-06T00:00:00Z");
        String brief = IntStream.range(0, 10_000)
                .mapToObj(i -> override.formatted(first.plusSeconds(120L * i), first.plusSeconds(120L * i + 60)))
                .collect(Collectors.joining(","));
        String later = override.formatted("2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z");
        String all = override.formatted("2027-01-01T00:00:00Z", "2027-03-01T00:00:00Z");
        String text = "{\"name\":\"primary\",\"time_zone\":\"Europe/London\",\"schedule_layers\":[],\"overrides\":["
                + String.join(",", Collections.nCopies(9_000, all)) + "," + later + "," + brief + "]}";
        assertThat(code(read("a.json", text, WINTER))).isEqualTo("1 too-many");
    }

    @Test
    void rotations_withOverridesForEach_areRefusedSoon() {
        String rotation =
                "{\"type\":\"hourly\",\"startDate\":\"2020-01-01T00:00:00Z\",\"participants\":[{\"id\":\"PA\"}]}";
        String override = "{\"startDate\":\"2027-01-06T00:00:00Z\",\"endDate\":\"2027-01-07T00:00:00Z\","
                + "\"user\":{\"id\":\"PA\"}}";
        String text = "{\"schedule\":{\"name\":\"a\",\"timezone\":\"Europe/London\",\"rotations\":["
                + String.join(",", Collections.nCopies(50, rotation)) + "]},\"overrides\":["
                + String.join(",", Collections.nCopies(20_000, override)) + "]}";
        assertThat(code(read("a.json", text, WINTER))).isEqualTo("1 too-many");
    }

    @Test
    void values_withoutEnd_areRefusedSoon() {
        assertThat(code(read("a.json", "[" + "{},".repeat(1_000_000) + "{}]", WINTER)))
                .isEqualTo("1 too-many");
        assertThat(code(read("a.tf", "a {}\n".repeat(300_000), WINTER))).endsWith(" malformed-hcl");
        assertThat(code(read("a.tf", "a = [" + "1,".repeat(300_000) + "1]\n", WINTER)))
                .isEqualTo("1 malformed-hcl");
        assertThat(code(read("a.tf", "a = b" + ".c".repeat(1_000_000) + "\n", WINTER)))
                .isEqualTo("1 missing");
        assertThat(code(read("a.tf", "a = \"" + "\\u0041".repeat(500_000) + "\"\n", WINTER)))
                .isEqualTo("1 missing");
    }

    @Test
    void calendar_ofManyWrongEvents_isRefusedSoon() {
        String event = "BEGIN:VEVENT\nUID:u-%d\nDTSTART:20270106T000000Z\nDURATION:PT1H\nDESCRIPTION:" + "d".repeat(800)
                + "\nEND:VEVENT\n";
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\n"
                + IntStream.range(0, 4_900).mapToObj(i -> event.formatted(i)).collect(Collectors.joining())
                + "END:VCALENDAR\n";
        assertThat(code(read("a.ics", text, WINTER)))
                .startsWith("4 not-understood")
                .endsWith("more-issues");
    }

    @Test
    void calendar_ofEndlessRecurrences_isBounded() throws IOException {
        String calendar = new String(bytes("google.ics"), StandardCharsets.UTF_8);
        assertThat(code(read("a.ics", calendar.replace("FREQ=WEEKLY", "FREQ=SECONDLY"), SPRING)))
                .isEqualTo("13 bad-recurrence, 21 bad-recurrence");
        assertThat(code(read("a.ics", calendar.replace("TZID=Europe/London", "TZID=Mars/Base"), SPRING)))
                .contains("unknown-zone");
        String event = "BEGIN:VEVENT\nUID:%d\nDTSTART:20200101T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nSUMMARY:A\n"
                + "END:VEVENT\n";
        String many = "BEGIN:VCALENDAR\nVERSION:2.0\n"
                + IntStream.range(0, 400).mapToObj(i -> event.formatted(i)).collect(Collectors.joining())
                + "END:VCALENDAR\n";
        assertThat(code(read("a.ics", many, SPRING))).endsWith("too-many");
    }

    @Test
    void team_withoutAUser_isAskedForThem() throws IOException {
        JsonNode team = MAPPER.readTree("{\"team\": {\"members\": [\"PA\", \"PB\"]}}");
        LintIntake.Result read = LintIntake.read(
                List.of(new LintIntake.Given(
                        "a.tf",
                        (terraform("primary", 0) + terraform("secondary", 1)).getBytes(StandardCharsets.UTF_8))),
                WINTER,
                team);
        assertThat(read.issues())
                .extracting(SourceIssue::code)
                .containsOnly("unknown-member")
                .hasSize(4);
    }
}
