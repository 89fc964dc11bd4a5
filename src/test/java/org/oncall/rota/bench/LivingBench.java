package org.oncall.rota.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.proof.Nearest;
import org.oncall.rota.proof.Proof;
import org.oncall.rota.repair.Menu;
import org.oncall.rota.repair.Repairer;
import org.oncall.rota.solver.NearbySearch;
import org.oncall.rota.support.Living;
import org.oncall.rota.swap.Actor;
import org.oncall.rota.swap.Covers;
import org.oncall.rota.swap.Outcome;
import org.oncall.rota.swap.Proposal;
import org.oncall.rota.swap.Swap;
import org.oncall.rota.swap.SwapFinder;
import org.oncall.rota.swap.Swaps;

/** Published rotas of the real-shaped teams that changes, swaps and requests meet. */
final class LivingBench {
    private static final long MOVES_OF_PUBLISHED = 300_000;
    private static final Duration EXACT_LIMIT = Duration.ofSeconds(2);
    private static final Duration MENU_LIMIT = Duration.ofSeconds(2);
    private static final Instant LONG_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private enum Kind {
        JOINS,
        LEAVES,
        PART_TIME,
        CHANGES_LEAVE,
        FALLS_ILL
    }

    private LivingBench() {}

    /**
     * Takes {@code --changes N} and {@code --requests N} to do with less than 200 and 1,000, and {@code --first N} to begin
     * with another change than 0: each depends on its own number alone.
     */
    static void run(List<String> args) {
        int changes = option(args, "--changes", 200);
        int first = option(args, "--first", 0);
        int requests = option(args, "--requests", 1000);
        Map<String, RotaProblem> teams = new TreeMap<>();
        for (String team : Living.TEAMS) {
            teams.put(team, Living.published(Living.team(team), MOVES_OF_PUBLISHED));
        }
        Proof.failure(); // loads the native library, once
        changes(teams, first, changes);
        requests(teams, requests);
        covers(teams);
    }

    private static int option(List<String> args, String name, int otherwise) {
        int at = args.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(args.get(at + 1));
    }

    // ---- Changes

    private static final class Tally {
        private final List<Double> least = new ArrayList<>();
        private final List<Double> leastWhereExact = new ArrayList<>();
        private final List<Double> exact = new ArrayList<>();
        private final List<Double> first = new ArrayList<>();
        private final List<Double> options = new ArrayList<>();
        private long rotated;
        private long moved;
        private long frozenMoved;
        private long more;
        private long gaps;
        private int moreGaps;
        private int fixedBreak;
        private int illegal;
        private int unsaid;
        private int worse;
        private int swaps;
        private int kept;
        private int impossible;
    }

