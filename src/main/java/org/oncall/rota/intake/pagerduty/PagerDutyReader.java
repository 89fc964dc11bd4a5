package org.oncall.rota.intake.pagerduty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;

/**
 * Reads schedules of version 2 of the API: {@code {"schedule": ...}}, a list under {@code schedules} or nothing around, each with
 * the {@code overrides} beside it, or those that an answer renders. Newer schedules, with rotations of events, are not understood.
 */
public final class PagerDutyReader {
    private static final Set<String> NEWER = Set.of("rotations", "custom_shifts");

    private PagerDutyReader() {}

    /** The schedules, a tier each; what cannot be read is an issue of the source. */
    public static List<LiveSchedule> read(Source source, Window window, Item root) {
        List<LiveSchedule> result = new ArrayList<>();
        List<Item> all = root.isList() ? root.elements() : List.of(root);
        if (root.get("schedules") != null) {
            all = root.get("schedules").elements();
        }
        for (Item around : all) {
            Item inner = around.get("schedule");
            Item schedule = inner != null && inner.isObject() ? inner : around;
            if (!schedule.isObject()) {
                source.issue(
                        schedule.line(),
                        SourceIssue.WRONG_TYPE,
                        "A schedule must be an object, but is " + schedule.shown() + ".");
                continue;
            }
            Item newer = newer(schedule, around);
            if (newer != null) {
                source.issue(
                        newer.line(),
                        SourceIssue.NOT_UNDERSTOOD,
                        "Rotations and custom shifts of version 3 are not understood.\nMaybe export the schedule as a"
                                + " calendar.");
                continue;
            }
            LiveSchedule read = PagerDutySchedule.read(source, window, schedule, overrides(source, schedule, around));
            if (read != null) {
                result.add(read);
            }
        }
        return result;
    }

    private static @Nullable Item newer(Item schedule, Item around) {
        for (String field : NEWER) {
            for (Item place : List.of(schedule, around)) {
                Item found = place.get(field);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static List<Item> overrides(Source source, Item schedule, Item around) {
        Item given = around.get("overrides") != null ? around.get("overrides") : schedule.get("overrides");
        if (given != null) {
            if (!given.isList()) {
                source.issue(
                        given.line(),
                        SourceIssue.WRONG_TYPE,
                        "The overrides must be a list, but are " + given.shown() + ".");
            }
            return given.elements();
        }
        Item rendered = schedule.get("overrides_subschedule");
        Item entries = rendered == null ? null : rendered.get("rendered_schedule_entries");
        return entries == null ? List.of() : entries.elements();
    }
}
