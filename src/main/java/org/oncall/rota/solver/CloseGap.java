package org.oncall.rota.solver;

import java.util.random.RandomGenerator;
import org.oncall.rota.domain.Rotation;

/**
 * Somebody takes a gap, and what they hold too near to it, for the rest they need, goes to somebody else: the step that
 * single moves cannot make, because between its two halves a rule would be broken.
 */
final class CloseGap implements Neighbourhood {
    @Override
    public void draw(WorkingRota rota, RandomGenerator random) {
        Line line = rota.anyLine(random);
        int start = rota.gaps() == 0 ? -1 : nextGap(rota, line, random.nextInt(line.days()));
        if (start < 0) {
            return;
        }
        int end = start + 1 + random.nextInt(rota.runEnd(line, start) - start);
        int member = rota.anyMember(line, random);
        if (member == WorkingRota.NOBODY) {
            return;
        }
        rota.give(line, start, end, member);
        Rotation rotation = rota.facts().rotation(line.rotation()).rotation();
        int rest =
                random.nextBoolean() ? rotation.restDays() : rotation.festive().restDays();
        int from = Math.max(0, start - rest);
        int to = Math.min(line.days(), end + rest);
        for (int t = 0; t < rota.tierCount(line); t++) {
            relieve(rota, rota.tier(line, t), member, from, to, random);
        }
    }

    /** The first slot of a gap at or after the day, going round; -1 where the tier has none. */
    private static int nextGap(WorkingRota rota, Line line, int day) {
        for (int i = 0; i < line.days(); i++) {
            int d = (day + i) % line.days();
            if (rota.holder(line, d) == WorkingRota.NOBODY) {
                return d;
            }
        }
        return -1;
    }

    /** Gives the stretches of the tier that the member holds in the days from-to, each to one other member or to nobody. */
    private static void relieve(WorkingRota rota, Line line, int member, int from, int to, RandomGenerator random) {
        int d = from;
        while (d < to && !rota.isImpossible()) {
            if (rota.holder(line, d) != member) {
                d++;
                continue;
            }
            int end = rota.runEnd(line, d);
            int other = rota.anyMember(line, random);
            rota.give(line, rota.runStart(line, d), end, other == member ? WorkingRota.NOBODY : other);
            d = end;
        }
    }
}
