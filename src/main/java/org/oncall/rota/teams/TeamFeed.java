package org.oncall.rota.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.intake.ical.AbsenceFeed;
import org.oncall.rota.intake.ical.TitleNames;
import org.oncall.rota.wire.MemberJson;

/**
 * An absence feed of a whole team: whose each event is, its title says.
 *
 * @param whose by UID of the event, the ids of those whom it names
 */
record TeamFeed(AbsenceFeed feed, Map<String, List<String>> whose) {
    static TeamFeed of(AbsenceFeed feed, List<MemberJson> members) {
        TitleNames names = new TitleNames(members.stream()
                .map(member -> new TitleNames.Person(String.valueOf(member.id()), String.valueOf(member.name())))
                .toList());
        return new TeamFeed(
                feed,
                feed.titles().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> names.in(entry.getValue()))));
    }

    /** What the feed says of one member: events that do not name them any more, and cancelled ones, have no days. */
    AbsenceFeed of(String member) {
        SortedMap<String, List<DateRange>> days = new TreeMap<>();
        feed.days().forEach((uid, all) -> {
            List<String> named = whose.getOrDefault(uid, List.of());
            if (named.contains(member)) {
                days.put(uid, all);
            } else if (!named.isEmpty() || all.isEmpty()) {
                days.put(uid, List.of());
            }
        });
        return new AbsenceFeed(feed.name(), days, feed.titles(), feed.notes());
    }

    /** Titles of the events that name nobody, sorted. */
    List<String> others() {
        TreeSet<String> titles = new TreeSet<>();
        feed.titles().forEach((uid, title) -> {
            if (whose.getOrDefault(uid, List.of()).isEmpty()
                    && !feed.days().getOrDefault(uid, List.of()).isEmpty()) {
                titles.add(title);
            }
        });
        return new ArrayList<>(titles);
    }

    List<String> notes() {
        return feed.notes();
    }
}
