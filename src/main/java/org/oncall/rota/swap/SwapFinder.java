package org.oncall.rota.swap;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Audit;
import org.oncall.rota.audit.AuditReport;
import org.oncall.rota.audit.Breaches;
import org.oncall.rota.audit.Trades;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Score;
import org.oncall.rota.domain.Shift;
import org.oncall.rota.domain.Slot;

/**
 * Finds who could take a shift from somebody: as cover, for one of their own shifts, or in a cycle of three. Each member's
 * part in a trade is looked at alone first, so that all cycles can be; the best of each kind are audited whole.
 */
public final class SwapFinder {
    private static final Set<String> FAIRNESS = Set.of("uneven-load", "uneven-unsocial");

    /** Of each kind, how many are audited whole. */
    private static final int MOST_AUDITED = 20;

    private final Rota rota;
    private final boolean creditMoves;
    private final AuditReport before;
    private final Trades trades;
    private final List<Held> shifts = new ArrayList<>();

    private record Held(List<Slot> slots, MemberId holder) {}

    private record Candidate(Proposal.Kind kind, List<Handing> handings, long cost) {}

    /**
     * Prepares the search.
     *
     * @param now shifts that have begun are not traded
     * @param creditMoves whether days count for whoever works them
     */
    public SwapFinder(Rota rota, Instant now, boolean creditMoves) {
        this.rota = rota;
        this.creditMoves = creditMoves;
        this.before = Audit.of(rota);
        this.trades = new Trades(rota, creditMoves ? Set.of() : FAIRNESS, !creditMoves);
        for (Shift shift : before.shifts()) {
            if (shift.span().start().isAfter(now)) {
                shifts.add(new Held(slots(shift), shift.member()));
            }
        }
    }

    /**
     * Ways for a member to be rid of days, the best of all kinds first: by what they do to the score, then to how evenly work
     * is shared, then by how few are concerned.
     *
     * <p>Whoever is to take a whole shift gives a whole one for it. For a part of a shift they give a whole one, or the same
     * days of the week of it: a night for a night, a weekend for a weekend.
     *
     * <p>For a whole shift others give a whole one of theirs. For a part of one they give a whole one, or just such a part: a
     * night for a night of the same day of the week, a weekend for a weekend; three in a circle hand on such parts alone.
     *
     * @param slots days of one tier that the member holds
     * @param most so many of each kind at most
     */
    public List<Proposal> ways(MemberId member, List<Slot> slots, int most) {
        List<Candidate> candidates = new ArrayList<>();
        covers(member, slots, candidates);
        trades(member, slots, candidates);
        Map<Proposal.Kind, List<Candidate>> byKind = new LinkedHashMap<>();
        candidates.stream()
                .sorted(Comparator.comparingLong(Candidate::cost))
                .forEach(candidate -> byKind.computeIfAbsent(candidate.kind(), kind -> new ArrayList<>())
                        .add(candidate));
        List<Proposal> result = new ArrayList<>();
        byKind.values().forEach(kind -> result.addAll(audited(kind, most)));
        result.sort(Proposal.BEST_FIRST);
        return List.copyOf(result);
    }

    private List<Proposal> audited(List<Candidate> candidates, int most) {
        return candidates.stream()
                .limit(MOST_AUDITED)
                .map(this::proposal)
                .filter(proposal -> proposal.causes().isEmpty())
                .sorted(Proposal.BEST_FIRST)
                .limit(most)
                .toList();
    }

    /** The proposal with what it would do, legal or not. */
    public Proposal proposal(Proposal.Kind kind, List<Handing> handings) {
        return proposal(new Candidate(kind, handings, 0));
    }

    private Proposal proposal(Candidate candidate) {
        AuditReport after = Swaps.preview(rota, candidate.handings(), creditMoves);
        AuditReport worked = creditMoves ? after : Swaps.preview(rota, candidate.handings(), true);
        Score difference = new Score(
                after.score().hard() - before.score().hard(),
                after.score().medium() - before.score().medium(),
                after.score().soft() - before.score().soft());
        return new Proposal(
                candidate.kind(),
                candidate.handings(),
                difference,
                fairness(worked) - fairness(before),
                Breaches.causes(before, after),
                sentence(candidate.handings()));
    }

    private static long fairness(AuditReport report) {
        return FAIRNESS.stream()
                .mapToLong(rule -> report.costs().getOrDefault(rule, 0L))
                .sum();
    }

    private void covers(MemberId member, List<Slot> slots, List<Candidate> candidates) {
        Long rid = trades.cost(member, slots, List.of());
        if (rid == null) {
            return;
        }
        for (Member other : rota.problem().team().members()) {
            Long cost = other.id().equals(member) ? null : trades.cost(other.id(), List.of(), slots);
            if (cost != null) {
                candidates.add(new Candidate(
                        Proposal.Kind.COVER, List.of(new Handing(slots, member, other.id())), rid + cost));
            }
        }
    }

