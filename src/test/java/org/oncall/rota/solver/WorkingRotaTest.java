package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oncall.rota.support.MemberBuilder.member;
import static org.oncall.rota.support.ProblemBuilder.problem;
import static org.oncall.rota.support.RotationBuilder.officeHours;
import static org.oncall.rota.support.RotationBuilder.rotation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.Draft;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RandomProblems;

class WorkingRotaTest {
    private static final long PROBLEMS = 100;
    private static final int ATTEMPTS = 250;
    private static final List<Neighbourhood> NEIGHBOURHOODS = Solutions.neighbourhoods();
    private static final long[] GAP_COSTS = {0, 1, 100, 1000};

    private static WorkingRota rota(ProblemBuilder problem) {
        return new WorkingRota(new RotaSolution(new RuleFacts(problem.build())));
    }

    /** A legal rota, one as published, one that breaks much, or one with people where they may not be. */
    private static RotaSolution start(long seed) {
        RotaProblem problem = RandomProblems.problem(seed);
        RotaSolution published = new RotaSolution(new RuleFacts(problem));
        return switch ((int) (seed % 4)) {
            case 0 -> {
                StartingRota.fill(published.getBoard());
                yield published;
            }
            case 1 -> published;
            case 2 -> Solutions.ofEligible(RandomProblems.rota(problem, seed));
            default -> Solutions.of(RandomProblems.rota(problem, seed));
        };
    }

