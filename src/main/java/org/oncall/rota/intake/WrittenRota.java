package org.oncall.rota.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Cut;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.RotationKind;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.rules.RuleFacts;

/**
 * Cuts a rota to slots which people wrote by the hour, and says what was lost. An on-call day belongs to the member who has
 * most of its coverage hours, or to the first of those who have most, where shifts cover more than half of them, or exactly
 * half and the first.
 */
final class WrittenRota {
    /** How often the hours of a slot may be written over before only the overlap is told: so an audit ends in time. */
    private static final int MOST_AT_ONCE = 3;

    private final RotaProblem problem;
    private final ZoneId zone;
    private final Map<MemberId, Member> members = new HashMap<>();
    private final Map<Slot, MemberId> holders = new HashMap<>();
    private final Map<MemberId, List<HiddenHours.Claim>> claims = new LinkedHashMap<>();
    private final CutList cuts;

    /** A rota of whole slots, and what the written one said beyond it, sorted. */
    record Result(Rota rota, List<Cut> cuts) {}

    private WrittenRota(RotaProblem problem) {
        this.problem = problem;
        this.zone = problem.team().zone();
        problem.team().members().forEach(member -> members.put(member.id(), member));
        this.cuts = new CutList(problem.team());
    }

    /**
     * Cuts the shifts, which may overlap each other and lie anywhere.
     *
     * @param history shifts worked before the period, which rest and stints look back to
     * @param periods from the first to the last moment of the period, one a schedule of the problem
     */
    static Result cut(
            RotaProblem problem,
            List<Interval> periods,
            List<ShiftReader.ReadShift> history,
            List<ShiftReader.ReadShift> shifts) {
        return new WrittenRota(problem).cut(periods, history, shifts);
    }

    private Result cut(
            List<Interval> periods, List<ShiftReader.ReadShift> history, List<ShiftReader.ReadShift> shifts) {
        Map<List<String>, List<ShiftReader.ReadShift>> byTier = new HashMap<>();
        for (ShiftReader.ReadShift shift : shifts) {
            byTier.computeIfAbsent(List.of(shift.rotation().id(), shift.tier().value()), key -> new ArrayList<>())
                    .add(shift);
        }
        for (int r = 0; r < problem.schedules().size(); r++) {
            RotationSchedule schedule = problem.schedules().get(r);
            List<Tier> tiers = schedule.rotation().tiers();
            for (int t = 0; t < tiers.size(); t++) {
                Tier tier = tiers.get(t);
                List<String> key =
                        List.of(schedule.rotation().id().value(), tier.id().value());
                List<ShiftReader.ReadShift> own = byTier.getOrDefault(key, List.of()).stream()
                        .sorted(Comparator.comparing(shift -> shift.span().start()))
                        .toList();
                tier(r, t, periods.get(r), own);
            }
        }
        claims.values().forEach(this::twoPlaces);
        if (!isWhole()) {
            new HiddenHours(new RuleFacts(problem), history, cuts).check(claims);
        }
        return new Result(new Rota(problem, holders, besideLeave()), cuts.sorted());
    }

    /** Slots whose holders, in all their hours of the day, keep clear of their leave. */
    private Set<Slot> besideLeave() {
        record Day(int rotation, int day) {}
        Set<Slot> result = new HashSet<>();
        claims.forEach((member, own) -> {
            if (Objects.requireNonNull(members.get(member)).leave().isEmpty()) {
                return;
            }
            Set<Day> touching = new HashSet<>();
            own.stream()
                    .filter(claim -> isOnLeave(member, claim.hours()))
                    .forEach(claim -> touching.add(new Day(claim.rotation(), claim.day())));
            own.stream()
                    .filter(claim -> claim.held() && !touching.contains(new Day(claim.rotation(), claim.day())))
                    .filter(claim -> isOnLeave(member, day(claim).coverage()))
                    .forEach(claim -> result.add(claim.slot()));
        });
        return result;
    }

    private OnCallDay day(HiddenHours.Claim claim) {
        return problem.schedules().get(claim.rotation()).planned().get(claim.day());
    }

    /** Whether every member is written for whole days that are theirs, so that the rules see every hour. */
    private boolean isWhole() {
        return claims.values().stream()
                .flatMap(List::stream)
                .allMatch(
                        claim -> claim.held() && claim.hours().equals(day(claim).coverage()));
    }

