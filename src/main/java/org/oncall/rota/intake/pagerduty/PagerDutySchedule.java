package org.oncall.rota.intake.pagerduty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.intake.live.Fields;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.Layer;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.LiveShift;
import org.oncall.rota.intake.live.LiveUser;
import org.oncall.rota.intake.live.Restriction;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Stack;
import org.oncall.rota.intake.live.TooMuch;
import org.oncall.rota.intake.live.Window;

/**
 * One schedule of PagerDuty, in the names of its API or of its Terraform provider: the override made last hides those before,
 * overrides hide layers, and a higher layer hides a lower one wherever it calls somebody.
 */
public final class PagerDutySchedule {
    private static final int MOST_LAYERS = 2_000;
    private static final int MOST_OVERRIDES = 20_000;
    private static final int MOST_USERS = 500;
    private static final int MOST_RESTRICTIONS = 200;
    private static final long SHORTEST_TURN = 3_600;
    private static final long LONGEST_TURN = 365L * 86_400;
    private static final long DAY = 86_400;

    /** A user of the configuration, by resource or data source, perhaps one of several of that name. */
    private static final Pattern USER = Pattern.compile(
            "(?:data\\.)?pagerduty_user\\.(?<name>[\\w-]{1,200})(?:\\[\"?(?<key>[^\"\\]]{1,200})\"?\\])?\\.id");

    private static final Set<String> LAYER_FIELDS = Set.of(
            "id",
            "type",
            "summary",
            "self",
            "html_url",
            "name",
            "start",
            "end",
            "rotation_virtual_start",
            "rotation_turn_length_seconds",
            "users",
            "restrictions",
            "restriction",
            "rendered_schedule_entries",
            "rendered_coverage_percentage");
    private static final Set<String> RESTRICTION_FIELDS =
            Set.of("type", "start_time_of_day", "duration_seconds", "start_day_of_week");

    private final Source source;
    private final Window window;
    private final Set<LiveUser> users = new LinkedHashSet<>();

    private PagerDutySchedule(Source source, Window window) {
        this.source = source;
        this.window = window;
    }

    /**
     * Reads one.
     *
     * @param schedule with {@code name}, {@code time_zone} and {@code schedule_layers} or {@code layer}
     * @param overrides the latest last
     * @return null where it could not be read, which is an issue of the source then
     */
    public static @Nullable LiveSchedule read(Source source, Window window, Item schedule, List<Item> overrides) {
        return new PagerDutySchedule(source, window).schedule(schedule, overrides);
    }

    private @Nullable LiveSchedule schedule(Item schedule, List<Item> overrides) {
        Fields fields = new Fields(source, schedule, "schedule (" + named(schedule) + ")");
        String name = fields.text("name");
        ZoneId zone = fields.zone("time_zone");
        List<Item> layers = new ArrayList<>(fields.list(schedule.get("layer") != null ? "layer" : "schedule_layers"));
        if (tooMany(fields, layers.size(), MOST_LAYERS, "layers")
                || tooMany(fields, overrides.size(), MOST_OVERRIDES, "overrides")) {
            return null;
        }
        if (layers.isEmpty() && overrides.isEmpty()) {
            source.issue(
                    schedule.line(),
                    SourceIssue.MISSING,
                    "The " + fields.what() + " must have layers or overrides.\nMaybe ask for each schedule by itself:"
                            + " lists of schedules come without their layers.");
            return null;
        }
        // Answers list the highest layer first; what is sent, and Terraform, the lowest.
        if (schedule.get("id") == null) {
            Collections.reverse(layers);
        }
        if (name == null || zone == null) {
            layers.forEach(layer -> layer(layer, ZoneId.of("Etc/UTC")));
            return null;
        }
        try {
            return stacked(schedule, overrides, fields, layers, name, zone);
        } catch (TooMuch e) {
            tooMuch(fields, e);
            return null;
        }
    }

    private @Nullable LiveSchedule stacked(
            Item schedule, List<Item> overrides, Fields fields, List<Item> layers, String name, ZoneId zone)
            throws TooMuch {
        Interval hours = window.hours(zone);
        Stack stack = new Stack(source.effort());
        for (int i = overrides.size() - 1; i >= 0; i--) {
            stack.below(override(overrides.get(i), hours));
        }
        boolean overlap = false;
        int pieces = 0;
        for (Item item : layers) {
            List<LiveShift> own = layer(item, zone);
            pieces += own.size();
            if (pieces > Layer.MOST_PIECES) {
                throw Layer.tooManyPieces();
            }
            Stack.Placed placed = stack.below(own);
            boolean hidden = !own.isEmpty() && !placed.shown();
            overlap |= !placed.whole() && layers.size() > 1;
            if (hidden) {
                source.note(source.file() + ":" + item.line() + ": the layer (" + named(item) + ") of " + fields.what()
                        + " calls nobody in the period, as what is above hides it everywhere.");
            }
        }
        if (schedule.get("id") != null && overlap) {
            source.note(source.file() + ":" + schedule.line() + ": the layers of " + fields.what()
                    + " overlap; it has an id, so it is read as an answer, which lists the highest layer first.");
        }
        return new LiveSchedule(source.file(), schedule.line(), name, zone, List.copyOf(users), stack.shifts());
    }

    private List<LiveShift> override(Item item, Interval hours) {
        Fields fields = new Fields(source, item, "override");
        Instant start = fields.instant("start");
        Instant end = fields.instant("end");
        Item user = item.get("user");
        LiveUser called = user == null ? null : user(user);
        if (user == null) {
            fields.missing("user", item.line());
        }
        if (start == null || end == null || called == null || isBackwards(fields, start, end)) {
            return List.of();
        }
        users.add(called);
        Instant from = start.isBefore(hours.start()) ? hours.start() : start;
        Instant to = end.isAfter(hours.end()) ? hours.end() : end;
        return from.isBefore(to) ? List.of(new LiveShift(new Interval(from, to), called)) : List.of();
    }

