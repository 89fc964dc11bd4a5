package org.oncall.rota.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.oncall.rota.domain.RotaProblem;

/** Why a problem that is known to be impossible is: the facts are cut down until none can be spared. */
final class ConflictSearch {
    /** The share of the time after which the search for the smallest conflict leaves the rest to repairs. */
    private static final double FOR_FACTS = 0.6;

    /** Tried first, kept last: what a manager would rather not read about. */
    private static final List<Fact.Kind> LEAST_TELLING = List.of(
            Fact.Kind.DEMAND,
            Fact.Kind.FROZEN,
            Fact.Kind.LEAVE,
            Fact.Kind.DATES,
            Fact.Kind.SKILL,
            Fact.Kind.OPT_IN,
            Fact.Kind.RULE,
            Fact.Kind.NATURE);

    private final RotaProblem problem;
    private final Duration limit;

    ConflictSearch(RotaProblem problem, Duration limit) {
        this.problem = problem;
        this.limit = limit;
    }

    Conflict find() {
        long start = System.nanoTime();
        Prover prover = new Prover(problem, Duration.ofMillis((long) (limit.toMillis() * FOR_FACTS)));
        List<Fact> all = prover.facts();
        List<Fact> facts = new ArrayList<>(prover.core(all));
        facts.sort(Comparator.comparingInt(fact -> LEAST_TELLING.indexOf(fact.kind())));
        boolean smallest = cutDown(prover, facts);

        Prover repairer = new Prover(problem, limit.minusNanos(System.nanoTime() - start));
        List<Fact> repairs = new ArrayList<>();
        boolean allTried = true;
        for (Fact fact : facts) {
            if (fact.kind() != Fact.Kind.NATURE) {
                Prover.Verdict verdict = repairer.isOver()
                        ? Prover.Verdict.UNDECIDED
                        : repairer.ask(other -> !other.equals(fact)).verdict();
                allTried &= verdict != Prover.Verdict.UNDECIDED;
                if (verdict == Prover.Verdict.POSSIBLE) {
                    repairs.add(fact);
                }
            }
        }
        repairs.sort(Comparator.comparing(Fact::kind));
        facts.sort(Comparator.comparing(Fact::kind).reversed());
        return new Conflict(facts, smallest, repairs, allTried);
    }

    /** Leaves out ever smaller stretches of facts without which the rest is still impossible; false where time runs out. */
    private static boolean cutDown(Prover prover, List<Fact> facts) {
        for (int size = Math.max(1, facts.size() / 2); ; size /= 2) {
            int at = 0;
            while (at < facts.size()) {
                Set<Fact> rest = new HashSet<>(facts);
                List<Fact> stretch = facts.subList(at, Math.min(facts.size(), at + size));
                rest.removeAll(new HashSet<>(stretch));
                if (prover.isOver()) {
                    return false;
                }
                Prover.Verdict verdict = prover.ask(rest::contains).verdict();
                if (verdict == Prover.Verdict.IMPOSSIBLE) {
                    stretch.clear();
                } else if (verdict == Prover.Verdict.POSSIBLE) {
                    at += size;
                } else {
                    return false;
                }
            }
            if (size == 1) {
                return true;
            }
        }
    }
}
