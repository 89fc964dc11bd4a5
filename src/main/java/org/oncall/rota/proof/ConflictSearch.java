package org.oncall.rota.proof;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.proof.Prover.Verdict;

/** Why a problem that is known to be impossible is: the facts are cut down until none can be spared. */
final class ConflictSearch {
    /** The share of the time after which the search for the smallest conflict leaves the rest to repairs. */
    private static final double FOR_FACTS = 0.75;

    /** Seconds for one question, to begin with: most need much less, and the others may be easier once facts are gone. */
    private static final double FIRST_PATIENCE = 1;

    private static final double MORE_PATIENCE = 4;

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

    private final Prover prover;
    private final Prover repairer;
    /** Impossible together, whatever else is dropped from them. */
    private Set<Fact> facts;
    /** Of those, the ones without which a rota for the others was seen. */
    private final Set<Fact> needed = new HashSet<>();

    private double patience = FIRST_PATIENCE;

    ConflictSearch(RotaProblem problem, Duration limit) {
        this.prover = new Prover(problem, Duration.ofMillis((long) (limit.toMillis() * FOR_FACTS)));
        this.repairer = new Prover(problem, limit);
        List<Fact> all = new ArrayList<>(prover.facts());
        all.sort(Comparator.<Fact>comparingInt(fact -> LEAST_TELLING.indexOf(fact.kind()))
                .thenComparing(ConflictSearch::start));
        this.facts = new LinkedHashSet<>(all);
    }

    Conflict find() {
        narrowDemand();
        Set<Fact> ofThoseWeeks = facts;
        // While it counts who began how many stints, what came before the demand cannot be left out of a question.
        cutDown(facts.stream()
                .filter(fact -> fact.rule().equals(HardRule.UNSUPERVISED.id))
                .toList());
        leaveOutFarAway();
        int before = facts.size();
        keepOnly(prover.core(List.copyOf(facts)));
        boolean smallest;
        // Of what the solver says it needed most is needed indeed.
        int stretch = facts.size() < before ? 1 : facts.size();
        do {
            cutDown(stretch);
            stretch = 1;
            smallest = needed.containsAll(facts);
            patience *= MORE_PATIENCE;
        } while (!smallest && !prover.isOver());

        List<Fact> conflict = new ArrayList<>(facts);
        List<Fact> repairs = new ArrayList<>();
        boolean allTried = repairs(ofThoseWeeks, repairs);
        repairs.sort(Comparator.comparing(Fact::kind));
        conflict.sort(Comparator.comparing(Fact::kind).reversed());
        return new Conflict(conflict, smallest, repairs, allTried);
    }

    /** Keeps the demand of as few weeks running as show that it cannot be met: questions about few weeks are easy ones. */
    private void narrowDemand() {
        List<LocalDate> weeks = new ArrayList<>(new TreeSet<>(facts.stream()
                .filter(fact -> fact.kind() == Fact.Kind.DEMAND)
                .map(ConflictSearch::start)
                .toList()));
        int last =
                least(weeks.size(), count -> count > 0 && isImpossible(from(weeks.getFirst(), weeks.get(count - 1))));
        keepOnly(last == 0 ? facts : from(weeks.getFirst(), weeks.get(last - 1)));
        if (last > 0) {
            LocalDate end = weeks.get(last - 1);
            int length = least(last, count -> count > 0 && isImpossible(from(weeks.get(last - count), end)));
            keepOnly(from(weeks.get(last - length), end));
        }
    }

