package org.oncall.rota.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationId;

/** What changes to a problem have in common. */
final class Changes {
    private Changes() {}

    static Member member(RotaProblem problem, MemberId id) {
        return problem.team().members().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The member (" + id + ") is not in the team."));
    }

    static Rotation rotation(RotaProblem problem, RotationId id) {
        return problem.team().rotations().stream()
                .filter(rotation -> rotation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The rotation (" + id + ") is not in the team."));
    }

    static RotaProblem apply(RotaProblem problem, List<Change> changes) {
        RotaProblem changed = problem;
        for (Change change : changes) {
            changed = change.applyTo(changed);
        }
        return changed;
    }

    /** What is left of the range without those stretches. */
    static List<DateRange> without(DateRange range, List<DateRange> gone) {
        List<DateRange> left = List.of(range);
        for (DateRange stretch : gone) {
            List<DateRange> cut = new ArrayList<>();
            for (DateRange part : left) {
                LocalDate end = stretch.first().minusDays(1);
                LocalDate start = stretch.last().plusDays(1);
                LocalDate firstEnd = end.isBefore(part.last()) ? end : part.last();
                LocalDate secondStart = start.isAfter(part.first()) ? start : part.first();
                if (!firstEnd.isBefore(part.first())) {
                    cut.add(new DateRange(part.first(), firstEnd));
                }
                if (!secondStart.isAfter(part.last()) && secondStart.isAfter(firstEnd)) {
                    cut.add(new DateRange(secondStart, part.last()));
                }
            }
            left = cut;
        }
        return left;
    }

    /** The dates as stretches of days running, sorted. */
    static List<DateRange> stretches(Collection<LocalDate> dates) {
        List<DateRange> result = new ArrayList<>();
        for (LocalDate date : new TreeSet<>(dates)) {
            boolean goesOn =
                    !result.isEmpty() && result.getLast().last().plusDays(1).equals(date);
            LocalDate first = goesOn ? result.removeLast().first() : date;
            result.add(new DateRange(first, date));
        }
        return result;
    }
}
