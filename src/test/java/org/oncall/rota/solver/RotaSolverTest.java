package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.RotationFacts;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.solver.RotaSolver.Improvement;
import org.oncall.rota.solver.RotaSolver.Solved;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;

@Timeout(60)
class RotaSolverTest {
    private static final Duration AMPLE = Duration.ofMinutes(10);

    private static ProblemBuilder team() {
        return problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal");
    }

    private static SolveSettings moves(long seed, long moves) {
        return new SolveSettings(AMPLE, seed, moves);
    }

    private static Solved solve(RotaProblem problem, long seed, long moves) {
        return new RotaSolver(problem, moves(seed, moves)).solve(improvement -> {});
    }

    private static Solved solve(ProblemBuilder problem) {
        return solve(problem.build(), 0, 3_000);
    }

    private static AuditReport audit(Solved solved) {
        AuditReport report = Audit.of(solved.rota());
        assertThat(solved.score()).isEqualTo(report.score());
        return report;
    }

    // Repeating a search

    @Test
    void solve_sameSeedAndMoves_givesTheSameRota() {
        for (long seed = 0; seed < 6; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);

            Solved once = solve(problem, seed, 2_500);
            Solved again = solve(problem, seed, 2_500);

            assertThat(again.rota()).as("seed %d", seed).isEqualTo(once.rota());
            assertThat(again.score()).isEqualTo(once.score());
            assertThat(again.moves()).isEqualTo(once.moves());
        }
    }

    @Test
    void solve_otherSearchesAtTheSameTime_givesTheSameRota() throws Exception {
        RotaProblem problem = team().build();
        Solved alone = solve(problem, 3, 15_000);
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (long seed = 0; seed < 2; seed++) {
            long other = seed;
            others.add(CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    solve(RandomProblems.problem(other), other, 1_000);
                }
            }));
        }

        Solved among = solve(problem, 3, 15_000);

        done.set(true);
        CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get();
        assertThat(among.rota()).isEqualTo(alone.rota());
    }

    @Test
    void solve_otherSeed_mayGiveAnotherRota() {
        Set<Rota> rotas = new HashSet<>();
        for (long seed = 0; seed < 4; seed++) {
            rotas.add(solve(team().build(), seed, 1_000).rota());
        }

        assertThat(rotas).hasSizeGreaterThan(1);
    }

    @Test
    void solve_moves_areCountedExactly() {
        for (long moves : new long[] {1, 2, 17, 999, 12_345}) {
            assertThat(solve(team().build(), 0, moves).moves()).isEqualTo(moves);
        }
    }

    @Test
    void solve_endedAsPlanned_isRepeatedByItsMoves() {
        RotaProblem problem = team().build();
        Solved planned =
                new RotaSolver(problem, new SolveSettings(Duration.ofMillis(700), 5, null)).solve(improvement -> {});

        Solved repeated = solve(problem, 5, planned.moves());

        assertThat(planned.time()).isLessThan(Duration.ofSeconds(5));
        assertThat(repeated.moves()).isEqualTo(planned.moves());
        if (planned.moves() == planned.planned()) {
            assertThat(repeated.rota()).isEqualTo(planned.rota());
        }
    }

    @Test
    void solve_moves_areWhatWasPlanned() {
        Solved solved = solve(team().build(), 5, 4_321);

        assertThat(solved.planned()).isEqualTo(4_321);
        assertThat(solved.moves()).isEqualTo(4_321);
    }

    @Test
    void solve_nothingBetterForAsLongAsAskedFor_ends() {
        RotaProblem problem = problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo")
                .period("2027-01-05", "2027-02-02")
                .build();
        SolveSettings settings = new SolveSettings(AMPLE, 0, null, Duration.ofMillis(500));

        Solved solved = new RotaSolver(problem, settings).solve(improvement -> {});
        Solved again = new RotaSolver(problem, settings).solve(improvement -> {});

        assertThat(solved.moves()).isLessThan(20_000_000);
        assertThat(again.moves()).isEqualTo(solved.moves());
        assertThat(again.rota()).isEqualTo(solved.rota());
    }

    // Stopping

    @Test
    void stop_beforeTheSearch_givesTheStartingRota() {
        RotaSolver solver = new RotaSolver(team().build(), moves(0, 1_000_000));
        solver.stop();

        Solved solved = solver.solve(improvement -> {});

        assertThat(solved.moves()).isZero();
        assertThat(audit(solved).isLegal()).isTrue();
        assertThat(audit(solved).isComplete()).isTrue();
    }

    @Test
    void solve_limitOverAtOnce_givesALegalRota() {
        for (int i = 0; i < 10; i++) {
            Solved solved = new RotaSolver(team().build(), new SolveSettings(Duration.ofMillis(1), 0, null))
                    .solve(improvement -> {});

            assertThat(audit(solved).isLegal()).isTrue();
        }
    }

    @Test
    void stop_duringTheSearch_endsItSoonAndKeepsTheBest() throws Exception {
        RotaSolver solver = new RotaSolver(team().build(), new SolveSettings(AMPLE, 0, null));
        CountDownLatch improved = new CountDownLatch(1);
        CompletableFuture<Solved> search =
                CompletableFuture.supplyAsync(() -> solver.solve(improvement -> improved.countDown()));
        improved.await();

        solver.stop();

        Solved solved = search.get(10, java.util.concurrent.TimeUnit.SECONDS);
        assertThat(audit(solved).isLegal()).isTrue();
    }

    @Test
    void stop_byTheListener_endsTheSearch() {
        RotaSolver solver = new RotaSolver(team().build(), new SolveSettings(AMPLE, 0, null));

        Solved solved = solver.solve(improvement -> solver.stop());

        assertThat(audit(solved).isLegal()).isTrue();
        assertThat(solved.time()).isLessThan(Duration.ofSeconds(10));
    }

    // Failing, and leaving nothing behind

    private static void assertNoSearchIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("rota-search")) {
                thread.join(Duration.ofSeconds(1));
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void solve_endedByMovesOrLimitOrStop_leavesNoThreadBehind() throws Exception {
        solve(team());
        assertNoSearchIsLeft();

        new RotaSolver(team().build(), new SolveSettings(Duration.ofMillis(100), 0, null)).solve(improvement -> {});
        assertNoSearchIsLeft();

        RotaSolver stopped = new RotaSolver(team().build(), new SolveSettings(AMPLE, 0, null));
        stopped.solve(improvement -> stopped.stop());
        assertNoSearchIsLeft();
    }

    @Test
    void solve_listenerThatFails_endsWithItsFailureAndLeavesNoThreadBehind() throws Exception {
        RuntimeException failure = new IllegalStateException("broken");
        for (int good = 0; good < 2; good++) {
            RotaSolver solver = new RotaSolver(team().build(), new SolveSettings(AMPLE, 0, null));
            AtomicInteger left = new AtomicInteger(good);

            assertThatThrownBy(() -> solver.solve(improvement -> {
                        if (left.getAndDecrement() == 0) {
                            throw failure;
                        }
                        // Long enough for the next improvement to be heard of, however soon it comes.
                        sleep(100);
                    }))
                    .isSameAs(failure);

            assertNoSearchIsLeft();
        }
    }

    // Improvements

    @Test
    void listener_improvements_getBetterAndAreWhatTheAuditFinds() {
        for (long seed = 0; seed < 10; seed++) {
            List<Improvement> improvements = new ArrayList<>();
            Solved solved = new RotaSolver(RandomProblems.problem(seed), moves(seed, 2_000)).solve(improvements::add);

            Score before = null;
            for (Improvement improvement : improvements) {
                assertThat(improvement.score())
                        .as("seed %d", seed)
                        .isEqualTo(Audit.of(improvement.rota()).score());
                if (before != null) {
                    assertThat(improvement.score()).isLessThan(before);
                }
                before = improvement.score();
            }
            if (before != null) {
                assertThat(solved.score()).isLessThanOrEqualTo(before);
            }
        }
    }

    // Hard rules

    @Test
    void solve_nothingFrozen_isAlwaysLegal() {
        for (long seed = 0; seed < 60; seed++) {
            RotaProblem problem = unfrozen(RandomProblems.problem(seed));

            assertThat(audit(solve(problem, seed, 400)).score().hard())
                    .as("hard, seed %d", seed)
                    .isZero();
        }
    }

    private static RotaProblem unfrozen(RotaProblem problem) {
        return with(problem, problem.published(), null);
    }

    private static RotaProblem with(RotaProblem problem, List<Holding> published, LocalDate freezeUntil) {
        return new RotaProblem(
                problem.team(),
                problem.from(),
                problem.to(),
                problem.schedules(),
                problem.history(),
                published,
                problem.now(),
                freezeUntil,
                problem.weights());
    }

    @Test
    void solve_publishedRotaThatBreaksRules_isNotWorseThanItsFrozenPart() {
        for (long seed = 0; seed < 60; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            Map<Slot, MemberId> frozen = new HashMap<>();
            RotaSolution solution = new RotaSolution(new RuleFacts(problem));
            solution.getSlots().stream().filter(slot -> !slot.isPinned()).forEach(slot -> slot.setPerson(null));
            Score least = Audit.of(solution.toRota()).score();

            Solved solved = solve(problem, seed, 400);

            assertThat(solved.score().hard()).as("hard, seed %d", seed).isLessThanOrEqualTo(least.hard());
        }
    }

    @Test
    void solve_onePersonPublishedEverywhere_leavesGapsRatherThanBreakRules() {
        Solved solved = solve(problem("Ana")
                .published("Ana", "primary", "2027-01-05", 56)
                .published("Ana", "secondary", "2027-01-05", 56));

        assertThat(audit(solved).isLegal()).isTrue();
        assertThat(solved.rota().holders()).isNotEmpty();
    }

    @Test
    void solve_tooFewPeople_leavesGapsRatherThanBreakRules() {
        Solved solved = solve(problem("Ana", "Bo", "Cy").period("2027-01-05", "2027-02-02"));

        assertThat(audit(solved).isLegal()).isTrue();
        assertThat(solved.score().medium()).isEqualTo(56 - 3 * 13);
    }

    // The published rota

    private static ProblemBuilder published() {
        return published(team());
    }

    /** A whole rota: eight people, a week each in turn, Ana first. */
    private static ProblemBuilder published(ProblemBuilder problem) {
        List<String> names = List.of("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal");
        for (int week = 0; week < 8; week++) {
            String first = LocalDate.parse("2027-01-05").plusWeeks(week).toString();
            problem.published(names.get(week), "primary", first, 7);
            problem.published(names.get((week + 4) % 8), "secondary", first, 7);
        }
        return problem;
    }

    private static List<Slot> changed(Solved solved) {
        return solved.rota().problem().published().stream()
                .filter(holding -> !holding.member().equals(solved.rota().holder(holding.slot())))
                .map(Holding::slot)
                .toList();
    }

    @Test
    void solve_publishedRotaThatIsGood_staysAsItIs() {
        Solved solved = solve(published());

        assertThat(changed(solved)).isEmpty();
        assertThat(audit(solved).isComplete()).isTrue();
    }

    @Test
    void solve_leaveInAPublishedWeek_changesLittleElse() {
        ProblemBuilder problem = published(problem("Ana", "Bo")
                .member(member("Cy").leave("2027-01-20", "2027-01-24"))
                .member(member("Di"))
                .member(member("Ed"))
                .member(member("Flo"))
                .member(member("Gus"))
                .member(member("Hal")));
        Solved solved = solve(problem.build(), 0, 20_000);

        assertThat(audit(solved).isLegal()).isTrue();
        assertThat(audit(solved).isComplete()).isTrue();
        assertThat(changed(solved)).hasSizeBetween(6, 14);
    }

    @Test
    void solve_frozenSlots_stay() {
        for (long seed = 0; seed < 40; seed++) {
            RotaProblem random = RandomProblems.problem(seed);
            RotaProblem problem = with(random, random.published(), random.from().plusDays(9));
            RuleFacts facts = new RuleFacts(problem);

            Solved solved = solve(problem, seed, 1_000);

            for (SlotEntity slot : new RotaSolution(facts).getSlots()) {
                if (slot.isPinned()) {
                    Slot frozen = slot(slot);
                    assertThat(solved.rota().holder(frozen))
                            .as("holder of %s, seed %d", frozen, seed)
                            .isEqualTo(facts.member(slot.holder()).id());
                }
            }
        }
    }

    private static Slot slot(SlotEntity slot) {
        RotationFacts rotation = slot.rotationFacts();
        return new Slot(
                rotation.rotation().id(),
                rotation.rotation().tiers().get(slot.tier()).id(),
                rotation.day(rotation.firstPlanned() + slot.day()).date());
    }

    @Test
    void solve_frozenSlotWhoseHolderIsOnLeave_isHeldByAnother() {
        ProblemBuilder problem = published(problem("Ana", "Bo")
                        .member(member("Cy").leave("2027-01-20", "2027-01-24"))
                        .member(member("Di"))
                        .member(member("Ed"))
                        .member(member("Flo"))
                        .member(member("Gus"))
                        .member(member("Hal")))
                .freezeUntil("2027-03-02");
        Solved solved = solve(problem);

        List<LocalDate> dates = changed(solved).stream().map(Slot::date).toList();
        assertThat(dates)
                .containsExactlyElementsOf(LocalDate.parse("2027-01-19")
                        .datesUntil(LocalDate.parse("2027-01-25"))
                        .toList());
        assertThat(audit(solved).isLegal()).isTrue();
    }

    @Test
    void solve_frozenUntilADate_movesOnlySlotsFromThatDateOn() {
        // A team of nine, one of whom has nothing yet, so that the published rota is worth changing.
        ProblemBuilder problem = published(team().member(member("Ida")))
                .freezeUntil("2027-02-02")
                .weight("changed", 0);
        Solved solved = solve(problem);

        assertThat(changed(solved)).isNotEmpty().allMatch(slot -> !slot.date().isBefore(LocalDate.parse("2027-02-02")));
    }

    @Test
    void solve_frozenPartThatBreaksAHardRule_isReportedAsIllegal() {
        Solved solved = solve(team().published("Ana", "primary", "2027-01-05", 7)
                .published("Ana", "secondary", "2027-01-05", 7)
                .freezeUntil("2027-01-12"));

        assertThat(solved.score().hard()).isEqualTo(7);
        assertThat(solved.score().isLegal()).isFalse();
        assertThat(audit(solved).rules().getFirst().size()).isEqualTo(7);
        assertThat(solved.rota().problem().published())
                .allMatch(holding -> holding.member().equals(solved.rota().holder(holding.slot())));
    }

    @Test
    void solve_everySlotFrozen_givesThePublishedRota() {
        Solved solved = solve(published().freezeUntil("2027-03-02"));

        assertThat(changed(solved)).isEmpty();
        assertThat(audit(solved).isComplete()).isTrue();
    }

    // Awkward problems

    static List<ProblemBuilder> awkward() {
        return List.of(
                problem("Ana").period("2027-01-05", "2027-01-06"),
                problem("Ana"),
                problem().member(member("Ana").optedOut()),
                problem().member(member("Ana").novice()),
                problem("Ana", "Bo").rotation(rotation("on-call").tier("primary", "a skill that nobody has")),
                problem().member(member("Ana").leave("2026-01-01", "2028-01-01")),
                problem().member(member("Ana").from("2030-01-01")),
                problem("Ana", "Bo")
                        .period("2027-01-09", "2027-01-11")
                        .rotation(rotation("on-call"))
                        .rotation(officeHours("weekdays")),
                problem("Ana").period("2027-01-09", "2027-01-11").rotation(officeHours("weekdays")),
                problem("Ana", "Bo", "Cy", "Di", "Ed")
                        .rotation(rotation("on-call")
                                .tiers("a", "b", "c", "d")
                                .handover(DayOfWeek.SUNDAY, "01:30")
                                .longest(1)
                                .rest(0)),
                problem("Ana", "Bo").rotation(rotation("on-call").festiveUncovered()),
                problem());
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void solve_awkwardProblem_isLegal(ProblemBuilder problem) {
        Solved solved = solve(problem.build(), 0, 300);

        assertThat(audit(solved).isLegal()).isTrue();
        assertThat(solved.engine()).startsWith("Timefold");
    }

    @Test
    void solve_draftOfHistory_isNotTouched() {
        RotaProblem problem = team().history("Ana", "primary", "2026-12-29", 7).build();

        Rota rota = solve(problem, 0, 500).rota();

        assertThat(rota.problem()).isSameAs(problem);
        assertThat(Draft.of(problem).rota().holders()).isEmpty();
        assertThat(problem.slots()).containsAll(rota.holders().keySet());
    }
}
