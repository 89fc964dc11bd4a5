package org.oncall.rota.teams;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.calendar.BankHolidays;
import org.oncall.rota.calendar.RotaCalendar;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Rotation;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.RotationSchedule;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.Tier;
import org.oncall.rota.store.Transaction;
import org.oncall.rota.wire.CreditJson;
import org.oncall.rota.wire.ShiftJson;

/**
 * What swaps have settled around a period that is planned, as requests take it. Slots of people, rotations, tiers and days
 * that the team no longer has are left out.
 *
 * @param pinned in the period
 * @param credits in the period and in history
 */
record Settled(List<ShiftJson> pinned, List<CreditJson> credits) {
    /** As far back as a request may reach. */
    private static final int LONGEST_HISTORY_YEARS = 9;

    static Settled of(Transaction transaction, String team, RotaProblem problem) {
        return of(
                problem,
                transaction.pins().ofTeam(team, problem.from(), problem.to()),
                transaction.credits().ofTeam(team, problem.from().minusYears(LONGEST_HISTORY_YEARS), problem.to()));
    }

    static Settled of(RotaProblem problem, List<Holding> pins, List<Credit> credits) {
        Known known = new Known(problem);
        List<Piece> pinned = new ArrayList<>();
        for (Holding pin : pins) {
            if (known.has(pin.slot()) && known.has(pin.member())) {
                pinned.add(new Piece(pin.slot(), pin.member(), null, known.span(pin.slot())));
            }
        }
        List<Piece> credited = new ArrayList<>();
        for (Credit credit : credits) {
            if (known.has(credit.slot()) && known.has(credit.worked()) && known.has(credit.credited())) {
                credited.add(new Piece(credit.slot(), credit.worked(), credit.credited(), known.span(credit.slot())));
            }
        }
        ZoneId zone = problem.team().zone();
        return new Settled(
                joined(pinned).stream().map(piece -> piece.shift(zone)).toList(),
                joined(credited).stream().map(piece -> piece.credit(zone)).toList());
    }

    private record Piece(
            Slot slot, MemberId member, @Nullable MemberId credited, Interval span) {
        boolean goesOn(Piece next) {
            return slot.rotation().equals(next.slot.rotation())
                    && slot.tier().equals(next.slot.tier())
                    && member.equals(next.member)
                    && String.valueOf(credited).equals(String.valueOf(next.credited))
                    && span.end().equals(next.span.start());
        }

        ShiftJson shift(ZoneId zone) {
            return new ShiftJson(
                    null,
                    slot.rotation().value(),
                    slot.tier().value(),
                    member.value(),
                    InForce.text(span.start(), zone),
                    InForce.text(span.end(), zone));
        }

        CreditJson credit(ZoneId zone) {
            return new CreditJson(
                    slot.rotation().value(),
                    slot.tier().value(),
                    member.value(),
                    String.valueOf(credited),
                    InForce.text(span.start(), zone),
                    InForce.text(span.end(), zone));
        }
    }

    /** By rotation, tier and day, those that follow each other as one. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> result = new ArrayList<>();
        pieces.stream()
                .sorted(Comparator.comparing(
                                (Piece piece) -> piece.slot.rotation().value())
                        .thenComparing(piece -> piece.slot.tier().value())
                        .thenComparing(piece -> piece.slot.date()))
                .forEach(piece -> {
                    if (!result.isEmpty() && result.getLast().goesOn(piece)) {
                        Piece before = result.removeLast();
                        result.add(new Piece(
                                before.slot,
                                before.member,
                                before.credited,
                                new Interval(before.span.start(), piece.span.end())));
                    } else {
                        result.add(piece);
                    }
                });
        return result;
    }

    /** What the team has today. */
    private static final class Known {
        private final RotaProblem problem;
        private final RotaCalendar calendar;
        private final Map<RotationId, Rotation> rotations = new HashMap<>();
        private final Set<MemberId> members;
        private final Set<Slot> planned;

        Known(RotaProblem problem) {
            this.problem = problem;
            this.calendar = new RotaCalendar(problem.team().zone(), BankHolidays.NONE);
            for (RotationSchedule schedule : problem.schedules()) {
                rotations.put(schedule.rotation().id(), schedule.rotation());
            }
            this.members = problem.team().members().stream().map(Member::id).collect(Collectors.toSet());
            this.planned = new HashSet<>(problem.slots());
        }

        boolean has(MemberId member) {
            return members.contains(member);
        }

        /** A day of the period has to be planned; of one before it, that it can be told is enough. */
        boolean has(Slot slot) {
            Rotation rotation = rotations.get(slot.rotation());
            boolean isKnown =
                    rotation != null && rotation.tiers().stream().map(Tier::id).anyMatch(slot.tier()::equals);
            LocalDate date = slot.date();
            return isKnown && (date.isBefore(problem.from()) || planned.contains(slot));
        }

        Interval span(Slot slot) {
            Rotation rotation = rotations.get(slot.rotation());
            if (rotation == null) {
                throw new IllegalArgumentException("The slot (" + slot.id() + ") is of no rotation of the team.");
            }
            return calendar.span(rotation, slot.date());
        }
    }
}
