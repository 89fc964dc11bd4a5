package org.oncall.rota.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.rules.Level;
import org.oncall.rota.rules.Rule;
import org.oncall.rota.rules.RuleBook;
import org.oncall.rota.rules.RuleFacts;
import org.oncall.rota.support.MemberBuilder;
import org.oncall.rota.support.ProblemBuilder;
import org.oncall.rota.support.RotationBuilder;

/** On teams so small that every rota can be looked at, the search finds one of the best. */
class OptimumTest {
    private static final int PROBLEMS = 50;
    private static final long MOVES = 20_000;

    @Test
    void solve_tinyTeam_findsTheBestOfAllRotas() {
        List<String> missed = new ArrayList<>();
        for (long seed = 0; seed < PROBLEMS; seed++) {
            RotaProblem problem = problem(new SplittableRandom(seed));
            Score best = new Everything(problem).best();

            Score found = new RotaSolver(problem, new SolveSettings(Duration.ofMinutes(1), seed, MOVES))
                    .solve(improvement -> {})
                    .score();

            assertThat(found.hard()).as("hard, seed %d", seed).isEqualTo(best.hard());
            assertThat(found.medium()).as("fewest gaps, seed %d", seed).isEqualTo(best.medium());
            assertThat(found.soft()).as("least cost, seed %d", seed).isGreaterThanOrEqualTo(best.soft());
            if (found.soft() > best.soft()) {
                missed.add("seed " + seed + ": " + found + " instead of " + best);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static RotaProblem problem(SplittableRandom random) {
        LocalDate from = LocalDate.parse("2027-01-05").plusDays(random.nextInt(7));
        if (random.nextInt(3) == 0) {
            from = LocalDate.parse("2026-12-22").plusDays(random.nextInt(9));
        }
        int members = 2 + random.nextInt(2);
        int tiers = 1 + random.nextInt(2);
        int days = tiers == 1 ? 4 + random.nextInt(4) : members == 2 ? 4 + random.nextInt(2) : 4;
        ProblemBuilder problem = ProblemBuilder.problem()
                .period(from.toString(), from.plusDays(days).toString())
                .now(from.minusDays(random.nextInt(60)).toString());
        List<String> names = List.of("Ana", "Bo", "Cy").subList(0, members);
        for (String name : names) {
            MemberBuilder member = MemberBuilder.member(name).share(random.nextInt(3) == 0 ? 0.5 : 1);
            if (random.nextInt(4) == 0) {
                String away = from.plusDays(random.nextInt(days)).toString();
                member.leave(away, away);
            }
            if (random.nextInt(2) == 0) {
                String day = from.plusDays(random.nextInt(days)).toString();
                if (random.nextBoolean()) {
                    member.wants(day, day);
                } else {
                    member.avoids(day, day);
                }
            }
            if (random.nextInt(5) == 0) {
                member.novice();
            }
            problem.member(member);
        }
        problem.rotation(RotationBuilder.rotation("on-call")
                .tiers(tiers == 1 ? new String[] {"primary"} : new String[] {"primary", "secondary"})
                .longest(1 + random.nextInt(4))
                .rest(random.nextInt(3))
                .festiveLongest(1 + random.nextInt(2))
                .festiveRest(random.nextInt(2))
                .supervised(random.nextInt(2)));
        if (random.nextInt(2) == 0) {
            problem.history(
                    names.get(random.nextInt(members)),
                    "primary",
                    from.minusDays(30).toString(),
                    1);
            problem.history(
                    names.get(random.nextInt(members)),
                    "primary",
                    from.minusDays(2).toString(),
                    2);
        }
        if (random.nextInt(2) == 0) {
            problem.published(names.get(random.nextInt(members)), "primary", from.toString(), 1 + random.nextInt(4));
        }
        for (Rule rule : RuleBook.rules()) {
            if (rule.level() == Level.SOFT && random.nextInt(3) == 0) {
                problem.weight(rule.id(), random.nextInt(12));
            }
        }
        return problem.build();
    }

    /** Every rota of a problem that puts nobody in two tiers at a time, which a hard rule forbids. */
    private static final class Everything {
        private final RotaProblem problem;
        private final RuleFacts facts;
        private final List<Slot> slots;
        private final Map<Slot, MemberId> holders = new HashMap<>();
        private Score best = new Score(Long.MAX_VALUE, 0, 0);

        private Everything(RotaProblem problem) {
            this.problem = problem;
            this.facts = new RuleFacts(problem);
            this.slots = problem.slots();
        }

        Score best() {
            look(0);
            return best;
        }

        private void look(int slot) {
            if (slot == slots.size()) {
                Score score = Audit.of(facts, new Rota(problem, holders)).score();
                best = score.compareTo(best) < 0 ? score : best;
                return;
            }
            look(slot + 1);
            Slot here = slots.get(slot);
            for (Member member : problem.team().members()) {
                boolean elsewhere = holders.entrySet().stream()
                        .anyMatch(held -> held.getKey().date().equals(here.date())
                                && held.getValue().equals(member.id()));
                if (!elsewhere) {
                    holders.put(here, member.id());
                    look(slot + 1);
                    holders.remove(here);
                }
            }
        }
    }
}
