package org.oncall.rota.teams;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.LeaveRow;
import org.oncall.rota.wire.MemberJson;

/** The leave of a member that was accepted: every date is there. */
final class Leave {
    private static final Comparator<LeaveJson> BY_DAYS = Comparator.comparing(
                    (LeaveJson leave) -> String.valueOf(leave.from()))
            .thenComparing(leave -> String.valueOf(leave.to()));

    private Leave() {}

    static List<LeaveJson> of(MemberJson member) {
        return member.leave() == null ? List.of() : member.leave();
    }

    static LeaveRow row(LeaveJson leave) {
        String from = String.valueOf(leave.from());
        String to = String.valueOf(leave.to());
        return new LeaveRow(from + "_" + to, from, to, null);
    }

    static DateRange days(LeaveRow row) {
        return new DateRange(LocalDate.parse(row.from()), LocalDate.parse(row.to()));
    }

    /** In the order of the member's leave. */
    static Set<DateRange> days(MemberJson member) {
        Set<DateRange> days = new LinkedHashSet<>();
        of(member).forEach(leave -> days.add(days(row(leave))));
        return days;
    }

    /** The same, imported from that event; null: from none. */
    static LeaveRow withUid(LeaveRow row, @Nullable String uid) {
        return new LeaveRow(row.id(), row.from(), row.to(), uid);
    }

    static List<LeaveRow> rows(MemberJson member) {
        return of(member).stream().sorted(BY_DAYS).map(Leave::row).distinct().toList();
    }

    static MemberJson sorted(MemberJson member) {
        return with(member, of(member).stream().sorted(BY_DAYS).distinct().toList());
    }

    static MemberJson without(MemberJson member, LeaveRow row) {
        return with(
                member,
                of(member).stream()
                        .filter(each -> !row(each).id().equals(row.id()))
                        .toList());
    }

    /** The member with that leave and no other. */
    static MemberJson only(MemberJson member, List<LeaveJson> leave) {
        return sorted(with(member, leave));
    }

    private static MemberJson with(MemberJson member, List<LeaveJson> leave) {
        return new MemberJson(
                member.id(),
                member.name(),
                member.share(),
                member.onCall(),
                member.from(),
                member.until(),
                member.skills(),
                member.novice(),
                member.knows(),
                leave,
                member.wishes());
    }
}
