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

    /** The same problem with another member in the place of the one with that id. */
    public RotaProblem with(Member member) {
        List<Member> members = team.members().stream()
                .map(other -> other.id().equals(member.id()) ? member : other)
                .toList();
        return with(new Team(team.name(), team.zone(), team.holidays(), members, team.rotations()), schedules);
    }

    /** The same problem with another rotation, of the same days, in the place of the one with that id. */
    public RotaProblem with(Rotation rotation) {
        List<Rotation> rotations = team.rotations().stream()
                .map(other -> other.id().equals(rotation.id()) ? rotation : other)
                .toList();
        List<RotationSchedule> changed = schedules.stream()
                .map(schedule -> schedule.rotation().id().equals(rotation.id())
                        ? new RotationSchedule(rotation, schedule.days(), schedule.firstPlanned(), schedule.closing())
                        : schedule)
                .toList();
        return with(new Team(team.name(), team.zone(), team.holidays(), team.members(), rotations), changed);
    }

    /** The same problem with another published rota. */
    public RotaProblem withPublished(List<Holding> other) {
        return new RotaProblem(team, from, to, schedules, history, other, now, freezeUntil, weights);
    }

    private RotaProblem with(Team changed, List<RotationSchedule> changedSchedules) {
        return new RotaProblem(changed, from, to, changedSchedules, history, published, now, freezeUntil, weights);
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
