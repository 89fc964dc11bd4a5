package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.oncall.rota.domain.Score;

/**
 * Searches that go side by side from seeds of their own, each on a processor where there are so many. Each goes on from
 * its own best rota, until they share: then all go on from the best of all. How many there are does not depend on the
 * machine, or the same seed would not give the same rota.
 */
final class Portfolio {
    static final int SEARCHES = 2;

    /** How many times as hot each search begins its legs as the one before: what one is too cold to leave, another leaves. */
    private static final int HOTTER_TIMES = 3;

    private final List<Annealer> searches = new ArrayList<>();
    private final Executor others;
    private final BooleanSupplier stopped;
    private final long[] moves = new long[SEARCHES];
    private final long[] mostMoves = new long[SEARCHES];

    /**
     * Searches from the rota as the solution has it.
     *
     * @param mostMoves of all together
     * @param others runs all but the first
     * @param stopped whether to end soon
     */
    Portfolio(RotaSolution solution, long seed, long mostMoves, Executor others, BooleanSupplier stopped) {
        long[] seeds = seeds(seed);
        for (int s = 0; s < SEARCHES; s++) {
            searches.add(new Annealer(new WorkingRota(solution), seeds[s]));
            this.mostMoves[s] = mostMoves / SEARCHES + (s < mostMoves % SEARCHES ? 1 : 0);
        }
        this.others = others;
        this.stopped = stopped;
    }

    /**
     * The seeds of the searches: drawn rather than counted on from the user's, so that neighbouring seeds have no search in
     * common and no search draws what another draws, only later.
     */
    static long[] seeds(long seed) {
        return new SplittableRandom(seed).longs(SEARCHES).toArray();
    }

    long moves() {
        long sum = 0;
        for (long each : moves) {
            sum += each;
        }
        return sum;
    }

    Score bestScore() {
        return best().bestScore();
    }

    int[] bestHolders() {
        return best().best();
    }

    /** The best; of equals the first. */
    private Annealer best() {
        Annealer best = searches.getFirst();
        for (Annealer search : searches) {
            if (search.bestScore().compareTo(best.bestScore()) < 0) {
                best = search;
            }
        }
        return best;
    }

    /** One leg of each search, as long for each, the later ones hotter; ends early where they are stopped or have made all their moves. */
    void leg(Annealer.Cooling cooling, long length) {
        Pace pace = new Pace(SEARCHES, stopped);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int s = 1; s < SEARCHES; s++) {
            int search = s;
            running.add(CompletableFuture.runAsync(() -> leg(search, pace, cooling, length), others));
        }
        try {
            leg(0, pace, cooling, length);
        } finally {
            // Also where the first fails: none may go on once the leg is over.
            running.forEach(Portfolio::await);
        }
    }

    /** Lets every search go on from the best rota of all. */
    void share() {
        Annealer best = best();
        for (Annealer search : searches) {
            if (search != best) {
                search.adopt(best.best(), best.bestScore());
            }
        }
    }

    /** Waits for the search; fails as it failed, as if it had gone on this thread. */
    private static void await(CompletableFuture<Void> search) {
        try {
            search.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void leg(int search, Pace pace, Annealer.Cooling cooling, long length) {
        Pace.Runner runner = pace.runner(moves[search], Math.min(length, mostMoves[search] - moves[search]));
        try {
            searches.get(search).anneal(cooling.hotter(Math.pow(HOTTER_TIMES, search)), length, runner);
        } finally {
            runner.arrive();
            moves[search] = runner.moves();
        }
    }
}
