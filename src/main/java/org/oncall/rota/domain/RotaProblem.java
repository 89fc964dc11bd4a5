package org.oncall.rota.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a rota is made from: accepted, complete, immutable.
 *
 * @param from first day planned
 * @param to first day not planned
 * @param schedules one a rotation, in the team's order
 * @param history slots already worked, all before {@code from}
 * @param published slots as people already know them, within the period
 * @param now the date against which the notice of a change is measured
 * @param freezeUntil published slots before this date stay; null: none does
 * @param weights weights of soft rules that differ from their defaults, by rule id
 */
public record RotaProblem(
        Team team,
        LocalDate from,
        LocalDate to,
        List<RotationSchedule> schedules,
        List<Holding> history,
        List<Holding> published,
        LocalDate now,
        @Nullable LocalDate freezeUntil,
        Map<String, Integer> weights) {
    public RotaProblem {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The period must not end (" + to + ") before it begins (" + from + ").");
        }
        schedules = List.copyOf(schedules);
        history = List.copyOf(history);
        published = List.copyOf(published);
        weights = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(weights));
    }

    /** The slots to fill, by rotation, tier and day. */
    public List<Slot> slots() {
        return schedules.stream()
                .flatMap(schedule -> schedule.rotation().tiers().stream()
                        .flatMap(tier -> schedule.planned().stream()
                                .map(day -> new Slot(schedule.rotation().id(), tier.id(), day.date()))))
                .toList();
    }
}
