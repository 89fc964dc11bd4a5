package org.oncall.rota.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.intake.Intake;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.proof.ProofResult.Impossible;
import org.oncall.rota.proof.ProofResult.NotAvailable;
import org.oncall.rota.proof.ProofResult.Possible;
import org.oncall.rota.proof.ProofResult.Unknown;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

class ProofTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TINY_PROBLEMS = 200;

    @Test
    void decide_tinyTeams_agreesWithALookAtEveryRota() {
        int possible = 0;
        for (long seed = 0; seed < TINY_PROBLEMS; seed++) {
            RotaProblem problem = tinyProblem(new SplittableRandom(seed));
            boolean expected = new Everything(problem).hasLegalAndComplete();

            ProofResult result = Proof.decide(problem, LIMIT);

            assertThat(result instanceof Possible)
                    .as("seed %d: %s", seed, result)
                    .isEqualTo(expected);
            assertThat(result instanceof Impossible)
                    .as("seed %d: %s", seed, result)
                    .isEqualTo(!expected);
            if (result instanceof Possible(Rota rota)) {
                assertLegalAndComplete(rota);
                possible++;
            }
        }
        assertThat(possible).isBetween(TINY_PROBLEMS / 4, 3 * TINY_PROBLEMS / 4);
    }

    static Stream<Path> exampleRequests() throws IOException {
        try (Stream<Path> teams = Files.list(Path.of("data/teams"));
                Stream<Path> edge = Files.list(Path.of("data/edge"))) {
            return Stream.concat(teams, edge)
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("exampleRequests")
    void decide_exampleRequest_isPossibleWhereItsTableSaysComplete(Path file) throws IOException {
        String row = Files.readAllLines(Path.of("data/README.md")).stream()
                .filter(line -> line.startsWith("| `" + file.getFileName() + "`"))
                .findFirst()
                .orElseThrow();
        RotaProblem problem = read(file);

        ProofResult result = Proof.decide(problem, LIMIT);

        if (row.contains("| complete")) {
            assertThat(result).isInstanceOf(Possible.class);
            assertLegalAndComplete(((Possible) result).rota());
        } else {
            assertThat(row).contains(" gaps");
            assertThat(result).isInstanceOf(Impossible.class);
        }
    }

    @Test
    void decide_sameProblemTwice_givesTheSameRota() throws IOException {
        RotaProblem problem = read(Path.of("data/teams/newcomers.json"));

        assertThat(Proof.decide(problem, LIMIT)).isEqualTo(Proof.decide(problem, LIMIT));
    }

    @Test
    void decide_frozenSlots_stay() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo")
                .published("Flo", "primary", "2027-01-05", 3)
                .published("Bo", "primary", "2027-01-08", 4)
                .freezeUntil("2027-01-10")
                .build();

        Rota rota = ((Possible) Proof.decide(problem, LIMIT)).rota();

        problem.published().stream()
                .filter(holding -> holding.slot().date().isBefore(LocalDate.parse("2027-01-10")))
                .forEach(holding -> assertThat(rota.holder(holding.slot())).isEqualTo(holding.member()));
        assertLegalAndComplete(rota);
    }

    @Test
    void decide_frozenSlotOfSomebodyOnLeave_isFree() {
        RotaProblem problem = ProblemBuilder.problem("Ana", "Bo", "Cy", "Di", "Ed")
                .member(MemberBuilder.member("Flo").leave("2027-01-05", "2027-01-06"))
                .published("Flo", "primary", "2027-01-05", 3)
                .freezeUntil("2027-01-10")
                .build();

        assertThat(Proof.decide(problem, LIMIT)).isInstanceOf(Possible.class);
    }

    @Test
    void decide_noTimeAtAll_isUnknownAndSaysSo() throws IOException {
        RotaProblem problem = read(Path.of("data/teams/area.json"));

        assertThat(Proof.decide(problem, Duration.ZERO))
                .isEqualTo(new Unknown("Whether a legal and complete rota exists was not decided within 0.0 s."));
    }

    @Test
    void decide_noLibrary_saysThatNoProofWasMade() {
        RotaProblem problem = ProblemBuilder.problem("Ana").build();

        assertThat(Proof.decide(problem, LIMIT, LIMIT, () -> "There is no such library."))
                .isEqualTo(new NotAvailable("There is no such library."));
    }

    static void assertLegalAndComplete(Rota rota) {
        AuditReport report = Audit.of(rota);
        assertThat(report.isLegal()).as("legal: %s", report.rules()).isTrue();
        assertThat(report.isComplete()).as("complete: %s", report.gaps()).isTrue();
    }

    static RotaProblem read(Path file) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-10-01T09:00:00Z"), ZoneOffset.UTC);
        return ((Intake.Accepted) new RotaIntake(clock).read(Files.readAllBytes(file))).problem();
    }

    /** 2 or 3 people, at most 8 slots. */
    static RotaProblem tinyProblem(SplittableRandom random) {
        LocalDate from = LocalDate.parse(random.nextInt(3) == 0 ? "2026-12-22" : "2027-01-05")
                .plusDays(random.nextInt(8));
        int members = 2 + random.nextInt(2);
        int tiers = 1 + random.nextInt(2);
        int days = tiers == 1 ? 4 + random.nextInt(4) : 3 + random.nextInt(2);
        ProblemBuilder problem = ProblemBuilder.problem()
                .period(from.toString(), from.plusDays(days).toString());
        List<String> names = List.of("Ana", "Bo", "Cy").subList(0, members);
        for (String name : names) {
            MemberBuilder member = MemberBuilder.member(name);
            if (random.nextInt(4) == 0) {
                String away = from.plusDays(random.nextInt(days)).toString();
                member.leave(away, away);
            }
            if (random.nextInt(5) == 0) {
                member.novice();
            }
            if (random.nextInt(8) == 0) {
                member.from(from.plusDays(1).toString());
            }
            problem.member(member);
        }
        problem.rotation(RotationBuilder.rotation("on-call")
                .tiers(tiers == 1 ? new String[] {"primary"} : new String[] {"primary", "secondary"})
                .longest(1 + random.nextInt(5))
                .rest(random.nextInt(3))
                .festiveLongest(1 + random.nextInt(3))
                .festiveRest(random.nextInt(3))
                .supervised(random.nextInt(2)));
        if (random.nextInt(2) == 0) {
            String name = names.get(random.nextInt(members));
            problem.history(name, "primary", from.minusDays(30).toString(), 1);
            problem.history(
                    names.get(random.nextInt(members)),
                    "primary",
                    from.minusDays(2).toString(),
                    2);
        }
        return problem.build();
    }

    /** Every complete rota of a problem that puts nobody in two tiers at a time. */
    static final class Everything {
        private final RotaProblem problem;
        private final RuleFacts facts;
        private final List<Slot> slots;
        private final Map<Slot, MemberId> holders = new HashMap<>();

        Everything(RotaProblem problem) {
            this.problem = problem;
            this.facts = new RuleFacts(problem);
            this.slots = new ArrayList<>(problem.slots());
        }

        boolean hasLegalAndComplete() {
            return look(0);
        }

        private boolean look(int slot) {
            if (slot == slots.size()) {
                return Audit.of(facts, new Rota(problem, holders)).isLegal();
            }
            Slot here = slots.get(slot);
            for (Member member : problem.team().members()) {
                boolean elsewhere = holders.entrySet().stream()
                        .anyMatch(held -> held.getKey().date().equals(here.date())
                                && held.getValue().equals(member.id()));
                if (!elsewhere) {
                    holders.put(here, member.id());
                    boolean found = look(slot + 1);
                    holders.remove(here);
                    if (found) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
