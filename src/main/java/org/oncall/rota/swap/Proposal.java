package org.oncall.rota.swap;

import java.util.Comparator;
import java.util.List;
import org.oncall.rota.domain.Finding;
import org.oncall.rota.domain.Score;

/**
 * A swap that could be proposed, and what it would do.
 *
 * @param difference the score with it less the score as it is; below 0 is better
 * @param fairness what it does to how evenly days and unsocial days are shared by those who work them, as a cost; below 0
 *     is better
 * @param causes breaches of hard rules that it would cause; with any it will be denied
 * @param sentence what it is, for people
 */
public record Proposal(
        Kind kind, List<Handing> handings, Score difference, long fairness, List<Finding> causes, String sentence) {
    /** By score, by fairness, then the fewest concerned; the order is the same every time. */
    public static final Comparator<Proposal> BEST_FIRST = Comparator.comparing(Proposal::difference)
            .thenComparingLong(Proposal::fairness)
            .thenComparing(Proposal::kind)
            .thenComparing(Proposal::sentence);

    public Proposal {
        handings = List.copyOf(handings);
        causes = List.copyOf(causes);
    }

    /** How many hand something over. */
    public enum Kind {
        /** One takes it and gets nothing for it. */
        COVER,
        /** Two exchange. */
        EXCHANGE,
        /** Three hand on in a circle. */
        CYCLE
    }
}
