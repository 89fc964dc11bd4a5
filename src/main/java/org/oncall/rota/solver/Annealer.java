package org.oncall.rota.solver;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.oncall.rota.domain.Score;

/**
 * Simulated annealing over the neighbourhoods, a leg at a time. A move that breaks more of the hard rules is refused at any
 * temperature, so a rota that is legal stays so. What a move may cost is drawn before it is tried: most moves are refused,
 * and a look that ends as soon as that is clear is several times as fast as one that ends with a cost.
 */
final class Annealer {
    /** How many moves between two changes of the temperature, and between two looks at whether to stop. */
    static final int MOVES_PER_LOOK = 100;

    /** A draw that comes to nothing is drawn again, this often at most. */
    private static final int MOST_DRAWS = 50;

    private static final List<MoveMix.Weighted> NEIGHBOURHOODS = List.of(
            new MoveMix.Weighted(new AssignRun(), 8),
            new MoveMix.Weighted(new ExchangeShifts(), 30),
            new MoveMix.Weighted(new ExchangeWeeks(2, false), 15),
            new MoveMix.Weighted(new ExchangeWeeks(2, true), 5),
            new MoveMix.Weighted(new ExchangeWeeks(3, false), 10),
            new MoveMix.Weighted(new ExchangeTiers(), 10),
            new MoveMix.Weighted(new ShiftBoundary(), 3),
            new MoveMix.Weighted(new ExchangeMembers(), 15),
            new MoveMix.Weighted(new CloseGap(), 5),
            new MoveMix.Weighted(new RecreateWeeks(), 2),
            new MoveMix.Weighted(new RecreateMember(), 2),
            new MoveMix.Weighted(new SlideHandovers(), 1));

    private final WorkingRota rota;
    private final SplittableRandom random;
    private final MoveMix mix = new MoveMix(NEIGHBOURHOODS);
    private int[] best;
    private Score bestScore;

    /** Begins with the rota as it is. */
    Annealer(WorkingRota rota, long seed) {
        this.rota = rota;
        this.random = new SplittableRandom(seed);
        this.best = rota.copy();
        this.bestScore = rota.score();
    }

    /**
     * How a leg cools, evenly in proportion.
     *
     * @param hot the cost that is accepted about once in three times at its start
     * @param hotterTimes how many times as hot each search begins as the one before
     * @param cold the same at its end
     * @param gapHot what a gap counts for at its start
     * @param gapCold the same at its end
     */
    record Cooling(double hot, double hotterTimes, double cold, double gapHot, double gapCold) {
        /** As a search cools, counted from 0. */
        Cooling of(int search) {
            return new Cooling(hot * Math.pow(hotterTimes, search), hotterTimes, cold, gapHot, gapCold);
        }
    }

    /** Who holds each slot of the best rota so far. */
    int[] best() {
        return best;
    }

    Score bestScore() {
        return bestScore;
    }

    /** Takes over a rota that another search found. */
    void adopt(int[] holders, Score score) {
        best = holders.clone();
        bestScore = score;
    }

    /** Goes back to the best rota so far. */
    void begin() {
        rota.restore(best);
    }

    /**
     * Anneals over so many moves, or until it should stop, going on from where it stands.
     *
     * @param from how much of the cooling is done, 0 to 1
     * @param to how much is to be done at the end
     * @return how many moves were made
     */
    long anneal(Cooling cooling, double from, double to, long moves, BooleanSupplier stopped) {
        mix.aim();
        double temperature = cooling.hot;
        long gapCost = Math.round(cooling.gapHot);
        for (long move = 0; move < moves; move++) {
            if (move % MOVES_PER_LOOK == 0) {
                if (stopped.getAsBoolean()) {
                    return move;
                }
                double cooled = from + (to - from) * move / moves;
                temperature = cooling.hot * Math.pow(cooling.cold / cooling.hot, cooled);
                gapCost = Math.round(cooling.gapHot * Math.pow(cooling.gapCold / cooling.gapHot, cooled));
            }
            draw();
            boolean made = rota.isDoable() && rota.attempt(gapCost, -temperature * Math.log(1 - random.nextDouble()));
            mix.tried(made);
            if (made) {
                keepIfBest();
            }
        }
        return moves;
    }

    private void draw() {
        int draws = 0;
        do {
            rota.propose();
            mix.next(random).draw(rota, random);
        } while (!rota.isDoable() && ++draws < MOST_DRAWS);
    }

    private void keepIfBest() {
        if (rota.isBetterThan(bestScore)) {
            bestScore = rota.score();
            rota.copyTo(best);
        }
    }
}
