package org.oncall.rota.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.intake.ical.AbsenceFeed;
import org.oncall.rota.intake.ical.TitleNames;
import org.oncall.rota.wire.MemberJson;

/**
 * An absence feed of a whole team: whose each event is, its title says.
 *
 * @param whose by UID of the event, whom it names
 */
record TeamFeed(AbsenceFeed feed, Map<String, TitleNames.Named> whose) {
    static TeamFeed of(AbsenceFeed feed, List<MemberJson> members) {
        TitleNames names = new TitleNames(members.stream()
                .map(member -> new TitleNames.Person(String.valueOf(member.id()), String.valueOf(member.name())))
                .toList());
        SortedMap<String, TitleNames.Named> whose = new TreeMap<>();
        feed.titles().forEach((uid, title) -> whose.put(uid, names.in(title)));
        return new TeamFeed(feed, whose);
    }

    /** What the feed says of one member: events that do not name them any more, and cancelled ones, have no days. */
    AbsenceFeed of(String member) {
        SortedMap<String, List<DateRange>> days = new TreeMap<>();
        feed.days().forEach((uid, all) -> {
            List<String> named = named(uid);
            if (named.contains(member)) {
                days.put(uid, all);
            } else if (!named.isEmpty() || all.isEmpty()) {
                days.put(uid, List.of());
            }
        });
        return new AbsenceFeed(feed.name(), days, feed.titles(), feed.notes());
    }

    private List<String> named(String uid) {
        TitleNames.Named named = whose.get(uid);
        return named == null ? List.of() : named.ids();
    }

    /** Titles of the events that name nobody, sorted. */
    List<String> others() {
        TreeSet<String> titles = new TreeSet<>();
        feed.titles().forEach((uid, title) -> {
            if (named(uid).isEmpty()
                    && !feed.days().getOrDefault(uid, List.of()).isEmpty()) {
                titles.add(title);
            }
        });
        return List.copyOf(titles);
    }

    /** What was read otherwise than it says, and whom else an event may be about. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(feed.notes());
        whose.forEach((uid, named) -> notes.addAll(named.doubts(feed.titles().getOrDefault(uid, uid))));
        return notes;
    }
}
