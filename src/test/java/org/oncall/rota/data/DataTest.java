package org.oncall.rota.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.solver.RotaSolver;

/** Every example request does what the table beside it says. */
class DataTest {
    private static final Path DATA = Path.of("data");
    private static final List<String> FOLDERS = List.of("teams", "edge", "bench");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);

    /** Moves that are enough for the fewest gaps in every file, at twice what it takes or so: half a second each. */
    private static final long MOVES = 1_000_000;

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+\\.json)` \\|.*\\| ([^|]+) \\|");
    private static final Pattern GAPS = Pattern.compile("(\\d+) gaps?\\b.*");

    /** File by folder and name, with what its row says, in the order of the table. */
    private static List<Map.Entry<String, String>> table() {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        String folder = "";
        for (String line : lines(DATA.resolve("README.md"))) {
            if (line.startsWith("## ")) {
                folder = line.replaceAll("## `(\\w+)/`.*", "$1");
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(Map.entry(folder + "/" + row.group(1), row.group(2).strip()));
            }
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files() {
        return FOLDERS.stream()
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.list(DATA.resolve(folder))) {
                        return files.map(file -> folder + "/" + file.getFileName()).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .sorted()
                .toList();
    }

    private static Intake.Accepted accepted(String file) throws IOException {
        Intake intake = new RotaIntake(CLOCK).read(Files.readAllBytes(DATA.resolve(file)));
        assertThat(intake).as(file).isInstanceOf(Intake.Accepted.class);
        return (Intake.Accepted) intake;
    }

    @Test
    void readme_everyFile_hasOneRow() {
        assertThat(table().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(files());
    }

    @ParameterizedTest
    @MethodSource("files")
    void file_solved_isLegalWithTheFewestGaps(String file) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        table().forEach(row -> expected.put(row.getKey(), row.getValue()));
        RotaProblem problem = accepted(file).problem();

        AuditReport report = solved(problem);

        assertThat(report.isLegal()).as("%s is legal", file).isTrue();
        assertThat(report.score().medium())
                .as("gaps of %s, which the table calls %s", file, expected.get(file))
                .isEqualTo(fewestGaps(expected.get(file)));
    }

    private static AuditReport solved(RotaProblem problem) {
        RotaSolver solver = new RotaSolver(problem, new SolveSettings(Duration.ofMinutes(10), 0, MOVES));
        return Audit.of(solver.solve(improvement -> {}).rota());
    }

    private static AuditReport solved(String file) throws IOException {
        return solved(accepted(file).problem());
    }

    private static long fewestGaps(String expectation) {
        if (expectation.startsWith("complete")) {
            return 0;
        }
        Matcher gaps = GAPS.matcher(expectation);
        assertThat(gaps.matches())
                .as("%s begins with complete or a number of gaps", expectation)
                .isTrue();
        return Long.parseLong(gaps.group(1));
    }

    @Test
    void platform_sixPeopleForTwoTiers_isToldThat30PercentNeeds7() throws IOException {
        AuditReport report = Audit.of(Rota.empty(accepted("teams/platform.json").problem()));

        assertThat(report.advice()).anyMatch(sentence -> sentence.endsWith("30 % needs 7 people."));
    }

    @Test
    void clocks_weekOverTheChange_hasADayOf23Or25Hours() throws IOException {
        assertThat(hoursOfDays("edge/clocks-forward.json"))
                .containsOnlyOnce(23L)
                .containsOnly(23L, 24L);
        assertThat(hoursOfDays("edge/clocks-back.json")).containsOnlyOnce(25L).containsOnly(25L, 24L);
    }

    private static List<Long> hoursOfDays(String file) throws IOException {
        return accepted(file).problem().schedules().getFirst().planned().stream()
                .map(day -> day.span().duration().toHours())
                .toList();
    }

    @Test
    void windowInTheSkippedHour_has41SlotsFor42Days() throws IOException {
        RotaProblem problem = accepted("edge/window-in-the-skipped-hour.json").problem();

        assertThat(problem.from().until(problem.to(), ChronoUnit.DAYS)).isEqualTo(42);
        assertThat(problem.slots()).hasSize(41).noneMatch(slot -> slot.date().equals(LocalDate.parse("2027-03-27")));
    }

    @Test
    void everyoneWantsChristmasOff_breaksAWishInAll20Slots() throws IOException {
        AuditReport report = solved("edge/everyone-wants-christmas-off.json");

        assertThat(report.members().stream()
                        .mapToInt(AuditReport.MemberLoad::wishesBroken)
                        .sum())
                .isEqualTo(20);
    }

    @Test
    void festiveDaysNotCovered_nobodyIsOnCallOnThem() throws IOException {
        assertThat(solved("edge/festive-days-not-covered.json").members())
                .extracting(AuditReport.MemberLoad::festiveDays)
                .containsOnly(0);
    }

    @Test
    void leaveLongerThanThePeriod_theOther7HoldEverything() throws IOException {
        assertThat(solved("edge/leave-longer-than-the-period.json").members().stream()
                        .filter(load -> load.days() == 0)
                        .map(load -> load.member().name()))
                .containsExactly("Delphine Rousseau");
    }
}
