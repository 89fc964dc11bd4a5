package org.oncall.rota.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.export.csv.MembersCsv;
import org.oncall.rota.export.csv.ShiftsCsv;
import org.oncall.rota.export.csv.WeeksCsv;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.Golden;
import org.oncall.rota.support.RandomProblems;

/** What is written for spreadsheets can be read back from them. */
class CsvRoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode team(RotaProblem problem) {
        ObjectNode root = MAPPER.createObjectNode();
        for (Member member : problem.team().members()) {
            root.withObject("/team")
                    .withArrayProperty("members")
                    .addObject()
                    .put("id", member.id().value())
                    .put("name", member.name());
        }
        return root;
    }

    /** Who holds each slot by shifts as they were read. */
    private static Map<String, String> holders(RotaProblem problem, CsvRota read) {
        assertThat(read.issues()).isEmpty();
        Map<String, String> holders = new TreeMap<>();
        for (JsonNode shift : read.shifts()) {
            Interval span = new Interval(
                    java.time.OffsetDateTime.parse(shift.path("from").asText()).toInstant(),
                    java.time.OffsetDateTime.parse(shift.path("to").asText()).toInstant());
            for (var schedule : problem.schedules()) {
                if (schedule.rotation()
                        .id()
                        .value()
                        .equals(shift.path("rotation").asText())) {
                    for (OnCallDay day : schedule.planned()) {
                        Instant start = day.span().start();
                        if (span.contains(start)) {
                            String slot = shift.path("rotation").asText() + "."
                                    + shift.path("tier").asText() + "." + day.date();
                            assertThat(holders.put(slot, shift.path("member").asText()))
                                    .as(slot)
                                    .isNull();
                        }
                    }
                }
            }
        }
        return holders;
    }

    private static Map<String, String> holders(Rota rota) {
        Map<String, String> holders = new TreeMap<>();
        for (Slot slot : rota.problem().slots()) {
            var holder = rota.holder(slot);
            if (holder != null) {
                holders.put(slot.id(), holder.value());
            }
        }
        return holders;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weeks_writtenAndRead_areTheSameRota(long seed) {
        RotaProblem problem = RandomProblems.problem(seed);
        Rota rota = RandomProblems.rota(problem, seed);

        CsvRota read = CsvWeeks.read(bytes(WeeksCsv.of(rota)), problem, team(problem));

        assertThat(holders(problem, read)).isEqualTo(holders(rota));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shifts_writtenAndRead_areTheSameRota(long seed) {
        RotaProblem problem = RandomProblems.problem(seed);
        Rota rota = RandomProblems.rota(problem, seed);

        CsvRota read = CsvRota.read(bytes(ShiftsCsv.of(Audit.of(rota))), team(problem));

        assertThat(holders(problem, read)).isEqualTo(holders(rota));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void members_writtenAndRead_areTheSameTeam(long seed) {
        RotaProblem problem = RandomProblems.problem(seed);

        CsvMembers read = CsvMembers.read(bytes(MembersCsv.of(Audit.of(RandomProblems.rota(problem, seed)))));

        assertThat(read.issues()).isEmpty();
        assertThat(read.members()).hasSize(problem.team().members().size());
        for (int m = 0; m < read.members().size(); m++) {
            Member member = problem.team().members().get(m);
            JsonNode json = read.members().get(m);
            assertThat(json.path("id").asText()).isEqualTo(member.id().value());
            assertThat(json.path("name").asText()).isEqualTo(member.name());
            assertThat(json.path("share").asDouble()).isEqualTo(member.share());
            assertThat(json.path("onCall").asBoolean()).isEqualTo(member.onCall());
            assertThat(json.path("novice").asBoolean()).isEqualTo(member.novice());
            assertThat(json.path("from").asText(""))
                    .isEqualTo(member.from() == null ? "" : member.from().toString());
            assertThat(json.path("until").asText(""))
                    .isEqualTo(member.until() == null ? "" : member.until().toString());
            assertThat(json.path("skills")).extracting(JsonNode::asText).containsExactlyElementsOf(member.skills());
            assertThat(json.path("knows"))
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(
                            member.knows().stream().map(Object::toString).toList());
            assertThat(json.path("leave"))
                    .extracting(leave ->
                            leave.path("from").asText() + leave.path("to").asText())
                    .containsExactlyElementsOf(member.leave().stream()
                            .map(leave -> leave.first().toString() + leave.last())
                            .toList());
            assertThat(json.path("wishes"))
                    .extracting(wish -> wish.path("want").asBoolean()
                            + wish.path("from").asText()
                            + wish.path("to").asText())
                    .containsExactlyInAnyOrderElementsOf(member.wishes().stream()
                            .map(wish -> wish.wanted()
                                    + wish.days().first().toString()
                                    + wish.days().last())
                            .toList());
        }
    }

    private static Rota rota() {
        return Draft.of(problem()
                        .member(member("Ana")
                                .share(0.6)
                                .leave("2027-01-20", "2027-01-22")
                                .avoids("2027-01-05", "2027-01-05"))
                        .member(member("Bo").skills("senior", "network").knows("Ana"))
                        .member(member("=Cy"))
                        .period("2027-01-05", "2027-01-21"))
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 3)
                .put("=Cy", "primary", "2027-01-15", 2)
                .put("Bo", "secondary", "2027-01-08", 4)
                .put("=Cy", "secondary", "2027-01-19", 2)
                .rota();
    }

    @Test
    void weeks_areTheGoldenFile() {
        Golden.check("weeks.csv", WeeksCsv.of(rota()));
    }

    @Test
    void members_areTheGoldenFile() {
        Golden.check("members.csv", MembersCsv.of(Audit.of(rota())));
    }

    @Test
    void weeks_twoMembersOfOneName_areWrittenById() {
        RotaProblem problem = problem("Ana").period("2027-01-05", "2027-01-12").build();
        Member ana = problem.team().members().getFirst();
        Member other = new Member(
                new org.oncall.rota.domain.MemberId("ana2"),
                "Ana",
                1,
                true,
                null,
                null,
                java.util.Set.of(),
                false,
                java.util.Set.of(),
                List.of(),
                List.of());
        var team = new org.oncall.rota.domain.Team(
                "Team",
                problem.team().zone(),
                null,
                List.of(ana, other),
                problem.team().rotations());
        RotaProblem two = new RotaProblem(
                team,
                problem.from(),
                problem.to(),
                problem.schedules(),
                List.of(),
                List.of(),
                problem.now(),
                null,
                Map.of());

        assertThat(WeeksCsv.of(
                        Draft.of(two).put("Ana", "primary", "2027-01-05", 7).rota()))
                .contains("2027-01-05,ana,");
    }

    private static List<String> weekIssues(String csv) {
        RotaProblem problem = rota().problem();
        return CsvWeeks.read(bytes(csv), problem, team(problem)).issues().stream()
                .map(issue -> issue.line() + " " + issue.code() + ": " + issue.sentence())
                .toList();
    }

    @Test
    void weeks_bad_areSaidWithTheLine() {
        String heading = "week,on-call/primary\n";

        assertThat(weekIssues("week,on-call/third\n2027-01-05,Ana\n"))
                .containsExactly(
                        "1 unknown-tier: The column (on-call/third) is not a tier. The tiers are on-call/primary,"
                                + " on-call/secondary.");
        assertThat(weekIssues(heading + "5 Jan,Ana\n"))
                .singleElement()
                .asString()
                .startsWith("2 bad-date: The week (5 Jan)");
        assertThat(weekIssues(heading + "2027-01-12,Ana\n2027-01-05,Bo\n"))
                .singleElement()
                .asString()
                .startsWith("3 wrong-order: The week (2027-01-05) must be after");
        assertThat(weekIssues(heading + "2027-01-05,Ana / Bo from Friday\n"))
                .singleElement()
                .asString()
                .startsWith("2 bad-date: The cell (Ana / Bo from Friday) must say from which day");
        assertThat(weekIssues(heading + "2027-01-05\n"))
                .singleElement()
                .asString()
                .startsWith("2 wrong-fields");
        assertThat(weekIssues(heading + "2027-01-05,\"Ana\n"))
                .singleElement()
                .asString()
                .contains("malformed-csv");
        assertThat(weekIssues("")).singleElement().asString().startsWith("1 missing");
    }

    @Test
    void members_bad_areSaidWithTheLine() {
        CsvMembers read = CsvMembers.read(bytes("name,share,novice,phone\nAna,lots,perhaps,1\n"));

        assertThat(read.issues())
                .extracting(issue -> issue.line() + " " + issue.code() + ": " + issue.sentence())
                .containsExactly(
                        "1 unknown-field: The column (phone) does not exist. The columns are id, name, share, onCall, from,"
                                + " until, skills, novice, knows, leave, wants, avoids.",
                        "2 wrong-type: The share (lots) must be a number above 0 and at most 1, such as 0.6, or 60 %.",
                        "2 wrong-type: The novice (perhaps) must be true or false.");
    }

    @Test
    void everyReader_ofAnotherEncoding_saysSo() {
        for (byte[] bad : List.of(
                "name\nZoë\n".getBytes(StandardCharsets.ISO_8859_1),
                "\uFEFFname\nZoë\n".getBytes(StandardCharsets.UTF_16LE))) {
            RotaProblem problem = rota().problem();
            assertThat(CsvMembers.read(bad).issues())
                    .first()
                    .satisfies(issue -> assertThat(issue.sentence()).contains("must be text in UTF-8"));
            assertThat(CsvRota.read(bad, null).issues())
                    .first()
                    .satisfies(issue -> assertThat(issue.sentence()).contains("must be text in UTF-8"));
            assertThat(CsvWeeks.read(bad, problem, team(problem)).issues())
                    .first()
                    .satisfies(issue -> assertThat(issue.sentence()).contains("must be text in UTF-8"));
        }
    }

    @Test
    void everyReader_ofTooMuch_refusesItUnread() {
        byte[] large = new byte[CsvTable.MOST_BYTES + 1];
        Arrays.fill(large, (byte) 'a');
        RotaProblem problem = rota().problem();

        assertThat(List.of(
                        CsvMembers.read(large).issues(),
                        CsvRota.read(large, null).issues(),
                        CsvWeeks.read(large, problem, team(problem)).issues()))
                .allSatisfy(issues -> assertThat(issues)
                        .singleElement()
                        .extracting(CsvRota.LineIssue::code)
                        .isEqualTo("too-large"));
    }

    /** A file that ends anywhere is either a shorter table or refused, and never an error of ours. */
    @Test
    void everyReader_ofATruncatedFile_reads() throws IOException {
        String weeks = WeeksCsv.of(rota());
        String members = MembersCsv.of(Audit.of(rota()));
        RotaProblem problem = rota().problem();
        for (int end = 0; end < weeks.length(); end++) {
            CsvWeeks.read(bytes(weeks.substring(0, end)), problem, team(problem));
        }
        for (int end = 0; end < members.length(); end++) {
            CsvMembers.read(bytes(members.substring(0, end)));
        }
        assertThat(CsvMembers.read(bytes(members.substring(0, members.lastIndexOf(','))))
                        .issues())
                .singleElement()
                .extracting(CsvRota.LineIssue::code)
                .isEqualTo("wrong-fields");
    }
}
