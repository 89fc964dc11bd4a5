package org.oncall.rota.intake.files;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.intake.Bound;
import org.oncall.rota.intake.Issue;
import org.oncall.rota.intake.IssueCode;
import org.oncall.rota.intake.RotaIntake;
import org.oncall.rota.intake.Zones;
import org.oncall.rota.intake.ical.AbsenceFeed;
import org.oncall.rota.intake.ical.BadFeed;
import org.oncall.rota.intake.ical.FeedReader;
import org.oncall.rota.intake.ical.TitleNames;
import org.oncall.rota.wire.LeaveFileAnswer;
import org.oncall.rota.wire.LeaveFileRequest;
import org.oncall.rota.wire.LeaveJson;
import org.oncall.rota.wire.PersonJson;

/** A calendar of absences as the leave of one member, or of those whom the titles of its events name. */
public final class LeaveCalendar {
    private static final String ZONE = "Europe/London";
    private static final int MOST_MEMBERS = 200;
    private static final int LONGEST_SHOWN = 80;

    private final List<Issue> issues = new ArrayList<>();

    private LeaveCalendar() {}

    /**
     * Reads a {@link LeaveFileRequest}: JSON in UTF-8.
     *
     * @param today around which leave is of interest where the request does not say
     */
    public static Bound<LeaveFileAnswer> read(byte[] json, RotaIntake intake, LocalDate today) {
        Bound<LeaveFileRequest> bound = intake.readFields(json, LeaveFileRequest.class);
        LeaveFileRequest given = bound.value();
        if (given == null || !bound.issues().isEmpty()) {
            return new Bound<>(null, bound.issues());
        }
        LeaveCalendar reader = new LeaveCalendar();
        LeaveFileAnswer answer = reader.read(given, today);
        return new Bound<>(answer, reader.issues);
    }

    private @Nullable LeaveFileAnswer read(LeaveFileRequest given, LocalDate today) {
        String zone = Objects.requireNonNullElse(given.zone(), ZONE);
        ZoneId known = Zones.find(zone);
        if (known == null) {
            issue(
                    IssueCode.UNKNOWN_ZONE,
                    "/zone",
                    "The zone (" + shown(zone) + ") must be a time zone of the IANA list.\nMaybe " + ZONE + "?");
        }
        LocalDate from = from(given.from(), today);
        List<TitleNames.Person> people = people(given.members() == null ? List.of() : given.members());
        String calendar = given.calendar();
        if (calendar == null) {
            issue(
                    IssueCode.MISSING,
                    "/calendar",
                    "The calendar is missing.\nMaybe write all that is in the file, from BEGIN:VCALENDAR on.");
        }
        if (calendar == null || known == null || !issues.isEmpty()) {
            return null;
        }
        try {
            AbsenceFeed feed = new FeedReader(known, AbsenceFeed.Window.around(from))
                    .read(calendar.getBytes(StandardCharsets.UTF_8));
            return answer(feed, people, Objects.requireNonNullElse(given.name(), ""));
        } catch (BadFeed bad) {
            issues.add(bad.issue().at("/calendar"));
            return null;
        }
    }

    private LocalDate from(@Nullable String given, LocalDate today) {
        try {
            return given == null ? today : LocalDate.parse(given);
        } catch (DateTimeException e) {
            issue(
                    IssueCode.BAD_DATE,
                    "/from",
                    "The from (" + shown(given) + ") must be a date.\nMaybe write 2027-01-05, or leave it out.");
            return today;
        }
    }

    private List<TitleNames.Person> people(List<PersonJson> given) {
        if (given.size() > MOST_MEMBERS) {
            issue(
                    IssueCode.TOO_MANY,
                    "/members",
                    "The members (" + given.size() + ") must be at most " + MOST_MEMBERS + ", as those of a team are.");
            return List.of();
        }
        List<TitleNames.Person> people = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            PersonJson person = given.get(i);
            String name = person.name() == null ? person.id() : person.name();
            if (name == null) {
                issue(
                        IssueCode.MISSING,
                        "/members/" + i + "/name",
                        "The name of the member in /members/" + i + " is missing.\nMaybe write \"Ana\".");
            } else {
                people.add(new TitleNames.Person(Objects.requireNonNullElse(person.id(), name), name));
            }
        }
        return people;
    }

    private static LeaveFileAnswer answer(AbsenceFeed feed, List<TitleNames.Person> people, String fileName) {
        TitleNames names = new TitleNames(people);
        Map<String, List<DateRange>> named = new HashMap<>();
        List<LeaveFileAnswer.Other> others = new ArrayList<>();
        List<String> notes = new ArrayList<>(feed.notes());
        feed.days().forEach((uid, days) -> {
            String title = Objects.requireNonNull(feed.titles().get(uid));
            TitleNames.Named whom = names.in(title);
            whom.ids()
                    .forEach(member -> named.computeIfAbsent(member, id -> new ArrayList<>())
                            .addAll(days));
            if (whom.ids().isEmpty() && !days.isEmpty()) {
                others.add(new LeaveFileAnswer.Other(shown(title), leave(days)));
            }
            notes.addAll(whom.doubts(shown(title)));
        });
        List<String> of = names.in(feed.name().isEmpty() ? fileName.replaceFirst("\\.\\w{1,9}$", "") : feed.name())
                .ids();
        return new LeaveFileAnswer(
                of.size() == 1 ? of.getFirst() : null,
                leave(feed.allDays()),
                people.stream()
                        .map(TitleNames.Person::id)
                        .distinct()
                        .filter(id -> !named.getOrDefault(id, List.of()).isEmpty())
                        .map(id -> new LeaveFileAnswer.Named(
                                id, leave(AbsenceFeed.joined(named.getOrDefault(id, List.of())))))
                        .toList(),
                others,
                notes);
    }

    private static List<LeaveJson> leave(List<DateRange> days) {
        return days.stream()
                .map(range ->
                        new LeaveJson(range.first().toString(), range.last().toString()))
                .toList();
    }

    private void issue(IssueCode code, String pointer, String sentence) {
        issues.add(new Issue(code.kind(), code.code(), pointer, sentence));
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
