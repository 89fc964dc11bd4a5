package org.oncall.rota.repair;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.PublishedShifts;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.proof.Nearest;
import org.oncall.rota.proof.Proof;
import org.oncall.rota.solver.NearbySearch;
import org.oncall.rota.solver.NearbySearch.Bound;

/**
 * Solves a published rota again after a change, and answers with a menu: the rota that moves the least, found exactly where
 * the time allows, then the best found with at most 1, 2, 4, 8 ... moved shifts, and with as many as it takes. Slots that
 * are frozen or pinned never move, unless their holder can no longer hold them.
 */
public final class Repairer {
    /** Most time for the least that has to move before the first answer, so that it comes soon; the rest comes after it. */
    private static final Duration LONGEST_PROOF = Duration.ofSeconds(3);

    private static final double SHARE_OF_PROOF = 0.2;
    /** How much of the time that is meant for the search the first answer takes. */
    private static final double SHARE_OF_FIRST = 0.05;

    /** How many days of a freeze are looked at for one that would do. */
    private static final int MOST_THAWED = 62;

    private static final int ROUNDS = 3;
    /** More than a moved slot ever saves, where the least has to be found by search. */
    private static final double PRICE_OF_DISTANCE = 100;

    private final RotaProblem problem;
    private final SolveSettings settings;
    private volatile boolean stopping;

    /**
     * A repair of the rota that the problem has as published.
     *
     * @param problem with the team as it has become
     */
    public Repairer(RotaProblem problem, SolveSettings settings) {
        if (problem.published().isEmpty()) {
            throw new IllegalArgumentException("A rota is repaired only where one is published.");
        }
        this.problem = problem;
        this.settings = settings;
    }

    /** Ends the search soon, from any thread; what was found is kept. */
    public void stop() {
        stopping = true;
    }

    /** Looks for rotas until the limit; the listener is called on this thread with each menu that has more to offer. */
    public Menu solve(Consumer<Menu> listener) {
        long end = System.nanoTime() + settings.limit().toNanos();
        NearbySearch search = new NearbySearch(problem, settings.seed());
        Steps steps = new Steps(search, end);
        AuditReport alone = Audit.of(NearbySearch.fixed(problem));
        Fixed fixed = new Fixed(alone, alone.isLegal() ? null : lastFreeze());
        boolean proven = steps.first();
        Menu menu = menu(search, fixed, proven, false);
        listener.accept(menu);
        proven = proven || steps.prove(steps.shareOfProof());
        for (int round = 0; round < ROUNDS && !steps.isOver(); round++) {
            for (int most : levels(search)) {
                steps.within(most);
                Menu next = menu(search, fixed, proven, false);
                if (offersMore(next, menu)) {
                    menu = next;
                    listener.accept(menu);
                }
            }
        }
        menu = menu(search, fixed, proven, true);
        listener.accept(menu);
        return menu;
    }

    /** The numbers of moved shifts to look at: powers of two, and last all. */
    private static List<Integer> levels(NearbySearch search) {
        List<Integer> levels = new ArrayList<>();
        for (int most = 1; most < search.shifts(); most *= 2) {
            if (most >= search.nearest().moves().shifts()) {
                levels.add(most);
            }
        }
        levels.add(search.shifts());
        return levels;
    }

    /** Shares out the moves that fit the limit. */
    private final class Steps {
        private final NearbySearch search;
        private final long end;
        private final long moves;

        private Steps(NearbySearch search, long end) {
            this.search = search;
            this.end = end;
            this.moves = search.movesIn(settings.limit().toMillis() / 1000.0 * (1 - 2 * SHARE_OF_PROOF));
        }

        private boolean isOver() {
            return stopping || System.nanoTime() >= end;
        }

        /** The least that can move, and the best of what moves as little; whether nothing can move less. */
        private boolean first() {
            long some = (long) (moves * SHARE_OF_FIRST);
            search.anneal(NearbySearch.Bound.NONE, PRICE_OF_DISTANCE, some, this::isOver);
            Duration share = shareOfProof();
            boolean proven = isForced() || prove(share.compareTo(LONGEST_PROOF) < 0 ? share : LONGEST_PROOF);
            Bound asNear = new Bound(Integer.MAX_VALUE, search.nearest().moves().slots());
            search.anneal(asNear, 0, some, this::isOver);
            return proven || isForced();
        }