    private List<LiveShift> layer(Item item, ZoneId zone) {
        Fields fields = new Fields(source, item, "layer (" + named(item) + ")");
        fields.knowOnly(LAYER_FIELDS);
        Instant start = fields.instant("start");
        Instant end = fields.optionalInstant("end");
        Instant virtual = fields.instant("rotation_virtual_start");
        Long seconds = fields.number("rotation_turn_length_seconds", SHORTEST_TURN, LONGEST_TURN, "seconds");
        List<LiveUser> turns = new ArrayList<>();
        Item people = item.get("users");
        for (Item user : fields.list("users")) {
            LiveUser read = user(user);
            if (read != null) {
                turns.add(read);
            }
        }
        users.addAll(turns);
        List<Restriction> restrictions = new ArrayList<>();
        List<Item> written = fields.list(item.get("restriction") != null ? "restriction" : "restrictions");
        boolean restricted = true;
        for (Item restriction : written) {
            Restriction read = restriction(restriction, fields.what());
            restricted &= read != null;
            if (read != null) {
                restrictions.add(read);
            }
        }
        if (turns.isEmpty()) {
            if (people == null || (people.isList() && people.elements().isEmpty())) {
                fields.missing("users", item.line());
            }
            return List.of();
        }
        if (tooMany(fields, turns.size(), MOST_USERS, "users")
                || tooMany(fields, restrictions.size(), MOST_RESTRICTIONS, "restrictions")
                || !restricted
                || start == null
                || virtual == null
                || seconds == null
                || (end != null && isBackwards(fields, start, end))) {
            return List.of();
        }
        try {
            return new Layer(start, end, virtual, seconds, turns, restrictions)
                    .shifts(zone, window.hours(zone), source.effort());
        } catch (TooMuch e) {
            tooMuch(fields, e);
            return List.of();
        }
    }

    private @Nullable Restriction restriction(Item item, String layer) {
        Fields fields = new Fields(source, item, "restriction of " + layer);
        fields.knowOnly(RESTRICTION_FIELDS);
        String type = fields.text("type");
        boolean weekly = "weekly_restriction".equals(type);
        if (type != null && !weekly && !type.equals("daily_restriction")) {
            fields.wrong("type", item.get("type"), "daily_restriction or weekly_restriction");
            type = null;
        }
        Long seconds = fields.number("duration_seconds", 1, weekly ? 7 * DAY : DAY, "seconds");
        Long day = weekly ? fields.number("start_day_of_week", 1, 7, "(1 is Monday)") : Long.valueOf(1);
        String time = fields.text("start_time_of_day");
        if (type == null || seconds == null || day == null || time == null) {
            return null;
        }
        try {
            return new Restriction(
                    weekly ? DayOfWeek.of(day.intValue()) : null, LocalTime.parse(time.strip()), seconds);
        } catch (DateTimeParseException e) {
            return fields.wrong("start_time_of_day", item.get("start_time_of_day"), "a time such as 09:00:00");
        }
    }

    private @Nullable LiveUser user(Item item) {
        Item inner = item.get("user") != null ? item.get("user") : item;
        Item id = inner == null ? null : inner.isObject() ? inner.get("id") : inner;
        if (inner == null || id == null) {
            new Fields(source, item, "user").missing("id", item.line());
            return null;
        }
        if (id.value() instanceof Item.Reference reference) {
            return referred(id, reference.text());
        }
        String text = id.text();
        if (text == null || text.isBlank()) {
            return new Fields(source, item, "layer").wrong("user", id, "the id of a user");
        }
        Item summary = inner.get("summary") != null ? inner.get("summary") : inner.get("name");
        String name = summary == null ? null : summary.text();
        return name == null || name.isBlank() ? LiveUser.of(text) : LiveUser.of(text, name);
    }

    /** A user by the address of the resource or data source that holds them, which tells one from another. */
    private @Nullable LiveUser referred(Item item, String reference) {
        Matcher parts = USER.matcher(reference);
        if (parts.matches()) {
            String key = parts.group("key");
            return new LiveUser(
                    reference.substring(0, reference.length() - ".id".length()),
                    key == null ? parts.group("name") : key);
        }
        source.issue(
                item.line(),
                SourceIssue.NOT_UNDERSTOOD,
                "The user (" + item.shown()
                        + ") must be an id or the id of a pagerduty_user: nothing is evaluated here,"
                        + " and nothing guessed.\nMaybe read the schedule from the API instead.");
        return null;
    }

    private boolean isBackwards(Fields fields, Instant start, Instant end) {
        if (start.isBefore(end)) {
            return false;
        }
        source.issue(
                fields.line(),
                "wrong-order",
                "The end (" + end + ") of " + fields.what() + " must be after its start (" + start + ").");
        return true;
    }

    private boolean tooMany(Fields fields, int count, int most, String what) {
        if (count <= most) {
            return false;
        }
        source.issue(
                fields.line(),
                SourceIssue.TOO_MANY,
                "The " + fields.what() + " must have at most " + most + " " + what
                        + ".\nMaybe remove what has ended, or look at a shorter period.");
        return true;
    }

    private void tooMuch(Fields fields, TooMuch e) {
        source.issue(
                fields.line(),
                SourceIssue.TOO_MANY,
                "The " + fields.what() + " must have " + e.getMessage() + ".\nMaybe look at a shorter period.");
    }

    private static String named(Item item) {
        Item name = item.get("name");
        return name == null ? "without a name" : name.shown();
    }
}
