package org.oncall.rota.intake.opsgenie;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * Reads schedules of Opsgenie: {@code {"data": ...}}, {@code {"schedule": ..., "overrides": [...]}}, a list of either or nothing
 * around. Its rotations call side by side, so those that are ever on call at once are tiers of their own; others share one.
 */
public final class OpsgenieReader {
    private static final int MOST_ROTATIONS = 50;
    private static final int MOST_PARTICIPANTS = 500;
    private static final int MOST_RESTRICTIONS = 200;
    private static final int MOST_OVERRIDES = 20_000;
    private static final long DAY = 86_400;
    private static final Set<String> ROTATION_FIELDS = Set.of(
            "id", "name", "startDate", "endDate", "type", "length", "participants", "timeRestriction", "_parent");

    private final Source source;
    private final Window window;

    private OpsgenieReader(Source source, Window window) {
        this.source = source;
        this.window = window;
    }

    /** The tiers; what cannot be read is an issue of the source. */
    public static List<LiveSchedule> read(Source source, Window window, Item root) {
        Item list = root.get("schedules") != null ? root.get("schedules") : root.get("data");
        List<Item> all = List.of(root);
        if (root.isList()) {
            all = root.elements();
        } else if (list != null) {
            all = list.isList() ? list.elements() : List.of(list);
        }
        List<LiveSchedule> result = new ArrayList<>();
        for (Item around : all) {
            Item inner = around.get("schedule");
            result.addAll(new OpsgenieReader(source, window).schedule(inner == null ? around : inner, around));
        }
        return result;
    }

    /** One rotation and whom it calls. */
    private record Line(String name, String id, int line, List<LiveUser> users, List<LiveShift> shifts) {}

    private List<LiveSchedule> schedule(Item schedule, Item around) {
        Item title = schedule.get("name");
        Fields fields =
                new Fields(source, schedule, "schedule (" + (title == null ? "without a name" : title.shown()) + ")");
        String name = fields.text("name");
        ZoneId zone = fields.zone("timezone");
        List<Item> rotations = fields.list("rotations");
        Item enabled = schedule.get("enabled");
        if (enabled != null && Boolean.FALSE.equals(enabled.value())) {
            source.note(source.file() + ":" + enabled.line() + ": the " + fields.what()
                    + " is switched off in Opsgenie; it is read as if it were on.");
        }
        if (tooMany(fields, rotations.size(), MOST_ROTATIONS, "rotations")) {
            return List.of();
        }
        if (rotations.isEmpty()) {
            fields.missing("rotations", schedule.line());
            return List.of();
        }
        ZoneId itsZone = zone == null ? ZoneId.of("Etc/UTC") : zone;
        List<Item> overrides = around.get("overrides") == null
                ? List.of()
                : new Fields(source, around, fields.what()).list("overrides");
        if (tooMany(fields, overrides.size(), MOST_OVERRIDES, "overrides")) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        try {
            for (Item rotation : rotations) {
                lines.add(rotation(rotation, itsZone, overrides));
            }
            known(overrides, lines);
            return name == null || zone == null ? List.of() : tiers(schedule, name, zone, lines);
        } catch (TooMuch e) {
            tooMuch(fields, e);
            return List.of();
        }
    }

    /** Each rotation goes to the first tier that it never meets. */
    private List<LiveSchedule> tiers(Item schedule, String name, ZoneId zone, List<Line> lines) throws TooMuch {
        List<List<Line>> tiers = new ArrayList<>();
        for (Line line : lines) {
            List<Line> free = tiers.stream()
                    .filter(tier -> tier.stream().noneMatch(other -> meets(other.shifts(), line.shifts())))
                    .findFirst()
                    .orElse(null);
            if (free == null) {
                free = new ArrayList<>();
                tiers.add(free);
            }
            free.add(line);
        }
        List<LiveSchedule> result = new ArrayList<>();
        for (List<Line> tier : tiers) {
            Stack stack = new Stack(source.effort());
            Set<LiveUser> users = new LinkedHashSet<>();
            for (Line line : tier) {
                stack.below(line.shifts());
                users.addAll(line.users());
            }
            boolean one = tiers.size() == 1;
            result.add(new LiveSchedule(
                    source.file(),
                    one ? schedule.line() : tier.getFirst().line(),
                    one ? name : name + " " + tier.getFirst().name(),
                    zone,
                    List.copyOf(users),
                    stack.shifts()));
        }
        return result;
    }

