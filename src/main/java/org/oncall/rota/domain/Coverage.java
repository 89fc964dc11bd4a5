package org.oncall.rota.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The hours in which a rotation really needs somebody, by kind of day. A kind that is absent needs nobody. */
public record Coverage(Map<DayKind, List<TimeWindow>> windows) {
    public static final Coverage AROUND_THE_CLOCK = new Coverage(Map.of(
            DayKind.WORKING_DAY, List.of(TimeWindow.WHOLE_DAY),
            DayKind.WEEKEND, List.of(TimeWindow.WHOLE_DAY),
            DayKind.HOLIDAY, List.of(TimeWindow.WHOLE_DAY)));

    public Coverage {
        Map<DayKind, List<TimeWindow>> copy = new EnumMap<>(DayKind.class);
        windows.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
        windows = java.util.Collections.unmodifiableMap(copy);
    }

    public List<TimeWindow> on(DayKind kind) {
        return windows.getOrDefault(kind, List.of());
    }
}