    private void tier(int rotation, int t, Interval period, List<ShiftReader.ReadShift> shifts) {
        List<OnCallDay> days = problem.schedules().get(rotation).planned();
        List<List<ShiftReader.ReadShift>> byDay = new ArrayList<>();
        days.forEach(day -> byDay.add(new ArrayList<>()));
        ShiftReader.@Nullable ReadShift longest = null;
        for (ShiftReader.ReadShift shift : shifts) {
            outside(shift, period);
            Duration covering = Duration.ZERO;
            for (int d = firstEndingAfter(days, shift.span()); d < days.size(); d++) {
                OnCallDay day = days.get(d);
                if (!day.span().start().isBefore(shift.span().end())) {
                    break;
                }
                Duration covered = Hours.time(Hours.within(day.coverage(), shift.span()));
                if (!covered.isZero()) {
                    byDay.get(d).add(shift);
                    covering = covering.plus(covered);
                }
            }
            if (covering.isZero() && shift.span().overlaps(period)) {
                Duration whole = shift.span().duration();
                add(Cut.Code.NO_COVERAGE, shift.member(), null, shift, null, -1, shift.span(), whole);
            }
            if (longest != null && shift.span().overlaps(longest.span())) {
                overlap(days, longest, shift);
            }
            longest =
                    longest == null || shift.span().end().isAfter(longest.span().end()) ? shift : longest;
        }
        List<CutList.Found> growing = new ArrayList<>();
        for (int d = 0; d < days.size(); d++) {
            if (!byDay.get(d).isEmpty()) {
                day(rotation, t, d, days.get(d), byDay.get(d), growing);
            }
        }
        cuts.join(growing);
    }

    private void outside(ShiftReader.ReadShift shift, Interval period) {
        Interval span = shift.span();
        if (span.start().isBefore(period.start())) {
            Instant end = span.end().isBefore(period.start()) ? span.end() : period.start();
            addOutside(shift, new Interval(span.start(), end));
        }
        if (span.end().isAfter(period.end())) {
            Instant start = span.start().isAfter(period.end()) ? span.start() : period.end();
            addOutside(shift, new Interval(start, span.end()));
        }
    }

    private void addOutside(ShiftReader.ReadShift shift, Interval part) {
        add(Cut.Code.OUTSIDE, shift.member(), null, shift, null, -1, part, part.duration());
    }

    /** Each shift is held against the one before it that lasts longest, so whoever overlaps at all is named once or more. */
    private void overlap(List<OnCallDay> days, ShiftReader.ReadShift before, ShiftReader.ReadShift shift) {
        Interval both = Hours.common(before.span(), shift.span());
        Duration covered = Duration.ZERO;
        for (int d = firstEndingAfter(days, both);
                d < days.size() && days.get(d).span().start().isBefore(both.end());
                d++) {
            covered = covered.plus(Hours.time(Hours.within(days.get(d).coverage(), both)));
        }
        boolean harmless = covered.isZero() || before.member().equals(shift.member());
        add(
                harmless ? Cut.Code.WRITTEN_TWICE : Cut.Code.OVERLAP,
                before.member(),
                before.member().equals(shift.member()) ? null : shift.member(),
                shift,
                null,
                -1,
                both,
                covered.isZero() ? both.duration() : covered);
    }

    private void day(
            int rotation,
            int t,
            int d,
            OnCallDay day,
            List<ShiftReader.ReadShift> shifts,
            List<CutList.Found> growing) {
        ShiftReader.ReadShift any = shifts.getFirst();
        Tier tier = problem.schedules().get(rotation).rotation().tiers().get(t);
        Map<MemberId, List<Interval>> hours = new LinkedHashMap<>();
        for (ShiftReader.ReadShift shift : shifts) {
            hours.merge(shift.member(), Hours.within(day.coverage(), shift.span()), Hours::union);
        }
        List<Interval> held = List.of();
        @Nullable MemberId owner = null;
        Duration most = Duration.ZERO;
        for (Map.Entry<MemberId, List<Interval>> own : hours.entrySet()) {
            held = Hours.union(held, own.getValue());
            Duration time = Hours.time(own.getValue());
            if (time.compareTo(most) > 0) {
                most = time;
                owner = own.getKey();
            }
        }
        Slot slot = new Slot(problem.schedules().get(rotation).rotation().id(), tier.id(), day.date());
        int toHalf = Hours.time(held).multipliedBy(2).compareTo(Hours.time(day.coverage()));
        boolean first = held.getFirst().start().equals(day.coverage().getFirst().start());
        if (owner == null || toHalf < 0 || (toHalf == 0 && !first)) {
            owner = null;
        } else {
            holders.put(slot, owner);
            addHours(Cut.Code.UNCOVERED, owner, null, any, d, Hours.minus(day.coverage(), held), growing);
        }
        Duration claimed = Duration.ZERO;
        Duration mostClaimed = Hours.time(day.coverage()).multipliedBy(MOST_AT_ONCE);
        for (Map.Entry<MemberId, List<Interval>> own : hours.entrySet()) {
            MemberId member = own.getKey();
            if (!member.equals(owner) && claimed.compareTo(mostClaimed) >= 0) {
                continue; // they overlap others, and that is told of them
            }
            claimed = claimed.plus(Hours.time(own.getValue()));
            claims.computeIfAbsent(member, key -> new ArrayList<>())
                    .add(new HiddenHours.Claim(slot, rotation, t, d, member, member.equals(owner), own.getValue()));
            if (!member.equals(owner)) {
                List<Interval> part =
                        owner == null ? own.getValue() : Hours.minus(own.getValue(), hours.getOrDefault(owner, held));
                addHours(Cut.Code.PART_DAY, member, owner, any, d, part, growing);
                if (isUnavailable(member, rotation, tier, day, own.getValue())) {
                    addHours(Cut.Code.UNAVAILABLE, member, owner, any, d, own.getValue(), growing);
                }
            }
        }
    }