    /** Proposes what a neighbourhood would, or a few slots to anybody. */
    private static void propose(WorkingRota rota, RandomGenerator random) {
        rota.propose();
        if (random.nextInt(3) > 0) {
            NEIGHBOURHOODS.get(random.nextInt(NEIGHBOURHOODS.size())).draw(rota, random);
            return;
        }
        Set<Integer> slots = new HashSet<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            Line line = rota.anyLine(random);
            int day = random.nextInt(line.days());
            if (slots.add(line.offset() + day)) {
                rota.give(line, day, random.nextInt(4) == 0 ? WorkingRota.NOBODY : rota.anyMember(line, random));
            }
        }
    }

    private static WorkingRota fresh(RuleFacts facts, int[] holders) {
        return new WorkingRota(Solutions.of(facts, holders));
    }

    private static void assertSame(WorkingRota rota, WorkingRota fresh, String when) {
        assertThat(rota.score()).as(when).isEqualTo(fresh.score());
        assertThat(rota.copy()).as(when).isEqualTo(fresh.copy());
        assertThat(rota.gaps()).as(when).isEqualTo(fresh.gaps());
        for (int member = 0; member < fresh.members(); member++) {
            assertThat(rota.softOf(member)).as(when).isEqualTo(fresh.softOf(member));
        }
    }

    private static Score audit(RuleFacts facts, int[] holders) {
        return Audit.of(facts, Solutions.of(facts, holders).toRota()).score();
    }

    // Counting

    @Test
    void score_anyRota_isWhatTheAuditFinds() {
        for (long seed = 0; seed < 400; seed++) {
            RotaSolution start = start(seed);

            assertThat(new WorkingRota(start).score())
                    .as("seed %d", seed)
                    .isEqualTo(Audit.of(start.toRota()).score());
        }
    }

    @Test
    void attempt_anyMove_isMadeExactlyWhenItCostsNoMoreThanItMayAndLeavesTheScoreOfTheAudit() {
        int made = 0;
        int tooDear = 0;
        int tooHard = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            RotaSolution start = start(seed);
            RuleFacts facts = start.facts();
            if (!start.getBoard().hasFreeSlots()) {
                continue;
            }
            WorkingRota rota = new WorkingRota(start);
            RandomGenerator random = new SplittableRandom(seed);
            for (int i = 0; i < ATTEMPTS; i++) {
                propose(rota, random);
                if (!rota.isDoable()) {
                    continue;
                }
                String when = "seed " + seed + ", attempt " + i;
                int[] before = rota.copy();
                int[] after = Solutions.proposed(rota);
                Score now = rota.score();
                Score next = fresh(facts, after).score();
                long gapCost = GAP_COSTS[random.nextInt(GAP_COSTS.length)];
                long difference = next.soft() - now.soft() + (next.medium() - now.medium()) * gapCost;
                double most = switch (random.nextInt(5)) {
                    case 0 -> difference;
                    case 1 -> difference - 0.5;
                    case 2 -> difference + 0.5;
                    case 3 -> random.nextDouble(-50, 200);
                    default -> 0;
                };
                boolean mayBeMade = next.hard() <= now.hard() && difference <= most;

                assertThat(rota.attempt(gapCost, most)).as(when).isEqualTo(mayBeMade);

                assertSame(rota, fresh(facts, mayBeMade ? after : before), when);
                assertThat(rota.score()).as(when).isEqualTo(mayBeMade ? next : now);
                assertThat(rota.score().hard()).as(when).isLessThanOrEqualTo(now.hard());
                if (i % 10 == 0) {
                    assertThat(rota.score()).as(when).isEqualTo(audit(facts, rota.copy()));
                }
                made += mayBeMade ? 1 : 0;
                tooDear += next.hard() <= now.hard() && difference > most ? 1 : 0;
                tooHard += next.hard() > now.hard() && difference <= most ? 1 : 0;
            }
            assertThat(rota.score()).as("at last, seed %d", seed).isEqualTo(audit(facts, rota.copy()));
        }
        assertThat(List.of(made, tooDear, tooHard))
                .as("made, refused for their cost alone, refused for hard rules alone")
                .allMatch(count -> count > 1_000);
    }

    @Test
    void attempt_refused_leavesNothingThatALaterMoveWouldCount() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            RotaSolution start = start(seed);
            if (!start.getBoard().hasFreeSlots()) {
                continue;
            }
            WorkingRota refused = new WorkingRota(start);
            WorkingRota untouched = new WorkingRota(start);
            RandomGenerator random = new SplittableRandom(seed);
            for (int i = 0; i < ATTEMPTS; i++) {
                propose(refused, random);
                if (refused.isDoable()) {
                    // Half of them just too dear, so that all is looked at before they are refused.
                    Score next =
                            fresh(start.facts(), Solutions.proposed(refused)).score();
                    double most = i % 2 == 0 ? next.soft() - untouched.score().soft() - 0.5 : Double.NEGATIVE_INFINITY;
                    assertThat(refused.attempt(0, most)).isFalse();
                }
            }
            assertSame(refused, untouched, "seed " + seed);
            for (int i = 0; i < ATTEMPTS; i++) {
                propose(refused, random);
                untouched.propose();
                for (int p = 0; p < refused.proposedCount(); p++) {
                    int slot = refused.proposedSlot(p);
                    Line line = line(untouched, slot);
                    untouched.give(line, slot - line.offset(), refused.proposedHolder(p));
                }
                if (refused.isDoable()) {
                    assertThat(refused.attempt(100, 50)).isEqualTo(untouched.attempt(100, 50));
                    assertThat(refused.score()).as("seed %d", seed).isEqualTo(untouched.score());
                }
            }
            assertSame(refused, untouched, "seed " + seed);
        }
    }

    private static Line line(WorkingRota rota, int slot) {
        return rota.lines().stream()
                .filter(line -> slot >= line.offset() && slot < line.offset() + line.days())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void restore_copy_comesBackExactly() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            RotaSolution start = start(seed);
            if (!start.getBoard().hasFreeSlots()) {
                continue;
            }
            WorkingRota rota = new WorkingRota(start);
            RandomGenerator random = new SplittableRandom(seed);
            int[] kept = rota.copy();
            Score score = rota.score();
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 60; i++) {
                    propose(rota, random);
                    if (rota.isDoable()) {
                        rota.attempt(0, random.nextDouble(0, 1000));
                    }
                }
                int[] reached = rota.copy();
                Score scoreReached = rota.score();

                rota.restore(kept);

                assertSame(rota, fresh(start.facts(), kept), "seed " + seed);
                assertThat(rota.score()).isEqualTo(score);

                rota.restore(reached);

                assertSame(rota, fresh(start.facts(), reached), "seed " + seed);
                rota.copyTo(kept);
                assertThat(kept).isEqualTo(reached);
                score = scoreReached;
            }
        }
    }

    @Test
    void isBetterThan_anyScore_agreesWithTheOrderOfScores() {
        WorkingRota rota = rota(problem("Ana", "Bo").period("2027-01-05", "2027-01-19"));
        Score own = rota.score();
        for (long hard = -1; hard <= 1; hard++) {
            for (long gaps = -1; gaps <= 1; gaps++) {
                for (long soft = -1; soft <= 1; soft++) {
                    Score other = new Score(own.hard() + hard, own.medium() + gaps, own.soft() + soft);

                    assertThat(rota.isBetterThan(other)).isEqualTo(own.compareTo(other) < 0);
                }
            }
        }
    }

    // Proposing

    @Test
    void give_pinnedSlot_isImpossible() {
        WorkingRota rota = rota(problem("Ana", "Bo")
                .published("Ana", "primary", "2027-01-05", 7)
                .freezeUntil("2027-01-12"));
        Line primary = rota.lines().getFirst();

        rota.propose();
        rota.give(primary, 20, 1);
        rota.give(primary, 0, 1);
        assertThat(rota.isDoable()).isFalse();

        rota.propose();
        rota.give(primary, 0, WorkingRota.NOBODY);
        assertThat(rota.isDoable()).isFalse();
        assertThat(rota.isPinned(primary, 6)).isTrue();
        assertThat(rota.isPinned(primary, 7)).isFalse();
    }

    @Test
    void give_memberOnLeave_isImpossible() {
        WorkingRota rota = rota(problem("Ana").member(member("Bo").leave("2027-01-07", "2027-01-07")));
        Line primary = rota.lines().getFirst();

        rota.propose();
        rota.give(primary, 2, 1);
        assertThat(rota.isDoable()).isFalse();

        rota.propose();
        rota.give(primary, 3, 1);
        assertThat(rota.isDoable()).isTrue();

        rota.propose();
        rota.give(primary, 0, 7, 1);
        assertThat(rota.isImpossible()).isTrue();
    }

    @Test
    void give_holderAlready_isNoMove() {
        WorkingRota rota = new WorkingRota(Solutions.of(Draft.of(problem("Ana", "Bo"))
                .put("Ana", "primary", "2027-01-05", 7)
                .rota()));
        Line primary = rota.lines().getFirst();

        rota.propose();
        rota.give(primary, 0, 0);
        rota.give(primary, 7, WorkingRota.NOBODY);

        assertThat(rota.isDoable()).isFalse();
        assertThat(rota.isImpossible()).isFalse();
    }

    @Test
    void propose_afterAnImpossibleMove_beginsAnew() {
        WorkingRota rota = rota(problem("Ana").member(member("Bo").leave("2027-01-07", "2027-01-07")));
        Line primary = rota.lines().getFirst();
        rota.propose();
        rota.give(primary, 0, 3, 1);

        rota.propose();

        assertThat(rota.isImpossible()).isFalse();
        assertThat(rota.proposedCount()).isZero();
    }

    // Looking and drawing

    @Test
    void runs_heldAndEmptyStretches_endWhereTheHolderChanges() {
        WorkingRota rota = new WorkingRota(Solutions.of(Draft.of(problem("Ana", "Bo"))
                .put("Ana", "primary", "2027-01-05", 3)
                .put("Bo", "primary", "2027-01-08", 4)
                .put("Ana", "secondary", "2027-02-27", 3)
                .rota()));
        Line primary = rota.lines().getFirst();
        Line secondary = rota.lines().getLast();

        assertThat(rota.runStart(primary, 2)).isZero();
        assertThat(rota.runEnd(primary, 0)).isEqualTo(3);
        assertThat(rota.runStart(primary, 6)).isEqualTo(3);
        assertThat(rota.runStart(primary, 30)).isEqualTo(7);
        assertThat(rota.runEnd(primary, 7)).isEqualTo(56);
        assertThat(rota.runEnd(secondary, 53)).isEqualTo(56);
    }

    @Test
    void otherTier_severalTiers_isAnyOfTheRotationButThisOne() {
        WorkingRota rota = rota(problem("Ana")
                .rotation(officeHours("support"))
                .rotation(rotation("on-call").tiers("a", "b", "c")));
        RandomGenerator random = new SplittableRandom(0);
        Set<Line> others = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            others.add(rota.otherTier(rota.lines().get(2), random));
        }

        assertThat(others)
                .containsExactlyInAnyOrder(rota.lines().get(1), rota.lines().get(3));
        assertThat(rota.otherTier(rota.lines().getFirst(), random))
                .isEqualTo(rota.lines().getFirst());
    }

    @Test
    void anyMember_tierThatNobodyMayHold_isNobody() {
        WorkingRota rota = rota(problem("Ana").rotation(rotation("on-call").tier("primary", "a skill nobody has")));

        assertThat(rota.anyMember(rota.lines().getFirst(), new SplittableRandom(0)))
                .isEqualTo(WorkingRota.NOBODY);
    }
}
