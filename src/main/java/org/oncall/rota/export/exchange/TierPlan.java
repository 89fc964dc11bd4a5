package org.oncall.rota.export.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Duties;
import org.oncall.rota.audit.Duty;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Team;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.domain.TierId;

/**
 * Who is on call in one tier, for a tool that knows schedules: one a tier.
 *
 * @param name of its schedule, for people, and that by which it is found again
 * @param period from the start of the first on-call day to the end of the last
 * @param turns sorted, not overlapping, within the period; between them nobody is needed, or there is a gap
 * @param fallback the user whom to call where there is no turn; null where nobody holds anything
 */
public record TierPlan(
        RotationId rotation,
        TierId tier,
        String name,
        ZoneId zone,
        Interval period,
        List<Turn> turns,
        @Nullable String fallback) {
    public TierPlan {
        turns = List.copyOf(turns);
    }

    /**
     * The plans of all tiers that have a day in the period, in the team's order.
     *
     * @param users the other tool's user by the id of a member
     * @param fallback the user whom to call where the rota has nobody; null: the first member of the team who holds anything
     */
    public static List<TierPlan> of(Rota rota, UnaryOperator<String> users, @Nullable String fallback) {
        String called = fallback != null ? fallback : firstOf(rota, users);
        Team team = rota.problem().team();
        List<TierPlan> plans = new ArrayList<>();
        for (RotationSchedule schedule : rota.problem().schedules()) {
            List<OnCallDay> days = schedule.planned();
            if (days.isEmpty()) {
                continue;
            }
            Interval period = new Interval(
                    days.getFirst().span().start(), days.getLast().span().end());
            RotationId rotation = schedule.rotation().id();
            for (Tier tier : schedule.rotation().tiers()) {
                List<Turn> turns = Duties.of(rota, rotation, tier.id()).stream()
                        .map(duty ->
                                new Turn(duty.id(), users.apply(duty.member().value()), duty.span()))
                        .toList();
                plans.add(new TierPlan(
                        rotation,
                        tier.id(),
                        team.name() + ": " + rotation + " " + tier.id(),
                        team.zone(),
                        period,
                        turns,
                        called));
            }
        }
        return List.copyOf(plans);
    }

    private static @Nullable String firstOf(Rota rota, UnaryOperator<String> users) {
        Set<MemberId> holders = new HashSet<>();
        Duties.of(rota).stream().map(Duty::member).forEach(holders::add);
        return rota.problem().team().members().stream()
                .map(Member::id)
                .filter(holders::contains)
                .findFirst()
                .map(id -> users.apply(id.value()))
                .orElse(null);
    }

    /** Turns of the fallback for every moment between the two at which nobody has a turn. */
    public List<Turn> fallbackTurns(Instant from, Instant to) {
        if (fallback == null) {
            return List.of();
        }
        List<Turn> result = new ArrayList<>();
        Instant open = from;
        for (Turn turn : turns) {
            Instant end = turn.span().start().isBefore(to) ? turn.span().start() : to;
            if (open.isBefore(end)) {
                result.add(new Turn("fallback." + open, fallback, new Interval(open, end)));
            }
            open = open.isBefore(turn.span().end()) ? turn.span().end() : open;
        }
        if (open.isBefore(to)) {
            result.add(new Turn("fallback." + open, fallback, new Interval(open, to)));
        }
        return List.copyOf(result);
    }
}