        /** Whether a complete rota moves just what has to move anyway: then nothing is left to prove. */
        private boolean isForced() {
            NearbySearch.Found nearest = search.nearest();
            return nearest.score().isLegal()
                    && nearest.score().medium() == 0
                    && nearest.moves().slots() == search.forcedSlots();
        }

        /** Looks for what moves the least; whether it is certain that nothing moves less. */
        private boolean prove(Duration limit) {
            Nearest nearest = Proof.failure() != null || stopping
                    ? null
                    : Proof.nearest(problem, search.nearest().rota(), limit);
            if (nearest == null) {
                return false;
            }
            search.consider(nearest.rota());
            return nearest.proven();
        }

        private Duration shareOfProof() {
            return Duration.ofMillis((long) (settings.limit().toMillis() * SHARE_OF_PROOF));
        }

        private void within(int most) {
            long each = (long)
                    (moves * (1 - 2 * SHARE_OF_FIRST) / (ROUNDS * levels(search).size()));
            search.anneal(new Bound(most, Integer.MAX_VALUE), 0, each, this::isOver);
        }
    }

    /**
     * What is frozen or pinned.
     *
     * @param alone the rota with nothing else in it
     * @param lastFreeze as {@link Menu#lastFreeze}
     */
    private record Fixed(AuditReport alone, @Nullable LocalDate lastFreeze) {}

    private Menu menu(NearbySearch search, Fixed fixed, boolean proven, boolean finished) {
        AuditReport published = Audit.of(published());
        NearbySearch.Found first = orFixed(search.nearest(), fixed.alone);
        List<Menu.Option> options = new ArrayList<>();
        options.add(option(null, first, published));
        NearbySearch.Found before = first;
        for (int most : levels(search)) {
            NearbySearch.Found found = search.within(most);
            if (found != null && found.score().compareTo(before.score()) < 0) {
                Menu.Option option = option(most, found, options.getLast().report());
                if (Breaches.isNoWorse(option.report(), fixed.alone)) {
                    options.add(option);
                    before = found;
                }
            }
        }
        List<Finding> broken = Breaches.hard(options.getFirst().report());
        return new Menu(
                published,
                search.shifts(),
                new Menu.Fewest((int) first.score().medium(), first.moves(), proven),
                broken,
                broken.isEmpty() ? null : fixed.lastFreeze,
                options,
                finished);
    }

    /**
     * The rota, unless somebody breaks more of a hard rule in it than fixed days do alone: a search that is given breaches may
     * exchange one for another. Then it is what is fixed, and gaps.
     */
    private NearbySearch.Found orFixed(NearbySearch.Found found, AuditReport fixed) {
        return found.score().isLegal() || Breaches.isNoWorse(Audit.of(found.rota()), fixed)
                ? found
                : new NearbySearch.Found(
                        fixed.rota(), fixed.score(), new PublishedShifts(problem).movesTo(fixed.rota()));
    }

    /** The latest date, from today on, up to which frozen days, with those that are pinned, break no hard rule. */
    private @Nullable LocalDate lastFreeze() {
        LocalDate until = problem.freezeUntil();
        for (int days = 1; until != null && days <= MOST_THAWED; days++) {
            LocalDate earlier = until.minusDays(days);
            if (earlier.isBefore(problem.now())) {
                return null;
            }
            RotaProblem thawed = problem.withFreeze(earlier);
            if (Audit.of(NearbySearch.fixed(thawed)).isLegal()) {
                return earlier;
            }
        }
        return null;
    }

    private Rota published() {
        Set<Slot> slots = new HashSet<>(problem.slots());
        return Rota.of(
                problem,
                problem.published().stream()
                        .filter(holding -> slots.contains(holding.slot()))
                        .toList());
    }

    /** Everything is audited before it is handed out: two ways to a score that disagree would both be worth nothing. */
    private static Menu.Option option(@Nullable Integer most, NearbySearch.Found found, AuditReport before) {
        AuditReport report = Audit.of(found.rota());
        if (!report.score().equals(found.score())) {
            throw new IllegalStateException(
                    "The search counts " + found.score() + " where the audit counts " + report.score() + ".");
        }
        return new Menu.Option(
                most, report, found.moves(), Differences.byRule(before, report), Differences.byMember(report));
    }

    private static boolean offersMore(Menu menu, Menu before) {
        return menu.options().size() != before.options().size() || !scores(menu).equals(scores(before));
    }

    private static List<Object> scores(Menu menu) {
        List<Object> scores = new ArrayList<>();
        menu.options().forEach(option -> {
            scores.add(option.report().score());
            scores.add(option.moves());
        });
        return scores;
    }
}
