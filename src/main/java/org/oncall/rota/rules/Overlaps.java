package org.oncall.rota.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.oncall.rota.domain.OnCallDay;

/** Which on-call days of different rotations need somebody at the same time. */
final class Overlaps {
    /** A day of history reaches at most into the first or, where handover times differ, the second day of the period. */
    private static final int DAYS_THAT_MEET_HISTORY = 2;

    private final int[][][][] days;
    private final int[][][] clashes;

    Overlaps(RuleFacts facts) {
        int rotations = facts.rotationCount();
        days = new int[rotations][rotations][][];
        clashes = new int[rotations][facts.memberCount()][];
        for (int r = 0; r < rotations; r++) {
            RotationFacts rotation = facts.rotation(r);
            for (int later = r + 1; later < rotations; later++) {
                RotationFacts other = facts.rotation(later);
                days[r][later] = new int[rotation.plannedDays()][];
                for (int p = 0; p < rotation.plannedDays(); p++) {
                    OnCallDay day = rotation.day(rotation.firstPlanned() + p);
                    days[r][later][p] = overlapping(day, other, other.firstPlanned(), other.dayCount());
                }
            }
            for (int m = 0; m < facts.memberCount(); m++) {
                clashes[r][m] = clashes(facts, rotation, m);
            }
        }
    }

    /** Planned days of a later rotation whose coverage hours overlap those of the rotation's planned day. */
    int[] days(int rotation, int laterRotation, int plannedDay) {
        return days[rotation][laterRotation][plannedDay];
    }

    /**
     * Planned days of the rotation on which the member would overlap a slot of another rotation that they held in history,
     * once for each.
     */
    int[] clashesWithHistory(int rotation, int member) {
        return clashes[rotation][member];
    }

    private static int[] clashes(RuleFacts facts, RotationFacts rotation, int member) {
        List<Integer> result = new ArrayList<>();
        for (int r = 0; r < facts.rotationCount(); r++) {
            RotationFacts other = facts.rotation(r);
            for (int p = 0; other != rotation && p < Math.min(rotation.plannedDays(), DAYS_THAT_MEET_HISTORY); p++) {
                OnCallDay day = rotation.day(rotation.firstPlanned() + p);
                for (int d : overlapping(day, other, 0, other.firstPlanned())) {
                    for (int t = 0; t < other.tierCount(); t++) {
                        if (other.history().holder(t, other.firstPlanned() + d) == member) {
                            result.add(p);
                        }
                    }
                }
            }
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Days of the other rotation, from one schedule index to another, by planned index: below 0 in history. */
    private static int[] overlapping(OnCallDay day, RotationFacts other, int from, int to) {
        List<Integer> result = new ArrayList<>(2);
        int start = Arrays.binarySearch(
                other.epochDays(), from, to, (int) day.date().toEpochDay() - 1);
        for (int d = start < 0 ? -start - 1 : start; d < to; d++) {
            OnCallDay candidate = other.day(d);
            if (!candidate.span().start().isBefore(day.span().end())) {
                break;
            }
            if (candidate.coverage().stream()
                    .anyMatch(c -> day.coverage().stream().anyMatch(c::overlaps))) {
                result.add(d - other.firstPlanned());
            }
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }
}
