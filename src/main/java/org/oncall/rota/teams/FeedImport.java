package org.oncall.rota.teams;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.intake.ical.AbsenceFeed;
import org.oncall.rota.store.Absences;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.LeaveRow;
import org.oncall.rota.wire.MemberJson;

/**
 * What a feed makes of a member's leave. Leave that somebody entered by hand is never taken out, even if a feed says the same.
 *
 * @param member with the leave they have then
 * @param absences which of that came from which event
 */
record FeedImport(
        MemberJson member,
        List<Absences.Absence> absences,
        List<LeaveRow> added,
        List<LeaveRow> removed,
        List<String> notes) {

    static FeedImport of(MemberJson member, List<Absences.Absence> known, AbsenceFeed feed) {
        Set<DateRange> there = Leave.days(member);
        Set<DateRange> byHand = new LinkedHashSet<>(there);
        known.forEach(absence -> byHand.remove(absence.days()));
        List<Absences.Absence> absences = new ArrayList<>();
        // What was taken out by hand does not come back because the feed is silent about it.
        known.stream()
                .filter(absence -> !feed.days().containsKey(absence.uid()) && there.contains(absence.days()))
                .forEach(absences::add);
        for (Map.Entry<String, List<DateRange>> event : feed.days().entrySet()) {
            event.getValue().stream()
                    .filter(days -> !byHand.contains(days))
                    .forEach(days -> absences.add(new Absences.Absence(event.getKey(), days)));
        }
        Set<DateRange> then = new LinkedHashSet<>(byHand);
        absences.forEach(absence -> then.add(absence.days()));
        List<LeaveRow> added = absences.stream()
                .filter(absence -> !there.contains(absence.days()))
                .map(FeedImport::row)
                .toList();
        List<LeaveRow> removed = known.stream()
                .filter(absence -> there.contains(absence.days()) && !then.contains(absence.days()))
                .map(FeedImport::row)
                .toList();
        List<LeaveJson> leave = then.stream()
                .map(days -> new LeaveJson(days.first().toString(), days.last().toString()))
                .toList();
        return new FeedImport(Leave.only(member, leave), absences, added, removed, feed.notes());
    }

    boolean isNothing() {
        return added.isEmpty() && removed.isEmpty();
    }

    private static LeaveRow row(Absences.Absence absence) {
        String from = absence.days().first().toString();
        String to = absence.days().last().toString();
        return new LeaveRow(from + "_" + to, from, to, absence.uid());
    }
}