    /** The least number that will do, where each above one that will do does too, and the highest does. */
    private static int least(int highest, IntPredicate suffices) {
        int tooFew = -1;
        int enough = highest;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) >>> 1;
            if (suffices.test(middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    /** The facts with the demand of those weeks alone. */
    private Set<Fact> from(LocalDate first, LocalDate last) {
        Set<Fact> result = new LinkedHashSet<>(facts);
        result.removeIf(fact -> fact.kind() == Fact.Kind.DEMAND
                && (start(fact).isBefore(first) || start(fact).isAfter(last)));
        return result;
    }

    /** Leaves out, in one question, what happens at another time than the demand. */
    private void leaveOutFarAway() {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (Fact fact : facts) {
            if (fact.kind() == Fact.Kind.DEMAND && fact.first() != null && fact.last() != null) {
                first = fact.first().isBefore(first) ? fact.first() : first;
                last = fact.last().isAfter(last) ? fact.last() : last;
            }
        }
        Set<Fact> near = new LinkedHashSet<>(facts);
        for (Fact fact : facts) {
            if (fact.kind() != Fact.Kind.DEMAND && !touches(fact, first, last)) {
                near.remove(fact);
            }
        }
        if (near.size() < facts.size() && isImpossible(near)) {
            keepOnly(near);
        }
    }

    private static boolean touches(Fact fact, LocalDate first, LocalDate last) {
        @Nullable LocalDate from = fact.first();
        @Nullable LocalDate to = fact.last();
        return switch (fact.kind()) {
            // Somebody joins on the first day of such a fact, and leaves on the last day of one.
            case DATES -> from != null ? from.isAfter(first) : to == null || to.isBefore(last);
            default -> from == null || to == null || !from.isAfter(last) && !to.isBefore(first);
        };
    }

    /** Leaves out stretches of facts, so many at a time, without which the others are still impossible. */
    private void cutDown(int size) {
        List<Fact> left = List.copyOf(facts);
        for (int at = 0; at < left.size(); at += size) {
            cutDown(left.subList(at, Math.min(left.size(), at + size)));
        }
    }

    /** Leaves out a stretch of facts, or what can be left out of it. */
    private void cutDown(List<Fact> stretch) {
        List<Fact> open = stretch.stream()
                .filter(fact -> facts.contains(fact) && !needed.contains(fact))
                .toList();
        if (open.isEmpty() || prover.isOver()) {
            return;
        }
        Verdict verdict = verdictWithout(open);
        if (verdict == Verdict.IMPOSSIBLE) {
            open.forEach(facts::remove);
        } else if (open.size() > 1) {
            cutDown(open.subList(0, open.size() / 2));
            cutDown(open.subList(open.size() / 2, open.size()));
        } else if (verdict == Verdict.POSSIBLE) {
            needed.addAll(open);
        }
    }

    private Verdict verdictWithout(List<Fact> left) {
        Set<Fact> rest = new HashSet<>(facts);
        left.forEach(rest::remove);
        return prover.ask(rest::contains, patience).verdict();
    }

    private boolean isImpossible(Set<Fact> wanted) {
        return !prover.isOver() && prover.ask(wanted::contains, patience).verdict() == Verdict.IMPOSSIBLE;
    }

    private void keepOnly(Iterable<Fact> kept) {
        Set<Fact> result = new LinkedHashSet<>();
        kept.forEach(result::add);
        facts = result;
    }

    /**
     * Finds the facts each of which alone would make the whole problem possible; false where time runs out. Most are seen not
     * to by a look at the few weeks that were found impossible.
     */
    private boolean repairs(Set<Fact> ofThoseWeeks, List<Fact> found) {
        boolean allTried = true;
        for (Fact fact : facts) {
            if (fact.kind() == Fact.Kind.NATURE) {
                continue;
            }
            Verdict verdict = Verdict.UNDECIDED;
            if (!repairer.isOver()) {
                verdict = repairer.ask(other -> !other.equals(fact) && ofThoseWeeks.contains(other), FIRST_PATIENCE)
                        .verdict();
            }
            if (verdict != Verdict.IMPOSSIBLE && !repairer.isOver()) {
                verdict = repairer.ask(other -> !other.equals(fact)).verdict();
            }
            allTried &= verdict != Verdict.UNDECIDED;
            if (verdict == Verdict.POSSIBLE) {
                found.add(fact);
            }
        }
        return allTried;
    }

    private static LocalDate start(Fact fact) {
        return fact.first() == null ? LocalDate.MIN : fact.first();
    }
}
