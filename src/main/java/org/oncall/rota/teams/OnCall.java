package org.oncall.rota.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.store.Store;
import org.oncall.rota.store.StoredShift;
import org.oncall.rota.wire.MemberShifts;
import org.oncall.rota.wire.OnCallAnswer;
import org.oncall.rota.wire.RotationJson;
import org.oncall.rota.wire.ShiftJson;
import org.oncall.rota.wire.TeamJson;
import org.oncall.rota.wire.TierJson;

/** Who is on call, as published. */
public final class OnCall {
    /** So far away a next shift is looked for: periods are at most two years long. */
    private static final Duration AHEAD = Duration.ofDays(2 * 366);

    private static final Duration LONGEST_RANGE = Duration.ofDays(10 * 366);

    private final Store store;
    private final TeamDesk teams;
    private final Clock clock;

    public OnCall(Store store, TeamDesk teams, Clock clock) {
        this.store = store;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * Who is on call, and who is next, by tier. A shift ends where somebody else, or nobody, takes over.
     *
     * @param at null: now
     */
    public OnCallAnswer at(String team, @Nullable Instant at) {
        Instant moment = at == null ? clock.instant() : at;
        TeamJson body = teams.team(team).value();
        ZoneId zone = ZoneId.of(String.valueOf(body.zone()));
        List<StoredShift> shifts = joined(store.transact(
                transaction -> transaction.shifts().ofTeam(team, moment.minus(AHEAD), moment.plus(AHEAD))));
        List<OnCallAnswer.TierNow> tiers = new ArrayList<>();
        for (RotationJson rotation : body.rotations() == null ? List.<RotationJson>of() : body.rotations()) {
            for (TierJson tier : rotation.tiers() == null ? List.<TierJson>of() : rotation.tiers()) {
                List<StoredShift> line = shifts.stream()
                        .filter(shift -> shift.rotation().equals(rotation.id())
                                && shift.tier().equals(tier.id()))
                        .toList();
                tiers.add(new OnCallAnswer.TierNow(
                        String.valueOf(rotation.id()),
                        String.valueOf(tier.id()),
                        line.stream()
                                .filter(shift -> shift.span().contains(moment))
                                .findFirst()
                                .map(shift -> InForce.json(shift, zone))
                                .orElse(null),
                        line.stream()
                                .filter(shift -> shift.span().start().isAfter(moment))
                                .findFirst()
                                .map(shift -> InForce.json(shift, zone))
                                .orElse(null)));
            }
        }
        return new OnCallAnswer(team, InForce.text(moment, zone), tiers);
    }

    /**
     * What somebody was and is on call for.
     *
     * @param team null: in every team that has a member of this id
     * @param from null: now
     * @param to null: no end
     */
    public MemberShifts ofMember(String member, @Nullable String team, @Nullable Instant from, @Nullable Instant to) {
        Instant start = from == null ? clock.instant() : from;
        Instant end = to == null ? start.plus(LONGEST_RANGE) : to;
        return store.transact(transaction -> {
            Map<String, List<ShiftJson>> byTeam = new LinkedHashMap<>();
            transaction.teams().all().stream()
                    .filter(stored -> team == null || stored.id().equals(team))
                    .forEach(stored -> {
                        TeamJson body = teams.read(stored);
                        if (TeamDesk.index(body, member) >= 0) {
                            ZoneId zone = ZoneId.of(String.valueOf(body.zone()));
                            byTeam.put(
                                    stored.id(),
                                    joined(transaction.shifts().ofMember(member, stored.id(), start, end)).stream()
                                            .map(shift -> InForce.json(shift, zone))
                                            .toList());
                        }
                    });
            if (byTeam.isEmpty()) {
                throw Refusal.absent("The member (" + member + ") is in "
                        + (team == null ? "no team" : "no team (" + team + ")")
                        + ".\nMaybe look: GET /api/teams.");
            }
            return new MemberShifts(
                    member,
                    byTeam.entrySet().stream()
                            .map(entry -> new MemberShifts.TeamShifts(entry.getKey(), entry.getValue()))
                            .toList());
        });
    }

    /** Shifts of one member that follow each other in a tier are one: between two revisions nobody hands over. */
    private static List<StoredShift> joined(List<StoredShift> shifts) {
        Map<String, StoredShift> open = new LinkedHashMap<>();
        List<StoredShift> result = new ArrayList<>();
        for (StoredShift shift : shifts) {
            String line = shift.team() + "\n" + shift.rotation() + "\n" + shift.tier();
            Optional<StoredShift> last = Optional.ofNullable(open.get(line));
            if (last.isPresent()
                    && last.get().member().equals(shift.member())
                    && last.get().span().end().equals(shift.span().start())) {
                result.remove(last.get());
                shift = shift.during(
                        new Interval(last.get().span().start(), shift.span().end()));
            }
            open.put(line, shift);
            result.add(shift);
        }
        return result;
    }
}