    private void trades(MemberId member, List<Slot> slots, List<Candidate> candidates) {
        boolean isPart = shifts.stream()
                .noneMatch(shift ->
                        shift.slots().size() == slots.size() && shift.slots().containsAll(slots));
        List<Held> inCircles =
                isPart ? shifts.stream().flatMap(shift -> parts(shift, slots)).toList() : shifts;
        Map<Held, Long> takers = new LinkedHashMap<>();
        Map<Held, Long> returns = new LinkedHashMap<>();
        for (Held other : inCircles) {
            if (!other.holder().equals(member)) {
                put(takers, other, trades.cost(other.holder(), other.slots(), slots));
                put(returns, other, trades.cost(member, slots, other.slots()));
            }
        }
        if (isPart) {
            shifts.stream()
                    .filter(shift -> !shift.holder().equals(member) && !inCircles.contains(shift))
                    .forEach(shift -> exchange(
                            member,
                            slots,
                            shift,
                            trades.cost(shift.holder(), shift.slots(), slots),
                            trades.cost(member, slots, shift.slots()),
                            candidates));
        }
        takers.forEach((taken, takerCost) -> {
            exchange(member, slots, taken, takerCost, returns.get(taken), candidates);
            returns.forEach((given, backCost) -> {
                Long third = given.holder().equals(taken.holder())
                        ? null
                        : trades.cost(given.holder(), given.slots(), taken.slots());
                if (third != null) {
                    candidates.add(new Candidate(
                            Proposal.Kind.CYCLE,
                            List.of(
                                    new Handing(slots, member, taken.holder()),
                                    new Handing(taken.slots(), taken.holder(), given.holder()),
                                    new Handing(given.slots(), given.holder(), member)),
                            takerCost + third + backCost));
                }
            });
        });
    }

    /** @param takes and back what it would cost them, and the member; null: it may not be */
    private static void exchange(
            MemberId member,
            List<Slot> slots,
            Held other,
            @Nullable Long takes,
            @Nullable Long back,
            List<Candidate> candidates) {
        if (takes != null && back != null) {
            candidates.add(new Candidate(
                    Proposal.Kind.EXCHANGE,
                    List.of(
                            new Handing(slots, member, other.holder()),
                            new Handing(other.slots(), other.holder(), member)),
                    takes + back));
        }
    }

    /** The parts of a shift that fall on the same days of the week as some days do. */
    private static Stream<Held> parts(Held shift, List<Slot> days) {
        List<DayOfWeek> wanted = daysOfWeek(days);
        return IntStream.rangeClosed(0, shift.slots().size() - days.size())
                .mapToObj(first -> shift.slots().subList(first, first + days.size()))
                .filter(part -> daysOfWeek(part).equals(wanted))
                .map(part -> new Held(List.copyOf(part), shift.holder()));
    }

    private static List<DayOfWeek> daysOfWeek(List<Slot> slots) {
        return slots.stream().map(slot -> slot.date().getDayOfWeek()).toList();
    }

    private static void put(Map<Held, Long> costs, Held held, @Nullable Long cost) {
        if (cost != null) {
            costs.put(held, cost);
        }
    }

    /** "Bo takes Ana's primary 2 March, Ana takes Bo's primary 9 March." */
    private String sentence(List<Handing> handings) {
        Map<MemberId, String> names = new HashMap<>();
        rota.problem().team().members().forEach(member -> names.put(member.id(), member.name()));
        List<String> parts = new ArrayList<>();
        for (Handing handing : handings) {
            Slot first = handing.slots().getFirst();
            Slot last = handing.slots().getLast();
            parts.add(names.get(handing.to()) + " takes " + names.get(handing.from()) + "'s " + first.tier() + " of "
                    + first.rotation() + ", " + Texts.days(first.date(), last.date()));
        }
        return String.join("; ", parts) + ".";
    }

    private List<Slot> slots(Shift shift) {
        RotationSchedule schedule = rota.problem().schedules().stream()
                .filter(other -> other.rotation().id().equals(shift.rotation()))
                .findFirst()
                .orElseThrow();
        return slots(schedule, shift, shift.span());
    }

    private static List<Slot> slots(RotationSchedule schedule, Shift shift, Interval span) {
        return schedule.planned().stream()
                .filter(day -> span.contains(day.span().start()))
                .map(OnCallDay::date)
                .map(date -> new Slot(shift.rotation(), shift.tier(), date))
                .toList();
    }
}
