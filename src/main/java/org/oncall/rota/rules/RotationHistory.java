package org.oncall.rota.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.FestiveDay;
import org.oncall.rota.domain.OnCallDay;

/** What was worked in one rotation before the period: days, stints and festive days of each member. */
final class RotationHistory {
    private final List<OnCallDay> days;
    private final int[][] holders;
    private final int[][] stints;
    private final int[] dayCounts;
    private final int[] unsocialCounts;
    private final List<List<FestiveDay>> festiveDays = new ArrayList<>();

    /**
     * Reads history.
     *
     * @param days the on-call days before the period
     * @param holders holder by tier and day
     * @param rotation whose days they are
     */
    RotationHistory(List<OnCallDay> days, int[][] holders, int members, RotationFacts rotation) {
        this.days = days;
        this.holders = holders;
        this.stints = new int[members][];
        this.dayCounts = new int[members];
        this.unsocialCounts = new int[members];
        for (int m = 0; m < members; m++) {
            read(m, rotation);
        }
    }

    private void read(int m, RotationFacts rotation) {
        List<Integer> bounds = new ArrayList<>();
        List<FestiveDay> festive = new ArrayList<>();
        for (int d = 0; d < days.size(); d++) {
            if (isHeldBy(m, d)) {
                dayCounts[m]++;
                unsocialCounts[m] += days.get(d).unsocial() ? 1 : 0;
                festive.addAll(days.get(d).festiveDays());
                if (bounds.isEmpty() || !rotation.isOneStint(bounds.getLast(), d, rotation.relieved(m))) {
                    bounds.add(d);
                    bounds.add(d);
                }
                bounds.set(bounds.size() - 1, d);
            }
        }
        stints[m] = bounds.stream().mapToInt(Integer::intValue).toArray();
        festiveDays.add(List.copyOf(festive));
    }

    private boolean isHeldBy(int m, int d) {
        for (int[] tier : holders) {
            if (tier[d] == m) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody worked the day. */
    boolean isWorked(int tier, int day) {
        return holders[tier][day] != RuleFacts.NOBODY;
    }

    /** Who worked the day, or {@link RuleFacts#NOBODY}. */
    int holder(int tier, int day) {
        return holders[tier][day];
    }

    /** First and last schedule index of each stint, in turn. */
    int[] stints(int member) {
        return stints[member];
    }

    int days(int member) {
        return dayCounts[member];
    }

    int unsocialDays(int member) {
        return unsocialCounts[member];
    }

    /** The festive days on which the member was on call. */
    List<FestiveDay> festiveDays(int member) {
        return festiveDays.get(member);
    }

    /** The dates on which the member worked. */
    List<LocalDate> dates(int member) {
        List<LocalDate> result = new ArrayList<>();
        for (int d = 0; d < days.size(); d++) {
            if (isHeldBy(member, d)) {
                result.add(days.get(d).date());
            }
        }
        return result;
    }

    /** The first date that anybody worked; null where nobody ever did. */
    @Nullable
    LocalDate start() {
        for (int d = 0; d < days.size(); d++) {
            for (int t = 0; t < holders.length; t++) {
                if (isWorked(t, d)) {
                    return days.get(d).date();
                }
            }
        }
        return null;
    }
}
