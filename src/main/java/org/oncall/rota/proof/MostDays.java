package org.oncall.rota.proof;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The most days of demand that one member can meet in a rotation in each window of consecutive days, whatever they do around
 * it: stints as long as allowed, rest between them, and days that are closed to them. It is exact for a member by
 * themselves, so it holds whatever the others do.
 */
final class MostDays {
    /** Less than any number of days: cannot be. */
    private static final int NEVER = Integer.MIN_VALUE / 2;

    private static final int ORDINARY = 0;
    private static final int FESTIVE = 1;

    private final Lane lane;
    private final int days;
    private final int longestWindow;
    /** By day: how many days before it count. */
    private final int[] countedBefore;
    /** In days: how far before a window a stint may begin that has a say in it. */
    private final int reach;
    /** The day in history on which the last stint ended; below 0: none. */
    private final int worked;
    /** The first day of the stint that ended there. */
    private final int workedFrom;
    /** By first day: the days on which a stint may end; the stint that history left running has its own first day. */
    private final int[][] ends;
    /** By day: the first one from it on that is not in the festive period. */
    private final int[] festiveEnd;
    /** By kind of rest and first day of a stint: the last day on which the stint before may have ended; below 0: none. */
    private final int[][] restedFrom;
    /** By first day of a window and by its length less one. */
    private final int[][] most;

    /**
     * Looks at windows up to a length.
     *
     * @param worked by day of history: whether the member was on call
     * @param open by day of the schedule: whether the member may hold any slot of it
     * @param counted by day of the schedule: whether it counts
     * @param limitFestive whether the limit of stints inside the festive period counts
     * @param longestWindow in planned days
     */
    MostDays(Lane lane, BitSet worked, BitSet open, BitSet counted, boolean limitFestive, int longestWindow) {
        this.lane = lane;
        this.days = lane.days.size();
        this.longestWindow = longestWindow;
        this.countedBefore = countedBefore(counted);
        this.reach = lane.longestStint()
                + Math.max(lane.rotation.restDays(), lane.rotation.festive().restDays());
        this.worked = worked.previousSetBit(lane.first - 1);
        this.workedFrom = worked.previousClearBit(this.worked) + 1;
        this.festiveEnd = festiveEnds();
        this.restedFrom = new int[][] {
            restedFrom(lane.rotation.restDays()),
            restedFrom(lane.rotation.festive().restDays())
        };
        this.ends = new int[days][0];
        if (runsOn()) {
            ends[workedFrom] = ends(workedFrom, open, limitFestive);
        }
        this.most = new int[days][0];
        for (int s = lane.first; s < days; s++) {
            ends[s] = ends(s, open, limitFestive);
        }
        for (int a = lane.first; a < days; a++) {
            most[a] = mostFrom(a);
        }
    }

    /** The most days that count between two planned days, both included; no further apart than the longest window. */
    int between(int first, int last) {
        return most[first][last - first];
    }

    /** Whether the last stint of history may go on in the period. */
    private boolean runsOn() {
        return worked >= 0 && worked == lane.first - 1;
    }

    private int[] countedBefore(BitSet counted) {
        int[] result = new int[days + 1];
        for (int d = 0; d < days; d++) {
            result[d + 1] = result[d] + (counted.get(d) ? 1 : 0);
        }
        return result;
    }

    private int[] festiveEnds() {
        int[] result = new int[days];
        for (int d = days - 1; d >= 0; d--) {
            result[d] = !lane.festive(d) ? d : d == days - 1 ? days : result[d + 1];
        }
        return result;
    }

    private int[] restedFrom(int rest) {
        int[] result = new int[days];
        int end = -1;
        for (int s = 0; s < days; s++) {
            while (end + 1 <= s - 2 && lane.epochDay(s) - lane.epochDay(end + 1) - 1 >= rest) {
                end++;
            }
            result[s] = end;
        }
        return result;
    }

    private int[] ends(int first, BitSet open, boolean limitFestive) {
        int[] result = new int[days];
        int count = 0;
        for (int e = Math.max(first, lane.first); e < days && open.get(e); e++) {
            int shortFestive = lane.back(e, lane.rotation.festive().longestDays());
            if (limitFestive && shortFestive >= first && festiveEnd[shortFestive] > e) {
                break;
            }
            int tooEarly = lane.back(e, lane.rotation.longestDays() + lane.movedDays(e + 1));
            if (tooEarly < first) {
                result[count++] = e;
            } else if (!lane.mayEndLater(tooEarly, e)) {
                break;
            }
        }
        return Arrays.copyOf(result, count);
    }

    /** The most days in the windows that begin on a day, by their length less one. */
    private int[] mostFrom(int a) {
        int[] result = new int[Math.min(longestWindow, days - a)];
        int[][] ended = new int[2][days];
        Arrays.fill(ended[ORDINARY], NEVER);
        Arrays.fill(ended[FESTIVE], NEVER);
        if (runsOn()) {
            stints(a, workedFrom, 0, 0, ended, result);
        }
        // Stints that end before the window count for nothing, and those that could still matter are not far from it.
        for (int s = Math.max(lane.first, a - reach); s < a + result.length; s++) {
            for (int[] best : ended) {
                if (s >= 2) {
                    best[s - 1] = Math.max(best[s - 1], best[s - 2]);
                }
            }
            int afterAny = Math.max(before(ORDINARY, s, ended[ORDINARY]), before(ORDINARY, s, ended[FESTIVE]));
            int afterFestive = Math.max(before(ORDINARY, s, ended[ORDINARY]), before(FESTIVE, s, ended[FESTIVE]));
            stints(
                    a,
                    s,
                    Math.max(afterAny, fromHistory(ORDINARY, s)),
                    Math.max(afterFestive, fromHistory(FESTIVE, s)),
                    ended,
                    result);
        }
        for (int i = 1; i < result.length; i++) {
            result[i] = Math.max(result[i], result[i - 1]);
        }
        return result;
    }

    private int before(int kind, int s, int[] ended) {
        int end = restedFrom[kind][s];
        return end < 0 ? NEVER : ended[end];
    }

    /** No days before a stint that may follow on history's last one, or on none. */
    private int fromHistory(int kind, int s) {
        boolean bothFestive = kind == FESTIVE && worked >= 0 && festiveEnd[workedFrom] > worked;
        return worked <= restedFrom[bothFestive ? FESTIVE : ORDINARY][s] ? 0 : NEVER;
    }

    /** Counts the stints that begin on a day, after so many days of the window before them. */
    private void stints(int a, int s, int ordinary, int festive, int[][] ended, int[] result) {
        int from = Math.max(Math.max(a, s), lane.first);
        for (int e : ends[s]) {
            int kind = festiveEnd[s] > e ? FESTIVE : ORDINARY;
            int before = (kind == FESTIVE ? festive : ordinary) - countedBefore[from];
            ended[kind][e] = Math.max(ended[kind][e], before + countedBefore[Math.max(from, e + 1)]);
            for (int b = from; b <= e && b - a < result.length; b++) {
                result[b - a] = Math.max(result[b - a], before + countedBefore[b + 1]);
            }
        }
    }
}
