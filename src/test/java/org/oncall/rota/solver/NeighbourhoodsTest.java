package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;

/** On a board of two tiers and eight weeks, from Tuesday to Tuesday, each neighbourhood does what its name says. */
class NeighbourhoodsTest {
    private static final int DAYS = 56;
    private static final int DRAWS = 400;

    /** Who held each slot before a move and after it, by index: first the days of primary, then those of secondary. */
    private record Step(List<Integer> before, List<Integer> after) {
        List<Integer> changed() {
            return IntStream.range(0, before.size())
                    .filter(slot -> !before.get(slot).equals(after.get(slot)))
                    .boxed()
                    .toList();
        }

        /** Those who hold the changed slots after the move. */
        Set<Integer> takers() {
            Set<Integer> result = new HashSet<>();
            changed().forEach(slot -> result.add(after.get(slot)));
            return result;
        }

        Set<Integer> tiers() {
            Set<Integer> result = new TreeSet<>();
            changed().forEach(slot -> result.add(slot / DAYS));
            return result;
        }

        Set<Integer> weeks() {
            Set<Integer> result = new TreeSet<>();
            changed().forEach(slot -> result.add(slot % DAYS / 7));
            return result;
        }

        int first() {
            return changed().getFirst();
        }

        int last() {
            return changed().getLast();
        }
    }