    private boolean isUnavailable(MemberId id, int rotation, Tier tier, OnCallDay day, List<Interval> hours) {
        Member member = Objects.requireNonNull(members.get(id));
        boolean optedIn =
                member.onCall() || problem.schedules().get(rotation).rotation().kind() != RotationKind.ON_CALL;
        if (!optedIn || !member.isOnRota(day.date()) || !member.skills().containsAll(tier.skills())) {
            return true;
        }
        return isOnLeave(id, hours);
    }

    private boolean isOnLeave(MemberId member, List<Interval> hours) {
        List<DateRange> leaves = Objects.requireNonNull(members.get(member)).leave();
        for (Interval piece : hours) {
            LocalDate first = LocalDate.ofInstant(piece.start(), zone);
            LocalDate last = LocalDate.ofInstant(piece.end().minusNanos(1), zone);
            if (leaves.stream()
                    .anyMatch(leave ->
                            !leave.last().isBefore(first) && !leave.first().isAfter(last))) {
                return true;
            }
        }
        return false;
    }

    /** Hours in which a member is written twice, unless whole slots say so already, which is a matter for the rules. */
    private void twoPlaces(List<HiddenHours.Claim> own) {
        record Piece(HiddenHours.Claim claim, Interval hours) {}
        List<Piece> pieces = new ArrayList<>();
        own.forEach(claim -> claim.hours().forEach(hours -> pieces.add(new Piece(claim, hours))));
        pieces.sort(Comparator.comparing(piece -> piece.hours().start()));
        List<Piece> open = new ArrayList<>();
        List<CutList.Found> growing = new ArrayList<>();
        for (Piece piece : pieces) {
            open.removeIf(other -> !other.hours().end().isAfter(piece.hours().start()));
            for (Piece other : open) {
                Slot here = piece.claim().slot();
                Slot there = other.claim().slot();
                if (!other.claim().held() || !piece.claim().held()) {
                    Interval both = Hours.common(piece.hours(), other.hours());
                    boolean swap = here.id().compareTo(there.id()) < 0;
                    HiddenHours.Claim one = swap ? piece.claim() : other.claim();
                    growing.add(new CutList.Found(
                            Cut.Code.TWO_PLACES,
                            one.member(),
                            null,
                            one.slot().rotation(),
                            one.slot().tier(),
                            swap ? there : here,
                            one.day(),
                            both,
                            both.duration(),
                            null));
                }
            }
            open.add(piece);
        }
        cuts.join(growing);
    }

    private void addHours(
            Cut.Code code,
            MemberId member,
            @Nullable MemberId other,
            ShiftReader.ReadShift place,
            int day,
            List<Interval> hours,
            List<CutList.Found> growing) {
        if (!hours.isEmpty()) {
            Interval when =
                    new Interval(hours.getFirst().start(), hours.getLast().end());
            RotationId rotation = new RotationId(place.rotation().id());
            growing.add(new CutList.Found(
                    code, member, other, rotation, place.tier(), null, day, when, Hours.time(hours), null));
        }
    }

    private void add(
            Cut.Code code,
            MemberId member,
            @Nullable MemberId other,
            ShiftReader.ReadShift place,
            @Nullable Slot elsewhere,
            int day,
            Interval when,
            Duration time) {
        RotationId rotation = new RotationId(place.rotation().id());
        cuts.add(new CutList.Found(code, member, other, rotation, place.tier(), elsewhere, day, when, time, null));
    }

    private static int firstEndingAfter(List<OnCallDay> days, Interval span) {
        int low = 0;
        int high = days.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (days.get(middle).span().end().isAfter(span.start())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