    private static boolean meets(List<LiveShift> some, List<LiveShift> others) {
        int i = 0;
        for (LiveShift other : others) {
            while (i < some.size()
                    && !some.get(i).span().end().isAfter(other.span().start())) {
                i++;
            }
            if (i < some.size() && some.get(i).span().overlaps(other.span())) {
                return true;
            }
        }
        return false;
    }

    private Line rotation(Item item, ZoneId zone, List<Item> overrides) throws TooMuch {
        Item title = item.get("name");
        String name = title == null || title.text() == null ? "rotation on line " + item.line() : title.text();
        String id = item.get("id") == null ? "" : item.get("id").shown();
        Fields fields = new Fields(source, item, "rotation (" + Source.shown(name) + ")");
        fields.knowOnly(ROTATION_FIELDS);
        Instant start = fields.instant("startDate");
        Instant end = fields.optionalInstant("endDate");
        Long unit = unit(fields, item);
        Long length = item.get("length") == null ? Long.valueOf(1) : fields.number("length", 1, 366, "turns' units");
        List<LiveUser> users = new ArrayList<>();
        for (Item participant : fields.list("participants")) {
            LiveUser user = user(participant, fields.what());
            if (user != null) {
                users.add(user);
            }
        }
        if (fields.list("participants").isEmpty()) {
            fields.missing("participants", item.line());
        }
        List<Restriction> restrictions = restrictions(item, fields);
        if (start != null && end != null && !start.isBefore(end)) {
            source.issue(
                    item.line(),
                    "wrong-order",
                    "The endDate (" + end + ") of " + fields.what() + " must be after its startDate (" + start + ").");
            end = null;
        }
        List<LiveShift> shifts = List.of();
        if (start != null
                && unit != null
                && length != null
                && restrictions != null
                && !users.isEmpty()
                && !tooMany(fields, users.size(), MOST_PARTICIPANTS, "participants")) {
            try {
                shifts = new Layer(start, end, start, unit * length, users, restrictions)
                        .shifts(zone, window.hours(zone), source.effort());
            } catch (TooMuch e) {
                tooMuch(fields, e);
            }
        }
        Set<LiveUser> everybody = new LinkedHashSet<>(users);
        List<LiveShift> called = overridden(shifts, name, id, zone, overrides, everybody);
        return new Line(name, id, item.line(), List.copyOf(everybody), called);
    }

    /** The shifts with the overrides of the rotation on top, the last one topmost. */
    private List<LiveShift> overridden(
            List<LiveShift> shifts, String name, String id, ZoneId zone, List<Item> overrides, Set<LiveUser> users)
            throws TooMuch {
        Stack stack = new Stack(source.effort());
        Interval hours = window.hours(zone);
        for (int i = overrides.size() - 1; i >= 0; i--) {
            // Each is read again for each rotation.
            source.effort().spend(4);
            Item item = overrides.get(i);
            Fields fields = new Fields(source, item, "override");
            List<Item> rotations = item.get("rotations") == null ? List.of() : fields.list("rotations");
            if (!rotations.isEmpty() && rotations.stream().noneMatch(rotation -> isNamed(rotation, name, id))) {
                continue;
            }
            Instant start = fields.instant("startDate");
            Instant end = fields.instant("endDate");
            Item user = item.get("user");
            if (user == null) {
                fields.missing("user", item.line());
            }
            LiveUser called = user == null ? null : user(user, "override");
            if (start == null || end == null || called == null) {
                continue;
            }
            users.add(called);
            Instant from = start.isBefore(hours.start()) ? hours.start() : start;
            Instant to = end.isAfter(hours.end()) ? hours.end() : end;
            if (from.isBefore(to)) {
                stack.below(List.of(new LiveShift(new Interval(from, to), called)));
            }
        }
        stack.below(shifts);
        return stack.shifts();
    }

    private void known(List<Item> overrides, List<Line> lines) {
        for (Item override : overrides) {
            for (Item rotation : override.get("rotations") == null
                    ? List.<Item>of()
                    : override.get("rotations").elements()) {
                if (lines.stream().noneMatch(line -> isNamed(rotation, line.name(), line.id()))) {
                    source.issue(
                            rotation.line(),
                            SourceIssue.NOT_UNDERSTOOD,
                            "The rotation of an override does not exist in the schedule.\nMaybe it was renamed: read"
                                    + " schedule and overrides again.");
                }
            }
        }
    }