    private static void changes(Map<String, RotaProblem> teams, int first, int count) {
        Map<Kind, Tally> byKind = new TreeMap<>();
        Tally all = new Tally();
        List<String> names = List.copyOf(teams.keySet());
        for (int i = first; i < first + count; i++) {
            SplittableRandom random = new SplittableRandom(i);
            Kind kind = Kind.values()[i % Kind.values().length];
            RotaProblem published = teams.get(names.get(random.nextInt(names.size())));
            change(i, published, kind, random, List.of(all, byKind.computeIfAbsent(kind, k -> new Tally())));
            if (i % 20 == 19) {
                System.err.println("change " + i + " is done");
            }
        }
        System.out.printf(
                Locale.UK,
                "%d seeded changes, menu limit %.0f s, exact minimum sought for %.0f s%n%n",
                count,
                MENU_LIMIT.toMillis() / 1e3,
                EXACT_LIMIT.toMillis() / 1e3);
        System.out.println(
                "| change | changes | exact minimum known | moved slots, median: minimum | the menu's first, where known |"
                        + " the menu's first, all | above the minimum | more gaps than the minimum has | person-weeks moved: rotating | the menu's first | less by |"
                        + " frozen slots moved | first answer s, median | longest | options, median | gaps left | fixed days break a rule among themselves | options not legal | of these unsaid | of these by more than fixed days | swaps kept |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        byKind.forEach((kind, tally) -> row(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), tally));
        row("all", all);
        System.out.println();
    }

    private static void row(String name, Tally tally) {
        System.out.printf(
                Locale.UK,
                "| %s | %d | %d | %.1f | %.1f | %.1f | %d | %d | %.0f | %.0f | %.1f %% | %d | %.2f | %.2f | %.0f | %d | %d | %d | %d | %d | %d of %d (%d holders could no longer) |%n",
                name,
                tally.least.size(),
                tally.exact.size(),
                median(tally.exact),
                median(tally.leastWhereExact),
                median(tally.least),
                tally.more,
                tally.moreGaps,
                tally.rotated / 7.0,
                tally.moved / 7.0,
                tally.rotated == 0 ? 0 : 100.0 * (tally.rotated - tally.moved) / tally.rotated,
                tally.frozenMoved,
                median(tally.first),
                tally.first.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                median(tally.options),
                tally.gaps,
                tally.fixedBreak,
                tally.illegal,
                tally.unsaid,
                tally.worse,
                tally.kept,
                tally.swaps - tally.impossible,
                tally.impossible);
    }

    private static void change(int number, RotaProblem team, Kind kind, SplittableRandom random, List<Tally> tallies) {
        long days = ChronoUnit.DAYS.between(team.from(), team.to());
        LocalDate now = team.from().plusDays(random.nextLong(days * 6 / 10));
        LocalDate freeze = now.plusDays(7);
        RotaProblem before = swapped(Living.on(team, now, freeze), freeze, random);
        List<Holding> later = before.published().stream()
                .filter(holding -> !holding.slot().date().isBefore(kind == Kind.FALLS_ILL ? now : freeze))
                .filter(holding ->
                        kind != Kind.FALLS_ILL || holding.slot().date().equals(now))
                .toList();
        List<Holding> those = later.isEmpty() ? before.published() : later;
        Holding hit = those.get(random.nextInt(those.size()));
        LocalDate start = kind == Kind.FALLS_ILL ? now : hit.slot().date();
        RotaProblem after = changed(before, kind, hit.member(), start, freeze, random);

        long began = System.nanoTime();
        long[] firstAnswer = {0};
        Menu menu = new Repairer(after, new SolveSettings(MENU_LIMIT, 0, null))
                .solve(grown -> firstAnswer[0] = firstAnswer[0] == 0 ? System.nanoTime() - began : firstAnswer[0]);
        Menu.Option first = menu.options().getFirst();
        Nearest exact = Proof.nearest(after, first.report().rota(), EXACT_LIMIT);
        boolean known = exact != null && exact.proven();
        long rotated = Math.max(0, movedByRotating(before, after, freeze));
        Rota fixed = NearbySearch.fixed(after);
        AuditReport alone = Audit.of(fixed);
        if (!menu.broken().isEmpty()) {
            System.err.println("  change " + number + " (" + kind + "): fixed days break among themselves: "
                    + menu.broken().stream().map(Finding::sentence).toList() + "; latest freeze without: "
                    + menu.lastFreeze());
        }
        for (Tally tally : tallies) {
            tally.least.add((double) first.moves().slots());
            tally.first.add(firstAnswer[0] / 1e9);
            tally.options.add((double) menu.options().size());
            tally.moved += first.moves().slots();
            tally.rotated += rotated;
            tally.fixedBreak += first.report().isLegal() ? 0 : 1;
            tally.gaps += first.report().gaps().size();
            if (known) {
                boolean asComplete = menu.fewest().gaps() == exact.gaps();
                tally.moreGaps += asComplete ? 0 : 1;
                if (asComplete) {
                    tally.exact.add((double) exact.moves().slots());
                    tally.leastWhereExact.add((double) first.moves().slots());
                    tally.more += first.moves().slots() > exact.moves().slots() ? 1 : 0;
                }
            }
            for (Menu.Option option : menu.options()) {
                tally.frozenMoved += moved(fixed, option.report().rota());
                tally.illegal += option.report().isLegal() ? 0 : 1;
                tally.unsaid += option.report().isLegal() || !menu.broken().isEmpty() ? 0 : 1;
                tally.worse += Breaches.isNoWorse(option.report(), alone) ? 0 : 1;
            }
            if (!before.pinned().isEmpty()) {
                tally.swaps++;
                boolean could =
                        before.pinned().stream().allMatch(pin -> pin.member().equals(fixed.holder(pin.slot())));
                boolean kept = menu.options().stream()
                        .allMatch(option -> before.pinned().stream()
                                .allMatch(pin -> pin.member()
                                        .equals(option.report().rota().holder(pin.slot()))));
                tally.impossible += could ? 0 : 1;
                tally.kept += could && kept ? 1 : 0;
            }
        }
    }

    /** The rota with the best legal swap of a drawn shift applied; as it is where there is none. */
    private static RotaProblem swapped(RotaProblem problem, LocalDate from, SplittableRandom random) {
        Rota rota = Rota.of(problem, problem.published());
        List<Shift> shifts = Audit.of(rota).shifts().stream()
                .filter(shift -> !shift.firstDate().isBefore(from))
                .toList();
        Shift shift = shifts.get(random.nextInt(shifts.size()));
        List<Proposal> ways = new SwapFinder(rota, LONG_BEFORE, false).ways(shift.member(), slots(problem, shift), 1);
        return ways.isEmpty() ? problem : applied(rota, ways.getFirst()).problem();
    }

    private static Rota applied(Rota rota, Proposal proposal) {
        Actor manager = Actor.manager("bench");
        Swap swap = Swap.propose("swap", proposal.handings(), false, manager, LONG_BEFORE, null, "");
        for (MemberId member : swap.concerned()) {
            swap = ((Outcome.Done) swap.accept(member, manager, LONG_BEFORE, "")).swap();
        }
        return switch (Swaps.apply(rota, swap, manager, LONG_BEFORE)) {
            case Outcome.Changed changed -> changed.report().rota();
            case Outcome.Denied denied -> throw new IllegalStateException(denied.reason());
            case Outcome.Done done -> throw new IllegalStateException("not applied");
        };
    }

    private static RotaProblem changed(
            RotaProblem problem,
            Kind kind,
            MemberId member,
            LocalDate start,
            LocalDate freeze,
            SplittableRandom random) {
        return switch (kind) {
            case JOINS -> Living.joins(problem, "Newcomer", freeze.plusDays(random.nextInt(28)));
            case LEAVES -> Living.leaves(problem, member, later(start, freeze).plusDays(random.nextInt(28)));
            case PART_TIME -> Living.partTime(problem, member, 0.4 + 0.1 * random.nextInt(4));
            case CHANGES_LEAVE -> Living.away(problem, member, start, start.plusDays(2 + random.nextInt(13)));
            case FALLS_ILL -> Living.away(problem, member, start, start.plusDays(1 + random.nextInt(10)));
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static long movedByRotating(RotaProblem before, RotaProblem after, LocalDate freeze) {
        Rota was = RoundRobin.of(before);
        Rota is = RoundRobin.of(after);
        return before.slots().stream()
                .filter(slot -> !slot.date().isBefore(freeze))
                .filter(slot -> !was.holders().get(slot).equals(is.holders().get(slot)))
                .count();
    }

    /** Slots that are to stay, and did not. */
    private static long moved(Rota fixed, Rota rota) {
        return fixed.holders().entrySet().stream()
                .filter(stays -> !stays.getValue().equals(rota.holder(stays.getKey())))
                .count();
    }

    // ---- Requests

    private static void requests(Map<String, RotaProblem> teams, int count) {
        List<String> names = List.copyOf(teams.keySet());
        Map<String, Integer> solved = new TreeMap<>();
        Map<Proposal.Kind, Integer> offered = new TreeMap<>();
        List<Double> millis = new ArrayList<>();
        int illegal = 0;
        for (int i = 0; i < count; i++) {
            SplittableRandom random = new SplittableRandom(1_000_000 + i);
            RotaProblem problem = teams.get(names.get(random.nextInt(names.size())));
            Rota rota = Rota.of(problem, problem.published());
            List<Shift> shifts = Audit.of(rota).shifts();
            Shift shift = shifts.get(random.nextInt(shifts.size()));
            List<Slot> slots = slots(problem, shift);
            RotaProblem away = Living.away(
                    problem,
                    shift.member(),
                    slots.getFirst().date(),
                    slots.getLast().date().plusDays(1));
            Rota asked = new Rota(away, rota.holders());
            long began = System.nanoTime();
            List<Proposal> ways = new SwapFinder(asked, LONG_BEFORE, false).ways(shift.member(), slots, 3);
            millis.add((System.nanoTime() - began) / 1e6);
            for (Proposal.Kind kind : Proposal.Kind.values()) {
                if (ways.stream().anyMatch(way -> way.kind() == kind)) {
                    offered.merge(kind, 1, Integer::sum);
                }
            }
            Proposal simplest = ways.stream()
                    .min(java.util.Comparator.comparing(Proposal::kind).thenComparing(Proposal.BEST_FIRST))
                    .orElse(null);
            solved.merge(simplest == null ? "none" : simplest.kind().name(), 1, Integer::sum);
            AuditReport before = Audit.of(asked);
            for (Proposal way : ways) {
                Rota after = applied(asked, way);
                AuditReport report = Audit.of(after);
                illegal += Breaches.causes(before, report).isEmpty() ? 0 : 1;
                // Whoever asked is free of that week, and nothing else has got worse.
                boolean isRid = slots.stream().noneMatch(slot -> shift.member().equals(after.holder(slot)));
                illegal += isRid && Breaches.isNoWorse(report, before) ? 0 : 1;
            }
        }
        System.out.printf(
                Locale.UK,
                "%d requests \"I cannot do that week\": illegal rotas %d; solved by %s (the simplest that does); offered by kind %s;"
                        + " %.0f ms median, %.0f ms longest%n%n",
                count,
                illegal,
                solved,
                offered,
                median(millis),
                millis.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    private static List<Slot> slots(RotaProblem problem, Shift shift) {
        return problem.schedules().stream()
                .filter(schedule -> schedule.rotation().id().equals(shift.rotation()))
                .flatMap(schedule -> schedule.planned().stream())
                .filter(day -> shift.span().contains(day.span().start()))
                .map(day -> new Slot(shift.rotation(), shift.tier(), day.date()))
                .toList();
    }

    // ---- Covers

    private static void covers(Map<String, RotaProblem> teams) {
        Map<String, RotaProblem> all = new TreeMap<>(teams);
        for (String name : List.of("40x26x5", "60x52x6")) {
            all.put(name, Living.published(Bench.problem(Bench.data("bench/" + name + ".json")), 10_000));
        }
        System.out.println("| who could cover a shift, all ranked | members | ms, median of 50 | longest |");
        System.out.println("|---|---|---|---|");
        all.forEach((name, problem) -> {
            Rota rota = Rota.of(problem, problem.published());
            List<Shift> shifts = Audit.of(rota).shifts();
            SplittableRandom random = new SplittableRandom(1);
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Shift shift = shifts.get(random.nextInt(shifts.size()));
                long began = System.nanoTime();
                Covers.of(rota, shift.id(), null, null).orElseThrow();
                if (i >= 10) {
                    millis.add((System.nanoTime() - began) / 1e6);
                }
            }
            System.out.printf(
                    Locale.UK,
                    "| %s | %d | %.1f | %.1f |%n",
                    name,
                    problem.team().members().size(),
                    median(millis),
                    millis.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        });
        System.out.println();
    }

    private static double median(List<Double> values) {
        return values.isEmpty()
                ? Double.NaN
                : Bench.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
