package org.oncall.rota.intake.pagerduty;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.intake.live.Fields;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.LiveShift;
import org.oncall.rota.intake.live.LiveUser;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;

/**
 * One schedule of version 3 of the API whose shifts are all written out, as custom shifts. They do not hide each other: where two
 * overlap, both call. Rotations of events, and overrides, are not understood.
 */
final class CustomShifts {
    private static final int MOST_SHIFTS = 20_000;
    private static final String SHIFTS = "custom_shifts";

    /** What says who is on call besides custom shifts. */
    private static final List<String> OTHERS = List.of("rotations", "overrides", "override_shifts", "events");

    private static final Set<String> SHIFT_FIELDS =
            Set.of("id", "type", "self", "html_url", "summary", "schedule_id", "start_time", "end_time", "assignments");
    private static final Set<String> ASSIGNMENT_FIELDS = Set.of("id", "type", "self", "html_url", "summary", "member");

    private final Source source;

    private CustomShifts(Source source) {
        this.source = source;
    }

    /** Whether a schedule, or what stands around it, is of version 3. */
    static boolean isAny(Item schedule, Item around) {
        return first(schedule, around, SHIFTS) != null || first(schedule, around, "rotations") != null;
    }

    /**
     * Reads one.
     *
     * @param schedule with {@code name} and {@code time_zone}
     * @param around what may have the shifts in its stead, as bodies of requests do
     * @return null where it could not be read, which is an issue of the source then
     */
    static @Nullable LiveSchedule read(Source source, Window window, Item schedule, Item around) {
        return new CustomShifts(source).schedule(window, schedule, around);
    }

    private @Nullable LiveSchedule schedule(Window window, Item schedule, Item around) {
        String named = schedule.get("name") == null && schedule.get("summary") != null ? "summary" : "name";
        Item title = schedule.get(named);
        Fields fields =
                new Fields(source, schedule, "schedule (" + (title == null ? "without a name" : title.shown()) + ")");
        String name = fields.text(named);
        ZoneId zone = fields.zone("time_zone");
        boolean understood = true;
        for (String other : OTHERS) {
            Item found = first(schedule, around, other);
            if (found != null && !(found.isList() && found.elements().isEmpty())) {
                understood = false;
                source.issue(
                        found.line(),
                        SourceIssue.NOT_UNDERSTOOD,
                        "The field (" + other + ") of the " + fields.what()
                                + " is not understood: of version 3 only custom shifts are.\nMaybe bring it as a"
                                + " calendar.");
            }
        }
        Item written = first(schedule, around, SHIFTS);
        if (written == null) {
            if (understood) {
                fields.missing(SHIFTS, schedule.line());
            }
            return null;
        }
        if (!written.isList()) {
            fields.wrong(SHIFTS, written, "a list");
            return null;
        }
        if (written.elements().size() > MOST_SHIFTS) {
            source.issue(
                    written.line(),
                    SourceIssue.TOO_MANY,
                    "The " + fields.what() + " must have at most " + MOST_SHIFTS
                            + " custom shifts.\nMaybe ask for those of a shorter period.");
            return null;
        }
        Interval hours = window.hours(zone == null ? ZoneId.of("Etc/UTC") : zone);
        List<LiveShift> shifts = new ArrayList<>();
        for (Item item : written.elements()) {
            LiveShift shift = shift(item, hours);
            if (shift != null) {
                shifts.add(shift);
            }
        }
        shifts.sort(Comparator.comparing((LiveShift shift) -> shift.span().start())
                .thenComparing(shift -> shift.user().id()));
        Set<LiveUser> users = new LinkedHashSet<>();
        shifts.forEach(shift -> users.add(shift.user()));
        return name == null || zone == null || !understood
                ? null
                : new LiveSchedule(source.file(), schedule.line(), name, zone, List.copyOf(users), shifts);
    }

    /** The shift, cut to the hours; null where it lies outside of them, or has an issue. */
    private @Nullable LiveShift shift(Item item, Interval hours) {
        Fields fields = new Fields(source, item, "custom shift");
        fields.knowOnly(SHIFT_FIELDS);
        Instant start = fields.instant("start_time");
        Instant end = fields.instant("end_time");
        List<Item> assignments = fields.list("assignments");
        if (assignments.size() != 1) {
            source.issue(
                    item.line(),
                    SourceIssue.NOT_UNDERSTOOD,
                    "The custom shift must have one assignment, but has " + assignments.size() + ".");
            return null;
        }
        LiveUser user = user(assignments.getFirst());
        if (start == null || end == null || user == null) {
            return null;
        }
        if (!start.isBefore(end)) {
            source.issue(
                    item.line(),
                    "wrong-order",
                    "The end_time (" + end + ") of the custom shift must be after its start_time (" + start + ").");
            return null;
        }
        Instant from = start.isBefore(hours.start()) ? hours.start() : start;
        Instant to = end.isAfter(hours.end()) ? hours.end() : end;
        if (!from.isBefore(to)) {
            return null;
        }
        return new LiveShift(new Interval(from, to), user);
    }

    private @Nullable LiveUser user(Item assignment) {
        Fields fields = new Fields(source, assignment, "assignment");
        fields.knowOnly(ASSIGNMENT_FIELDS);
        Item member = assignment.get("member");
        if (member == null) {
            fields.missing("member", assignment.line());
            return null;
        }
        Fields its = new Fields(source, member, "member of an assignment");
        String type = its.text("type");
        if (type == null) {
            return null;
        }
        if (!type.equals("user_member")) {
            source.issue(
                    member.line(),
                    SourceIssue.NOT_UNDERSTOOD,
                    "A member is of type (" + Source.shown(type)
                            + "), and whom that calls cannot be known from this file.");
            return null;
        }
        String id = its.text("user_id");
        if (id == null || id.isBlank()) {
            return id == null ? null : its.wrong("user_id", member.get("user_id"), "the id of a user");
        }
        Item summary = member.get("summary");
        String name = summary == null ? null : summary.text();
        return name == null || name.isBlank() ? LiveUser.of(id) : LiveUser.of(id, name);
    }

    private static @Nullable Item first(Item schedule, Item around, String field) {
        return schedule.get(field) != null ? schedule.get(field) : around.get(field);
    }
}
