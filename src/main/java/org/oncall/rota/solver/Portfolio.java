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
 * Searches that go side by side from seeds of their own, each on a processor where there are so many. Each leg they begin
 * from the best rota of all. How many there are does not depend on the machine, or the same seed would not give the same
 * rota.
 */
final class Portfolio {
    static final int SEARCHES = 2;

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

    /** Begins a leg: every search goes back to the best rota of all. */
    void begin() {
        Annealer best = best();
        for (Annealer search : searches) {
            if (search != best) {
                search.adopt(best.best(), best.bestScore());
            }
            search.begin();
        }
    }

    /**
     * A part of a leg of each search, as long for each, the later ones hotter; ends early where they are stopped or have made
     * all their moves.
     *
     * @param from how much of the cooling is done, 0 to 1
     * @param to how much is to be done at the end
     */
    void anneal(Annealer.Cooling cooling, double from, double to, long length) {
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int s = 1; s < SEARCHES; s++) {
            int search = s;
            running.add(CompletableFuture.runAsync(() -> anneal(search, cooling, from, to, length), others));
        }
        try {
            anneal(0, cooling, from, to, length);
        } finally {
            // Also where the first fails: none may go on once this is over.
            running.forEach(Portfolio::await);
        }
    }

    private void anneal(int search, Annealer.Cooling cooling, double from, double to, long length) {
        long most = Math.min(length, mostMoves[search] - moves[search]);
        moves[search] += searches.get(search).anneal(cooling.of(search), from, to, most, stopped);
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
}
