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
 * @param pinned slots that stay with a member, whatever was published: what a swap has settled
 * @param credits days, of history or pinned, that count as done for somebody else than whoever works them
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
        Map<String, Integer> weights,
        List<Holding> pinned,
        List<Credit> credits) {
    public RotaProblem {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The period must not end (" + to + ") before it begins (" + from + ").");
        }
        schedules = List.copyOf(schedules);
        history = List.copyOf(history);
        published = List.copyOf(published);
        weights = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(weights));
        pinned = List.copyOf(pinned);
        credits = List.copyOf(credits);
    }

    /** A problem without pins and credits. */
    public RotaProblem(
            Team team,
            LocalDate from,
            LocalDate to,
            List<RotationSchedule> schedules,
            List<Holding> history,
            List<Holding> published,
            LocalDate now,
            @Nullable LocalDate freezeUntil,
            Map<String, Integer> weights) {
        this(team, from, to, schedules, history, published, now, freezeUntil, weights, List.of(), List.of());
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
        return new RotaProblem(team, from, to, schedules, history, other, now, freezeUntil, weights, pinned, credits);
    }

    /** The same problem with published slots that stay before another date; null: none does. */
    public RotaProblem withFreeze(@Nullable LocalDate until) {
        return new RotaProblem(team, from, to, schedules, history, published, now, until, weights, pinned, credits);
    }

    /** The same problem with what other swaps have settled. */
    public RotaProblem withPinned(List<Holding> otherPins, List<Credit> otherCredits) {
        return new RotaProblem(
                team, from, to, schedules, history, published, now, freezeUntil, weights, otherPins, otherCredits);
    }

    /** Slots that stay with their holder wherever that one can still hold them: frozen or pinned; a pin goes before. */
    public List<Holding> fixed() {
        java.util.Set<Slot> pins = pinned.stream().map(Holding::slot).collect(java.util.stream.Collectors.toSet());
        return java.util.stream.Stream.concat(
                        published.stream()
                                .filter(holding -> freezeUntil != null
                                        && holding.slot().date().isBefore(freezeUntil)
                                        && !pins.contains(holding.slot())),
                        pinned.stream())
                .toList();
    }

    private RotaProblem with(Team changed, List<RotationSchedule> changedSchedules) {
        return new RotaProblem(
                changed, from, to, changedSchedules, history, published, now, freezeUntil, weights, pinned, credits);
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
