package org.oncall.rota.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Tier;

/**
 * Shows by counting that the demand of a rotation cannot be met: in some window of days, all members together can meet less
 * of it than there is. That is what a solver finds hardest, as it tries who might hold what, and all are alike.
 */
final class Counting {
    /** Beyond so many days of all members, windows are left uncounted: the solver is asked then. */
    private static final int MOST_MEMBER_DAYS = 20_000;

    private final Lane lane;
    private final Posts posts;
    private final int @Nullable [] mostInPeriod;

    /** Members of whom counting cannot tell one from another. */
    private record Kind(BitSet worked, BitSet open, BitSet counted) {}

    /**
     * Counts in one rotation.
     *
     * @param mostInPeriod by member: the most days in all of the period; null: no limit
     */
    Counting(Lane lane, Posts posts, int @Nullable [] mostInPeriod) {
        this.lane = lane;
        this.posts = posts;
        this.mostInPeriod = mostInPeriod;
    }

    boolean showsImpossible() {
        int planned = lane.days.size() - lane.first;
        return planned > 0
                && planned * lane.on.length <= MOST_MEMBER_DAYS
                && tierSets().stream().anyMatch(this::tooMuch);
    }

    /** All tiers, those that need skills, and each of those alone: where fewer people can hold fewer tiers. */
    private Set<List<Integer>> tierSets() {
        List<Tier> tiers = lane.rotation.tiers();
        List<Integer> all = new ArrayList<>();
        List<Integer> skilled = new ArrayList<>();
        Set<List<Integer>> sets = new LinkedHashSet<>();
        for (int t = 0; t < tiers.size(); t++) {
            all.add(t);
            if (!tiers.get(t).skills().isEmpty()) {
                skilled.add(t);
                sets.add(List.of(t));
            }
        }
        sets.add(skilled);
        sets.add(all);
        sets.remove(List.<Integer>of());
        return sets;
    }

    private boolean tooMuch(List<Integer> tiers) {
        int days = lane.days.size();
        boolean restful = posts.wants(Facts.rest(lane.rotation)) && posts.wants(Facts.longest(lane.rotation));
        int longestWindow =
                restful ? Math.min(days - lane.first, lane.rotation.longestDays() + lane.rotation.restDays()) : 1;
        int[] demandBefore = new int[days + 1];
        for (int d = 0; d < days; d++) {
            demandBefore[d + 1] = demandBefore[d];
            for (int t : tiers) {
                demandBefore[d + 1] += lane.demanded[t][d] ? 1 : 0;
            }
        }
        int[][] most = new int[days][longestWindow];
        int mostAltogether = 0;
        Map<Kind, MostDays> kinds = new HashMap<>();
        for (int m = 0; m < lane.on.length; m++) {
            Kind kind = kind(m, tiers);
            int countedDays = kind.counted.cardinality();
            mostAltogether += mostInPeriod == null ? countedDays : Math.min(countedDays, mostInPeriod[m]);
            if (restful) {
                MostDays mostDays = kinds.computeIfAbsent(kind, alike -> mostDays(alike, longestWindow));
                for (int a = lane.first; a < days; a++) {
                    for (int b = a; b < Math.min(days, a + longestWindow); b++) {
                        most[a][b - a] += mostDays.between(a, b);
                    }
                }
            } else {
                for (int d = lane.first; d < days; d++) {
                    most[d][0] += kind.counted.get(d) ? 1 : 0;
                }
            }
        }
        boolean tooMuch = mostAltogether < demandBefore[days];
        for (int a = lane.first; a < days && !tooMuch; a++) {
            for (int b = a; b < Math.min(days, a + longestWindow); b++) {
                tooMuch |= most[a][b - a] < demandBefore[b + 1] - demandBefore[a];
            }
        }
        return tooMuch;
    }

    private Kind kind(int m, List<Integer> tiers) {
        Kind kind = new Kind(new BitSet(), new BitSet(), new BitSet());
        boolean[] worked = lane.stintsWorked(m);
        for (int d = 0; d < lane.first; d++) {
            kind.worked.set(d, worked[d]);
        }
        kind.open.or(lane.relieved[m]);
        int last = kind.worked.previousSetBit(lane.first - 1);
        int handedOver = lane.relieved[m].nextSetBit(last + 1);
        if (handedOver >= 0 && handedOver < lane.first) {
            // The last stint may go on after that, or not: history is left out, so that the most is never too little.
            kind.worked.clear();
        }
        for (int t = 0; t < lane.demanded.length; t++) {
            for (int d = lane.first; d < lane.days.size(); d++) {
                if (lane.open[m][t][d]) {
                    kind.open.set(d);
                    if (lane.demanded[t][d] && tiers.contains(t)) {
                        kind.counted.set(d);
                    }
                }
            }
        }
        return kind;
    }

    private MostDays mostDays(Kind kind, int longestWindow) {
        return new MostDays(
                lane,
                kind.worked,
                kind.open,
                kind.counted,
                posts.wants(Facts.longestFestive(lane.rotation)),
                longestWindow);
    }
}