    private static Draft board() {
        return board(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo"));
    }

    private static Draft board(ProblemBuilder problem) {
        return Draft.of(problem)
                .put("Ana", "primary", "2027-01-05", 7)
                .put("Bo", "primary", "2027-01-12", 7)
                .put("Cy", "primary", "2027-01-19", 5)
                .put("Di", "primary", "2027-01-24", 9)
                .put("Ed", "primary", "2027-02-02", 7)
                .put("Flo", "primary", "2027-02-09", 7)
                .put("Ana", "primary", "2027-02-19", 4)
                .put("Bo", "primary", "2027-02-23", 7)
                .put("Di", "secondary", "2027-01-05", 7)
                .put("Ed", "secondary", "2027-01-12", 7)
                .put("Flo", "secondary", "2027-01-19", 7)
                .put("Ana", "secondary", "2027-01-26", 7)
                .put("Bo", "secondary", "2027-02-02", 7)
                .put("Cy", "secondary", "2027-02-09", 7)
                .put("Di", "secondary", "2027-02-16", 7)
                .put("Ed", "secondary", "2027-02-23", 7);
    }

    /** What the moves drawn by chance do; fails where one that is refused is not undone exactly. */
    private static List<Step> steps(Neighbourhood neighbourhood, Draft board) {
        List<Step> result = new ArrayList<>();
        RotaSolution solution = Solutions.of(board.rota());
        WorkingRota rota = new WorkingRota(solution);
        WorkingRota fresh = new WorkingRota(solution);
        RandomGenerator random = new SplittableRandom(0);
        for (int i = 0; i < DRAWS; i++) {
            rota.propose();
            neighbourhood.draw(rota, random);
            if (rota.isDoable()) {
                result.add(new Step(boxed(rota.copy()), boxed(Solutions.proposed(rota))));
                assertThat(rota.attempt(0, Double.NEGATIVE_INFINITY)).isFalse();
                assertSame(rota, fresh);
            }
        }
        assertThat(result).as("moves that can be made, of %d drawn", DRAWS).hasSizeGreaterThan(DRAWS / 50);
        return result;
    }

    private static void assertSame(WorkingRota rota, WorkingRota fresh) {
        assertThat(rota.copy()).isEqualTo(fresh.copy());
        assertThat(rota.score()).isEqualTo(fresh.score());
        for (int member = 0; member < fresh.members(); member++) {
            assertThat(rota.softOf(member)).isEqualTo(fresh.softOf(member));
        }
        rota.restore(rota.copy());
        assertThat(rota.score()).as("counted again, view by view").isEqualTo(fresh.score());
    }

    private static List<Integer> boxed(int[] holders) {
        return Arrays.stream(holders).boxed().toList();
    }

    private static boolean isRun(List<Integer> holders, int from, int to) {
        int tier = from / DAYS;
        int holder = holders.get(from);
        boolean alike = IntStream.range(from, to).allMatch(slot -> holders.get(slot) == holder);
        boolean starts = from == tier * DAYS || holders.get(from - 1) != holder;
        boolean ends = to == (tier + 1) * DAYS || holders.get(to) != holder;
        return alike && starts && ends;
    }

    private static List<Integer> sorted(List<Integer> holders) {
        List<Integer> result = new ArrayList<>(holders);
        Collections.sort(result);
        return result;
    }

    @Test
    void assignRun_anyDraw_givesDaysOfOneTierToOnePerson() {
        List<Step> steps = steps(new AssignRun(), board());

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.tiers()).hasSize(1);
            assertThat(step.takers()).hasSize(1).doesNotContain(RuleFacts.NOBODY);
            IntStream.rangeClosed(step.first(), step.last())
                    .forEach(slot -> assertThat(step.after().get(slot))
                            .isEqualTo(step.after().get(step.first())));
        });
        assertThat(steps)
                .anyMatch(step -> step.changed().size() == 7 && step.first() % 7 == 0)
                .anyMatch(step -> isRun(step.before(), step.first(), step.last() + 1)
                        && step.changed().size() == 9)
                .anyMatch(step -> step.changed().size() == 1);
    }

    @Test
    void exchangeShifts_anyDraw_exchangesTwoWholeStretches() {
        List<Step> steps = steps(new ExchangeShifts(), board());

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.takers()).hasSize(2);
            for (int taker : step.takers()) {
                List<Integer> taken = step.changed().stream()
                        .filter(slot -> step.after().get(slot) == taker)
                        .toList();
                assertThat(isRun(step.before(), taken.getFirst(), taken.getLast() + 1))
                        .isTrue();
                assertThat(taken).hasSize(taken.getLast() - taken.getFirst() + 1);
                assertThat(step.takers()).contains(step.before().get(taken.getFirst()));
            }
        });
        assertThat(steps)
                .anyMatch(step -> step.tiers().size() == 2)
                .anyMatch(step -> step.tiers().size() == 1)
                .anyMatch(step -> step.takers().contains(RuleFacts.NOBODY));
    }

    @Test
    void exchangeWeeks_twoOfOneTier_keepWhatIsInThem() {
        List<Step> steps = steps(new ExchangeWeeks(2, false), board());

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.weeks()).hasSizeLessThanOrEqualTo(2);
            assertThat(sorted(step.after())).isEqualTo(sorted(step.before()));
            for (int slot : step.changed()) {
                assertThat(step.changed().stream()
                                .filter(other -> other % 7 == slot % 7 && other != slot)
                                .map(step.before()::get))
                        .as("holders of that day of the week, in the other week")
                        .containsExactly(step.after().get(slot));
            }
        });
        assertThat(steps)
                .anyMatch(step -> step.tiers().size() == 1)
                .anyMatch(step -> step.tiers().size() == 2);
    }

    @Test
    void exchangeWeeks_twoWithAllTiers_keepTheirTiers() {
        List<Step> steps = steps(new ExchangeWeeks(2, true), board());

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.weeks()).hasSize(2);
            int one = 7 * List.copyOf(step.weeks()).getFirst();
            int other = 7 * List.copyOf(step.weeks()).getLast();
            for (int tier = 0; tier < 2; tier++) {
                for (int day = tier * DAYS; day < tier * DAYS + 7; day++) {
                    assertThat(step.after().get(one + day))
                            .isEqualTo(step.before().get(other + day));
                    assertThat(step.after().get(other + day))
                            .isEqualTo(step.before().get(one + day));
                }
            }
        });
        assertThat(steps).anyMatch(step -> step.changed().size() == 28);
    }

    @Test
    void exchangeWeeks_three_arePassedRound() {
        List<Step> steps = steps(new ExchangeWeeks(3, false), board());

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.weeks()).hasSizeLessThanOrEqualTo(3);
            assertThat(sorted(step.after())).isEqualTo(sorted(step.before()));
        });
        assertThat(steps)
                .anyMatch(step -> step.weeks().size() == 3
                        && step.tiers().size() == 1
                        && step.changed().size() == 21);
    }

    @Test
    void exchangeTiers_anyDraw_keepsWhoIsOnCallEachDay() {
        List<Step> steps = steps(new ExchangeTiers(), board());

        assertThat(steps).allSatisfy(step -> {
            List<Integer> days =
                    step.changed().stream().filter(slot -> slot < DAYS).toList();
            assertThat(step.changed()).hasSize(2 * days.size());
            assertThat(days).hasSize(days.getLast() - days.getFirst() + 1);
            for (int day : days) {
                assertThat(step.after().get(day)).isEqualTo(step.before().get(day + DAYS));
                assertThat(step.after().get(day + DAYS)).isEqualTo(step.before().get(day));
            }
        });
        assertThat(steps)
                .anyMatch(step -> step.changed().size() == 14 && step.first() % 7 == 0)
                .anyMatch(step -> step.changed().size() == 2);
    }

    @Test
    void exchangeTiers_oneTier_comesToNothing() {
        RotaSolution solution = Solutions.of(
                Draft.of(problem("Ana", "Bo").rotation(rotation("on-call").tiers("primary")))
                        .put("Ana", "primary", "2027-01-05", 7)
                        .rota());

        assertComesToNothing(new ExchangeTiers(), solution);
    }

    @Test
    void shiftBoundary_anyDraw_movesOneHandover() {
        List<Step> steps = steps(new ShiftBoundary(), board());

        assertThat(steps).allSatisfy(step -> {
            assertThat(step.tiers()).hasSize(1);
            assertThat(step.takers()).hasSize(1);
            int taker = step.after().get(step.first());
            int tierStart = step.first() / DAYS * DAYS;
            boolean later = step.first() > tierStart && step.before().get(step.first() - 1) == taker;
            boolean earlier =
                    step.last() + 1 < tierStart + DAYS && step.before().get(step.last() + 1) == taker;
            assertThat(later || earlier)
                    .as("the taker is next to what they take")
                    .isTrue();
        });
        assertThat(steps)
                .anyMatch(step -> step.changed().size() == 1)
                .anyMatch(step -> step.changed().size() == 7);
    }

    @Test
    void slideHandovers_anyDraw_movesWhatIsHeldByAFewDays() {
        List<Step> steps = steps(new SlideHandovers(), board());

        assertThat(steps)
                .allSatisfy(step -> assertThat(step.changed()).allSatisfy(slot -> {
                    int tierStart = slot / DAYS * DAYS;
                    int from = Math.max(tierStart, slot - 3);
                    int to = Math.min(tierStart + DAYS - 1, slot + 3);
                    assertThat(step.before().subList(from, to + 1))
                            .as("whoever takes slot %d was at most three days away", slot)
                            .contains(step.after().get(slot));
                }));
        assertThat(steps)
                .anyMatch(step -> step.tiers().size() == 1 && step.weeks().size() > 1)
                .anyMatch(step -> step.tiers().size() == 2);
    }

    @Test
    void exchangeMembers_anyDraw_exchangesTwoPeopleOverWholeWeeks() {
        List<Step> steps = steps(new ExchangeMembers(), board());

        assertThat(steps).allSatisfy(step -> {
            Set<Integer> people = new HashSet<>(step.takers());
            step.changed().forEach(slot -> people.add(step.before().get(slot)));
            assertThat(people).hasSize(2).doesNotContain(RuleFacts.NOBODY);
            int firstWeek = Collections.min(step.weeks());
            int lastWeek = Collections.max(step.weeks());
            for (int slot = 0; slot < 2 * DAYS; slot++) {
                int week = slot % DAYS / 7;
                if (week > firstWeek
                        && week < lastWeek
                        && people.contains(step.before().get(slot))) {
                    assertThat(step.changed()).contains(slot);
                }
            }
        });
        assertThat(steps).anyMatch(step -> step.tiers().size() == 2);
    }

    @Test
    void closeGap_anyDraw_fillsTheGapAndRelievesTheOneWhoTakesIt() {
        List<Step> steps = steps(new CloseGap(), board());
        List<Integer> gap = List.of(42, 43, 44);

        assertThat(steps).allSatisfy(step -> {
            List<Integer> filled = step.changed().stream().filter(gap::contains).toList();
            assertThat(filled).isNotEmpty();
            assertThat(filled).hasSize(filled.getLast() - filled.getFirst() + 1);
            int taker = step.after().get(filled.getFirst());
            assertThat(taker).isNotEqualTo(RuleFacts.NOBODY);
            assertThat(filled).allMatch(slot -> step.after().get(slot) == taker);
            for (int slot : step.changed()) {
                if (!gap.contains(slot)) {
                    assertThat(step.before().get(slot)).isEqualTo(taker);
                    assertThat(slot % DAYS)
                            .as("a day of a stretch that is nearer than a week")
                            .isBetween(42 - 7 - 7, 44 + 7 + 7);
                }
            }
        });
        assertThat(steps)
                .anyMatch(step -> step.changed().equals(gap))
                .anyMatch(step -> step.changed().size() == 1)
                .anyMatch(step -> step.changed().size() > 3);
    }

    @Test
    void closeGap_noGap_comesToNothing() {
        RotaSolution solution =
                Solutions.of(board().put("Cy", "primary", "2027-02-16", 3).rota());

        assertComesToNothing(new CloseGap(), solution);
    }

    private static boolean isOnCall(List<Integer> holders, int member, int day) {
        return day >= 0 && day < DAYS && (holders.get(day) == member || holders.get(DAYS + day) == member);
    }

    /** Whoever takes days that they did not have is rested for a week before and after them. */
    private static void assertTakersAreRested(Step step) {
        for (int slot : step.changed()) {
            int taker = step.after().get(slot);
            int day = slot % DAYS;
            for (int distance = 1; distance <= 7; distance++) {
                for (int side : new int[] {-1, 1}) {
                    int other = day + side * distance;
                    assertThat(isOnCall(step.after(), taker, other)
                                    && IntStream.range(Math.min(day, other), Math.max(day, other))
                                            .anyMatch(d -> !isOnCall(step.after(), taker, d)))
                            .as("on call again %d days from %d, in two stints", distance, day)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void recreateWeeks_anyDraw_givesAFewWeeksRunningToOthersWhoAreRested() {
        List<Step> steps =
                steps(new RecreateWeeks(), board(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")));

        assertThat(steps).allSatisfy(step -> {
            assertThat(Collections.max(step.weeks()) - Collections.min(step.weeks()))
                    .isLessThan(3);
            assertThat(step.takers()).doesNotContain(RuleFacts.NOBODY);
            assertTakersAreRested(step);
        });
        assertThat(steps)
                .anyMatch(step -> step.tiers().size() == 2)
                .anyMatch(step -> step.weeks().size() == 3)
                .anyMatch(step -> step.takers().size() > 2);
    }

    @Test
    void recreateMember_anyDraw_givesWhatOnePersonHoldsToOthersWhoAreRested() {
        List<Step> steps =
                steps(new RecreateMember(), board(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")));

        assertThat(steps).allSatisfy(step -> {
            Set<Integer> formers = new HashSet<>();
            step.changed().forEach(slot -> formers.add(step.before().get(slot)));
            assertThat(formers).hasSize(1).doesNotContain(RuleFacts.NOBODY);
            assertThat(step.takers()).doesNotContain(RuleFacts.NOBODY);
            assertTakersAreRested(step);
        });
        assertThat(steps)
                .anyMatch(step -> step.tiers().size() == 2)
                .anyMatch(step -> step.takers().size() > 1);
    }

    @Test
    void recreation_fewDrawn_prefersWhoHasHadLeast() {
        Draft board = board(problem("Ana", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"));
        List<Integer> takers = new ArrayList<>();
        for (Step step : steps(new RecreateWeeks(), board)) {
            step.changed().forEach(slot -> takers.add(step.after().get(slot)));
        }

        // Gus, the last of seven, holds nothing yet.
        assertThat(Collections.frequency(takers, 6)).isGreaterThan(takers.size() / 4);
    }

    @Test
    void anyDay_gapOrDearHolder_isDrawnMoreOften() {
        WorkingRota rota = new WorkingRota(Solutions.of(board().rota()));
        RandomGenerator random = new SplittableRandom(0);
        Line primary = rota.lines().getFirst();
        int gaps = 0;
        for (int i = 0; i < 10_000; i++) {
            gaps += rota.holder(primary, rota.anyDay(primary, random)) == WorkingRota.NOBODY ? 1 : 0;
        }

        // Three days of 56: drawn evenly they would come up some 536 times.
        assertThat(gaps).isBetween(950, 1_150);
    }

    private static void assertComesToNothing(Neighbourhood neighbourhood, RotaSolution solution) {
        WorkingRota rota = new WorkingRota(solution);
        RandomGenerator random = new SplittableRandom(0);
        for (int i = 0; i < DRAWS; i++) {
            rota.propose();
            neighbourhood.draw(rota, random);
            assertThat(rota.isDoable()).isFalse();
        }
    }

    static List<Neighbourhood> neighbourhoods() {
        return Solutions.neighbourhoods();
    }

    @ParameterizedTest
    @MethodSource("neighbourhoods")
    void draw_anyTeam_leavesPinsAloneAndNeverProposesWhoMayNot(Neighbourhood neighbourhood) {
        int made = 0;
        for (long seed = 0; seed < 120; seed++) {
            RotaProblem problem = RandomProblems.problem(seed);
            RotaSolution solution = new RotaSolution(new RuleFacts(problem));
            StartingRota.fill(solution.getBoard());
            if (solution.getBoard().lines().isEmpty()) {
                continue;
            }
            WorkingRota rota = new WorkingRota(solution);
            RandomGenerator random = new SplittableRandom(seed);
            for (int i = 0; i < 40; i++) {
                rota.propose();
                neighbourhood.draw(rota, random);
                if (!rota.isDoable()) {
                    continue;
                }
                made++;
                Set<Integer> slots = new HashSet<>();
                for (int p = 0; p < rota.proposedCount(); p++) {
                    SlotEntity slot = solution.getSlots().get(rota.proposedSlot(p));
                    int holder = rota.proposedHolder(p);
                    assertThat(slot.isPinned())
                            .as("pinned: %s, seed %d", slot, seed)
                            .isFalse();
                    assertThat(holder == RuleFacts.NOBODY
                                    || slot.isEligible(solution.getPeople().get(holder)))
                            .as("may hold it: %s, seed %d", slot, seed)
                            .isTrue();
                    assertThat(slots.add(slot.getId()))
                            .as("once: %s, seed %d", slot, seed)
                            .isTrue();
                }
                // Made whatever it breaks, so that the rotas grow stranger with each draw.
                rota.restore(Solutions.proposed(rota));
            }
        }
        assertThat(made).isGreaterThan(100);
    }
}
