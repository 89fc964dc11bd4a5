package org.oncall.rota.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.SolveSettings;
import org.oncall.rota.proof.CostModel;
import org.oncall.rota.solver.DefaultMoves;
import org.oncall.rota.solver.RotaSolver;

/**
 * The search beside its peers, on every request of data/bench and data/teams: one at a time, warm, seed by seed in turn.
 *
 * <ul>
 *   <li>{@code ours} at a time is a search of its own with that limit, as a user would get it: a search is planned in moves
 *       from its limit, so the first second of one of 10 s is not what one of 1 s gives.
 *   <li>{@code default-moves} at a time is the best of one long search by then: nothing in it depends on its limit.
 *   <li>{@code reference} at a time is a search of its own, which cools over just that time.
 *   <li>{@code cp-sat} states the same rules as an objective and looks for its least value with as many workers as ours has
 *       searches, on the smaller requests whose rules it knows.
 *   <li>{@code round-robin} takes no time and knows no chance.
 * </ul>
 *
 * <p>What ours, the reference and CP-SAT found is what an audit says it costs.
 */
final class PeerBench {
    static final String OURS = "ours";
    static final String DEFAULT_MOVES = "default-moves";
    static final String REFERENCE = "reference";
    static final String ROUND_ROBIN = "round-robin";
    static final String CP_SAT = "cp-sat";
    static final List<Integer> TIMES = List.of(1, 5, 10, 30);
    static final List<Integer> REFERENCE_TIMES = List.of(10, 60);

    static final int CP_SAT_TIME = 60;

    /** A model of more slots is mostly built, not solved, in that time. */
    private static final int MOST_SLOTS_OF_CP_SAT = 600;

    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final PeerFile file;
    private final double scale;
    private final Choice choice;
    private boolean warm;

    private PeerBench(PeerFile file, double scale, Choice choice) {
        this.file = file;
        this.scale = scale;
        this.choice = choice;
    }

    /** Which peers to measure, at which times, in seconds; all where none are named. */
    private record Choice(List<String> peers, List<String> times) {
        private boolean has(String peer, int time) {
            return (peers.isEmpty() || peers.contains(peer))
                    && (time == 0 || times.isEmpty() || times.contains(String.valueOf(time)));
        }
    }

    /**
     * Measures what the file does not have yet, then prints what it has.
     *
     * @param args names of requests, all if none; {@code --seeds} and their number; {@code --scale} and what to multiply
     *     all times by; {@code --peers} and {@code --times} with lists of which to measure; {@code --summary} to measure
     *     nothing
     */
    static void run(List<String> args) throws IOException {
        List<String> names = new ArrayList<>();
        int seeds = 5;
        double scale = 1;
        boolean measures = true;
        List<String> peers = List.of();
        List<String> times = List.of();
        for (int i = 0; i < args.size(); i++) {
            switch (args.get(i)) {
                case "--seeds" -> seeds = Integer.parseInt(args.get(++i));
                case "--scale" -> scale = Double.parseDouble(args.get(++i));
                case "--peers" -> peers = List.of(args.get(++i).split(","));
                case "--times" -> times = List.of(args.get(++i).split(","));
                case "--summary" -> measures = false;
                default -> names.add(args.get(i));
            }
        }
        List<Path> requests = requests(names);
        PeerFile file = new PeerFile();
        PeerBench bench = new PeerBench(file, scale, new Choice(peers, times));
        PeerSummary summary = new PeerSummary(scale);
        for (Path request : requests) {
            String build = file.build(request);
            if (measures) {
                bench.measure(request, build, seeds);
            }
            summary.add(
                    name(request),
                    file.rows().stream()
                            .filter(row -> row.build().equals(build))
                            .toList());
        }
        summary.print();
        System.out.println("All rows are in " + file.path() + "\n");
    }

