package org.oncall.rota.intake.pagerduty;

import java.util.ArrayList;
import java.util.List;
import org.oncall.rota.intake.live.Item;
import org.oncall.rota.intake.live.LiveSchedule;
import org.oncall.rota.intake.live.Source;
import org.oncall.rota.intake.live.SourceIssue;
import org.oncall.rota.intake.live.Window;

/**
 * Reads schedules of the API: {@code {"schedule": ...}}, a list under {@code schedules} or nothing around. Those of version 2 have
 * the {@code overrides} beside them, or those that an answer renders; those of version 3 their {@code custom_shifts}.
 */
public final class PagerDutyReader {
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
            LiveSchedule read = CustomShifts.isAny(schedule, around)
                    ? CustomShifts.read(source, window, schedule, around)
                    : PagerDutySchedule.read(source, window, schedule, overrides(source, schedule, around));
            if (read != null) {
                result.add(read);
            }
        }
        return result;
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
