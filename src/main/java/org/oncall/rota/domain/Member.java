package org.oncall.rota.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One person of the team.
 *
 * @param share share of full-time, above 0 and at most 1
 * @param onCall whether they opted in to rotations of kind {@link RotationKind#ON_CALL}
 * @param from first day on the rota (vetted, trained); null: always was
 * @param until last day on the rota, included; null: stays
 * @param novice whether their first stints need an experienced partner
 * @param knows the people they know well enough to be supervised by at ease
 */
public record Member(
        MemberId id,
        String name,
        double share,
        boolean onCall,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Set<String> skills,
        boolean novice,
        Set<MemberId> knows,
        List<DateRange> leave,
        List<Wish> wishes) {
    public Member {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The share (" + share + ") of member (" + id + ") must be above 0 and at most 1.");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "Member (" + id + ") must not leave (" + until + ") before they join (" + from + ").");
        }
        skills = java.util.Collections.unmodifiableSet(new TreeSet<>(skills));
        knows = java.util.Collections.unmodifiableSet(new TreeSet<>(knows));
        leave = List.copyOf(leave);
        wishes = List.copyOf(wishes);
    }

    public Member withLeave(List<DateRange> other) {
        return new Member(id, name, share, onCall, from, until, skills, novice, knows, other, wishes);
    }

    /** The same member, on the rota between other days. */
    public Member onRota(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Member(id, name, share, onCall, first, last, skills, novice, knows, leave, wishes);
    }

    public Member withSkills(Set<String> other) {
        return new Member(id, name, share, onCall, from, until, other, novice, knows, leave, wishes);
    }

    public Member optedIn() {
        return new Member(id, name, share, true, from, until, skills, novice, knows, leave, wishes);
    }

    /** Whether the date lies between {@link #from} and {@link #until}, both included. */
    public boolean isOnRota(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (until == null || !date.isAfter(until));
    }
}