    private static boolean isNamed(Item rotation, String name, String id) {
        Item itsId = rotation.get("id");
        Item itsName = rotation.get("name");
        return (itsId != null && id.equals(itsId.text())) || (itsName != null && name.equals(itsName.text()));
    }

    private @Nullable Long unit(Fields fields, Item item) {
        String type = fields.text("type");
        return switch (type) {
            case null -> null;
            case "hourly" -> 3_600L;
            case "daily" -> DAY;
            case "weekly" -> 7 * DAY;
            default -> fields.wrong("type", item.get("type"), "hourly, daily or weekly");
        };
    }

    private @Nullable LiveUser user(Item item, String of) {
        Fields fields = new Fields(source, item, "participant of " + of);
        String type = item.get("type") == null ? "user" : fields.text("type");
        if (!"user".equals(type)) {
            source.issue(
                    item.line(),
                    SourceIssue.NOT_UNDERSTOOD,
                    "A participant of " + of + " is of type (" + (type == null ? "unknown" : Source.shown(type))
                            + "), and who that is cannot be known from this file.\nMaybe list the users themselves.");
            return null;
        }
        Item id = item.get("id");
        Item username = item.get("username");
        String known = id != null ? id.text() : username == null ? null : username.text();
        if (known == null || known.isBlank()) {
            fields.missing("id", item.line());
            return null;
        }
        String name = username == null || username.text() == null ? known : username.text();
        return LiveUser.of(known, name);
    }

    /** The restrictions; null where one could not be read, which is an issue then. */
    private @Nullable List<Restriction> restrictions(Item rotation, Fields its) {
        Item item = rotation.get("timeRestriction");
        if (item == null) {
            return List.of();
        }
        Fields fields = new Fields(source, item, "timeRestriction of " + its.what());
        String type = fields.text("type");
        boolean daily = "time-of-day".equals(type);
        if (type != null && !daily && !type.equals("weekday-and-time-of-day")) {
            fields.wrong("type", item.get("type"), "time-of-day or weekday-and-time-of-day");
            return null;
        }
        List<Item> written = new ArrayList<>();
        if (daily && item.get("restriction") != null) {
            written.add(item.get("restriction"));
        } else {
            written.addAll(fields.list("restrictions"));
        }
        if (type == null || written.isEmpty() || tooMany(fields, written.size(), MOST_RESTRICTIONS, "restrictions")) {
            if (written.isEmpty()) {
                fields.missing(daily ? "restriction" : "restrictions", item.line());
            }
            return null;
        }
        List<Restriction> result = new ArrayList<>();
        for (Item one : written) {
            Restriction read = restriction(new Fields(source, one, "restriction of " + its.what()), daily);
            if (read == null) {
                return null;
            }
            result.add(read);
        }
        return result;
    }

    private @Nullable Restriction restriction(Fields fields, boolean daily) {
        Long startHour = fields.number("startHour", 0, 23, "hours");
        Long startMin = fields.number("startMin", 0, 59, "minutes");
        Long endHour = fields.number("endHour", 0, 24, "hours");
        Long endMin = fields.number("endMin", 0, 59, "minutes");
        DayOfWeek startDay = daily ? null : fields.day("startDay");
        DayOfWeek endDay = daily ? null : fields.day("endDay");
        if (startHour == null || startMin == null || endHour == null || endMin == null) {
            return null;
        }
        long seconds = (endHour - startHour) * 3_600 + (endMin - startMin) * 60;
        if (!daily) {
            if (startDay == null || endDay == null) {
                return null;
            }
            seconds += (endDay.getValue() - startDay.getValue()) * DAY;
        }
        long round = daily ? DAY : 7 * DAY;
        seconds = Math.floorMod(seconds, round);
        return new Restriction(
                startDay, LocalTime.of(startHour.intValue(), startMin.intValue()), seconds == 0 ? round : seconds);
    }

    private void tooMuch(Fields fields, TooMuch e) {
        source.issue(
                fields.line(),
                SourceIssue.TOO_MANY,
                "The " + fields.what() + " must have " + e.getMessage() + ".\nMaybe look at a shorter period.");
    }

    private boolean tooMany(Fields fields, int count, int most, String what) {
        if (count <= most) {
            return false;
        }
        source.issue(
                fields.line(),
                SourceIssue.TOO_MANY,
                "The " + fields.what() + " must have at most " + most + " " + what + ".");
        return true;
    }
}
