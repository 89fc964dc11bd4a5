package org.oncall.rota.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Stretches that are taken from whoever holds them and given anew, in an order of chance: each to whoever of a few drawn
 * has had least of their fair share, among those who may take it whole and are rested before and after it. Where none of
 * them can, the stretch stays as it is.
 */
final class Recreation {
    /** More would give each stretch to the same member whenever it is drawn. */
    private static final int CANDIDATES = 5;

    private static final int UNDECIDED = -2;

    private final List<Stretch> stretches = new ArrayList<>();

    private static final class Stretch {
        private final Line line;
        private final int from;
        private final int to;
        private int taker = UNDECIDED;

        private Stretch(Line line, int from, int to) {
            this.line = line;
            this.from = from;
            this.to = to;
        }

        private boolean holds(Line other, int day) {
            return other == line && day >= from && day < to;
        }
    }

    /** Adds days of a tier, from the first to before the last; none may be in two stretches. */
    void ruin(Line line, int from, int to) {
        if (from < to) {
            stretches.add(new Stretch(line, from, to));
        }
    }

    /** Proposes who holds the stretches instead. */
    void recreate(WorkingRota rota, RandomGenerator random) {
        Collections.shuffle(stretches, java.util.Random.from(random));
        for (Stretch stretch : stretches) {
            int taker = taker(stretch, rota, random);
            if (taker != WorkingRota.NOBODY) {
                stretch.taker = taker;
                rota.give(stretch.line, stretch.from, stretch.to, taker);
            }
        }
    }

    private int taker(Stretch stretch, WorkingRota rota, RandomGenerator random) {
        int best = WorkingRota.NOBODY;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < CANDIDATES; i++) {
            int member = rota.anyMember(stretch.line, random);
            if (member == WorkingRota.NOBODY) {
                return member;
            }
            double burden = rota.burden(member, stretch.line) + takenBy(member);
            if (burden < least
                    && rota.mayTake(stretch.line, stretch.from, stretch.to, member)
                    && isRested(member, stretch, rota)) {
                best = member;
                least = burden;
            }
        }
        return best;
    }

    private int takenBy(int member) {
        int days = 0;
        for (Stretch stretch : stretches) {
            days += stretch.taker == member ? stretch.to - stretch.from : 0;
        }
        return days;
    }

    private boolean isRested(int member, Stretch stretch, WorkingRota rota) {
        int rest = rota.facts().rotation(stretch.line.rotation()).rotation().restDays();
        int first = Math.max(0, stretch.from - rest);
        int end = Math.min(stretch.line.days(), stretch.to + rest);
        for (int t = 0; t < rota.tierCount(stretch.line); t++) {
            Line tier = rota.tier(stretch.line, t);
            for (int d = first; d < end; d++) {
                if (holder(tier, d, rota) == member) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Who holds the slot while some stretches are given and others are still to be. */
    private int holder(Line line, int day, WorkingRota rota) {
        for (Stretch stretch : stretches) {
            if (stretch.holds(line, day)) {
                return stretch.taker == UNDECIDED ? WorkingRota.NOBODY : stretch.taker;
            }
        }
        return rota.holder(line, day);
    }
}
