package org.oncall.rota.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Coverage;
import org.oncall.rota.domain.DayKind;
import org.oncall.rota.domain.TimeWindow;
import org.oncall.rota.wire.CoverageJson;

/** Reads the hours in which a rotation needs somebody. */
final class CoverageReader {
    private static final int MOST_WINDOWS = 48;

    private final Values values;
    private final Issues issues;

    CoverageReader(Values values) {
        this.values = values;
        this.issues = values.issues();
    }

    /** The coverage, without what could not be read of it. */
    @Nullable
    Coverage read(@Nullable CoverageJson given, Field field) {
        if (given == null || issues.isUnread(field.place())) {
            return null;
        }
        int before = issues.count();
        Map<DayKind, List<TimeWindow>> result = new EnumMap<>(DayKind.class);
        result.put(DayKind.WORKING_DAY, windows(given.workingDays(), "workingDays", field));
        result.put(DayKind.WEEKEND, windows(given.weekends(), "weekends", field));
        result.put(DayKind.HOLIDAY, windows(given.holidays(), "holidays", field));
        boolean empty = result.values().stream().allMatch(List::isEmpty);
        if (empty && issues.count() == before && !issues.hasUnread(field.place())) {
            issues.add(
                    IssueCode.TOO_FEW,
                    field.place(),
                    field.says(
                            "no window",
                            "must have at least one window. Maybe write \"workingDays\": [\"09:00-17:00\"],"
                                    + " or leave it out for around the clock."));
        }
        return new Coverage(result);
    }

    private List<TimeWindow> windows(@Nullable List<String> given, String kind, Field coverage) {
        List<TimeWindow> result = new ArrayList<>();
        Field list = new Field(
                kind, "the coverage of " + coverage.owner(), coverage.place().at(kind));
        if (given == null) {
            return result;
        }
        if (given.size() > MOST_WINDOWS) {
            issues.add(
                    IssueCode.TOO_MANY,
                    list.place(),
                    list.says(
                            given.size() + " windows",
                            "must be at most " + MOST_WINDOWS + ". Maybe join windows that meet."));
            return result;
        }
        for (int i = 0; i < given.size(); i++) {
            String text = given.get(i);
            Field entry = new Field(
                    "window", kind + " of " + list.owner(), list.place().at(i));
            TimeWindow window = text == null ? null : values.window(text, entry);
            if (window != null) {
                result.add(window);
            }
        }
        return result;
    }
}