    private static List<Path> requests(List<String> names) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of("bench", "teams")) {
            try (Stream<Path> found = Files.list(Bench.data(folder))) {
                found.filter(path -> path.toString().endsWith(".json")).forEach(all::add);
            }
        }
        List<String> unknown = names.stream()
                .filter(name -> all.stream().noneMatch(path -> name(path).equals(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There are no requests " + unknown + " in data/bench or data/teams.");
        }
        return all.stream()
                .filter(path -> names.isEmpty() || names.contains(name(path)))
                .sorted(Comparator.comparingLong(PeerBench::slots).thenComparing(PeerBench::name))
                .toList();
    }

    private static long slots(Path request) {
        return Bench.problem(request).slots().size();
    }

    private static String name(Path request) {
        return request.getFileName().toString().replace(".json", "");
    }

    private Duration scaled(int seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds * scale));
    }

    private void measure(Path request, String build, int seeds) {
        RotaProblem problem = Bench.problem(request);
        String name = name(request);
        if (isMissing(build, name, ROUND_ROBIN, 0, 0)) {
            add(build, name, ROUND_ROBIN, 0, 0, audited(RoundRobin.of(problem)), 0, 0);
        }
        boolean known = CostModel.knows(problem) && problem.slots().size() <= MOST_SLOTS_OF_CP_SAT;
        for (int seed = 0; seed < seeds; seed++) {
            if (known && isMissing(build, name, CP_SAT, CP_SAT_TIME, seed)) {
                cpSat(problem, build, name, seed);
            }
            for (int time : TIMES) {
                if (isMissing(build, name, OURS, time, seed)) {
                    ours(problem, build, name, time, seed);
                }
            }
            if (isMissing(build, name, DEFAULT_MOVES, TIMES.getLast(), seed)) {
                defaultMoves(problem, build, name, seed);
            }
            for (int time : REFERENCE_TIMES) {
                if (isMissing(build, name, REFERENCE, time, seed)) {
                    reference(problem, build, name, time, seed);
                }
            }
        }
    }

    private boolean isMissing(String build, String name, String peer, int limit, int seed) {
        return choice.has(peer, peer.equals(DEFAULT_MOVES) ? 0 : limit)
                && file.rows().stream()
                        .noneMatch(row -> row.build().equals(build)
                                && row.instance().equals(name)
                                && row.peer().equals(peer)
                                && row.scale() == scale
                                && row.limit() == limit
                                && row.seed() == seed);
    }

    private void add(
            String build, String name, String peer, int limit, long seed, Score score, double seconds, long moves) {
        add(build, name, peer, limit, seed, score, seconds, moves, 0);
    }

    private void add(
            String build,
            String name,
            String peer,
            int limit,
            long seed,
            Score score,
            double seconds,
            long moves,
            double megabytes) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        PeerRow row = new PeerRow(build, name, peer, scale, limit, seed, score, seconds, moves, megabytes, load);
        file.add(row);
        System.out.println(row.line());
    }

    private void ours(RotaProblem problem, String build, String name, int time, int seed) {
        warmUp();
        RotaSolver solver = new RotaSolver(problem, new SolveSettings(scaled(time), seed, null));
        if (time < TIMES.getLast()) {
            RotaSolver.Solved solved = solver.solve(improvement -> {});
            add(build, name, OURS, time, seed, audited(solved.rota()), seconds(solved.time()), solved.moves());
            return;
        }
        // A look at the heap costs a collection, so only the longest search bears it.
        HeapProbe heap = new HeapProbe(scaled(time).dividedBy(4));
        RotaSolver.Solved solved = solver.solve(improvement -> {});
        heap.end();
        add(
                build,
                name,
                OURS,
                time,
                seed,
                audited(solved.rota()),
                seconds(solved.time()),
                solved.moves(),
                heap.megabytes());
    }

    private void defaultMoves(RotaProblem problem, String build, String name, int seed) {
        warmUp();
        int longest = TIMES.getLast();
        Trace trace = new Trace();
        trace.add(audited(Rota.empty(problem)));
        Score last = DefaultMoves.solve(problem, seed, scaled(longest), trace::add);
        Duration taken = trace.elapsed();
        for (int time : TIMES) {
            // The engine counts its limit from when it is ready, a moment after the trace: the last look is at its
            // answer.
            Score score = time == longest ? last : trace.at(scaled(time)).orElseThrow();
            add(build, name, DEFAULT_MOVES, time, seed, score, seconds(time == longest ? taken : scaled(time)), 0);
        }
    }

    private void reference(RotaProblem problem, String build, String name, int time, int seed) {
        warmUp();
        ReferenceSearch.Found found = ReferenceSearch.search(problem, seed, scaled(time));
        add(build, name, REFERENCE, time, seed, audited(found.rota()), seconds(found.time()), found.evaluations());
    }

    private void cpSat(RotaProblem problem, String build, String name, int seed) {
        CostModel.solve(problem, seed, scaled(CP_SAT_TIME), RotaSolver.PROCESSORS)
                .ifPresentOrElse(
                        found -> {
                            Score score = audited(found.rota());
                            if (score.hard() != 0 || score.medium() != 0 || score.soft() != Math.round(found.cost())) {
                                throw new IllegalStateException("CP-SAT counts " + found.cost()
                                        + " for a rota for which the audit counts " + score + ".");
                            }
                            System.out.printf(
                                    "%s: no rota costs less than %.0f%s%n",
                                    name, found.bound(), found.optimal() ? ", which it does" : "");
                            add(build, name, CP_SAT, CP_SAT_TIME, seed, score, seconds(scaled(CP_SAT_TIME)), 0);
                        },
                        () -> System.out.println(name + ": CP-SAT found no rota"));
    }

    private void warmUp() {
        if (!warm) {
            RotaProblem problem = Bench.problem(Bench.data("bench/8x26.json"));
            new RotaSolver(problem, new SolveSettings(WARM_UP, 99, null)).solve(improvement -> {});
            DefaultMoves.solve(problem, 99, WARM_UP);
            ReferenceSearch.search(problem, 99, WARM_UP);
            warm = true;
        }
    }

    private static Score audited(Rota rota) {
        return Audit.of(rota).score();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
