package org.oncall.rota.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;

/** What counting proves of the example requests: just the gaps that the table beside them gives. */
class AssessmentDataTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);

    private static Assessment assess(Path file) throws IOException {
        return Assessment.of(((Intake.Accepted) new RotaIntake(CLOCK).read(Files.readAllBytes(file))).problem());
    }

    private static Stream<Path> files() throws IOException {
        return Stream.concat(Files.list(Path.of("data/teams")), Files.list(Path.of("data/edge")))
                .sorted();
    }

    private static int gaps(String file) {
        return switch (file) {
            case "one-week-with-one-person.json" -> 9;
            case "everyone-on-leave-for-a-week.json" -> 16;
            case "team-of-three.json" -> 31;
            case "team-of-one.json" -> 64;
            default -> 0;
        };
    }

    @ParameterizedTest
    @MethodSource("files")
    void assess_everyExample_provesTheGapsThatItsRowGives(Path file) throws IOException {
        Assessment assessment = assess(file);

        assertThat(assessment.rotations().stream()
                        .mapToInt(Assessment.RotationCapacity::leastGaps)
                        .sum())
                .isEqualTo(gaps(file.getFileName().toString()));
    }

    @Test
    void assess_oneWeekWithOnePerson_saysWhichDaysAndWhoMatters() throws IOException {
        // 8 days with one person for two tiers are 8 gaps; a stint of 7 days leaves a ninth.
        assertThat(assess(Path.of("data/edge/one-week-with-one-person.json")).sentences())
                .containsSubsequence(
                        "Rotation on-call, Sun 28 February 2027 to Sun 7 March 2027: only 1 person is there for tiers primary and secondary; at least 8 slots will stay empty.",
                        "Rotation on-call, Mon 22 February 2027 to Sun 7 March 2027: there are too few people for all to rest between stints; at least 9 slots will stay empty.",
                        "Rotation on-call: whatever rota is made, at least 9 of its 98 slots will stay empty.",
                        "Without Chidi Obi the average load is 33.3 % and the highest 33.3 %, and 2 weeks lack a person more.");
    }

    @Test
    void assess_platform_saysThat30PercentNeeds7AndWhatASeventhWouldDo() throws IOException {
        assertThat(assess(Path.of("data/teams/platform.json")).sentences())
                .containsExactly(
                        "Rotation on-call: with 6 people and 2 tiers the average time on call is 33.3 %; 30 % needs 7 people.",
                        "Rotation on-call: 6 people are enough by the guidance; ideally there are 8.",
                        "Rotation on-call: every week can bear 3 more absences, whoever is absent, by heads and skills; the tightest begins on Tue 15 December 2026.",
                        "Rotation on-call: with one more person who can hold every tier, the average load is 28.6 % instead of 33.3 % and the highest 28.6 % instead of 33.3 %.",
                        "Without Amara Okafor the average load is 40.0 % and the highest 40.0 %, and no further week is short of people.");
    }

    @Test
    void assess_otherTeams_sayWhatTheirWeeksBear() throws IOException {
        assertThat(assess(Path.of("data/teams/agency.json")).sentences())
                .contains(
                        "Rotation first-line: every week can bear 4 more absences, whoever is absent, by heads and skills; the tightest begins on Wed 16 December 2026.",
                        "Rotation on-call: every week can bear 2 more absences, whoever is absent, by heads and skills; the tightest begins on Wed 23 December 2026.");
        assertThat(assess(Path.of("data/teams/newcomers.json")).sentences())
                .contains(
                        "Without Aisling Byrne the average load is 31.6 % and the highest 34.9 %, and no further week is short of people.");
        assertThat(assess(Path.of("data/teams/product.json")).sentences())
                .contains(
                        "Without Elena Popescu the average load is 18.8 % and the highest 25.0 %, and no further week is short of people.");
        assertThat(assess(Path.of("data/teams/area.json")).sentences())
                .contains(
                        "Without Adaeze Nwosu the average load is 23.5 % and the highest 24.6 %, and no further week is short of people.");
    }
}
