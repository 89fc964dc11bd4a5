package org.oncall.rota.swap;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.audit.Why;
import org.oncall.rota.domain.DateRange;
import org.oncall.rota.domain.Member;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.OnCallDay;
import org.oncall.rota.domain.Rota;
import org.oncall.rota.domain.RotaProblem;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.rules.Level;

/**
 * Who could take a shift, or whole on-call days of one, ranked by what it does to rules and fairness. Days that are handed over
 * do not end the stint that they lie in, so a night in its middle can be covered. A night is the on-call day that it lies in:
 * hours within a day are for people to agree on, and are audited as cuts where they are written down.
 */
public final class Covers {
    private Covers() {}

    /** A part of a shift that people ask for by name. */
    public enum Part {
        /** The on-call day that is named. */
        NIGHT,
        /** The days of the shift whose coverage falls on the Saturday or the Sunday of the week of the day that is named. */
        WEEKEND;

        /** The part by its name in any case; empty for any other word. */
        public static Optional<Part> of(String name) {
            return Stream.of(values())
                    .filter(part -> part.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /**
     * Everybody for a part of a shift.
     *
     * @param slotId any slot of the shift: of the night, or of the week whose weekend is meant
     * @return empty where there is no such slot, or nothing of the shift falls on that weekend
     */
    public static Optional<Why> of(Rota rota, String slotId, Part part) {
        return rota.problem().slots().stream()
                .filter(slot -> slot.id().equals(slotId))
                .findFirst()
                .flatMap(slot -> part == Part.NIGHT
                        ? Why.ofDays(rota, slot, slot.date())
                        : weekend(rota, slot)
                                .flatMap(days -> Why.ofDays(
                                        rota, new Slot(slot.rotation(), slot.tier(), days.first()), days.last())));
    }

    private static Optional<DateRange> weekend(Rota rota, Slot slot) {
        LocalDate sunday = slot.date().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        DateRange weekend = new DateRange(sunday.minusDays(1), sunday);
        Why shift = Why.of(rota, slot.id()).orElseThrow();
        List<LocalDate> dates = days(rota.problem(), slot)
                .filter(day -> shift.span().contains(day.span().start()))
                .filter(day -> day.coveredDates().stream().anyMatch(weekend::contains))
                .map(OnCallDay::date)
                .toList();
        return dates.isEmpty() ? Optional.empty() : Optional.of(new DateRange(dates.getFirst(), dates.getLast()));
    }

    /**
     * Everybody for the days of a shift.
     *
     * @param slotId any slot of the shift
     * @param first the first date of the days to cover; null: that of the shift
     * @param last the last date; null: that of the shift
     */
    public static Optional<Why> of(Rota rota, String slotId, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null && last == null) {
            return Why.of(rota, slotId);
        }
        return rota.problem().slots().stream()
                .filter(slot -> slot.id().equals(slotId))
                .findFirst()
                .flatMap(slot -> {
                    LocalDate from = first != null ? first : start(rota, slot);
                    Slot start = new Slot(slot.rotation(), slot.tier(), from);
                    return Why.ofDays(rota, start, last != null ? last : LocalDate.MAX);
                });
    }

    private static LocalDate start(Rota rota, Slot slot) {
        return Why.of(rota, slot.id()).orElseThrow().first().date();
    }

    /**
     * The next night of somebody who was woken: their on-call day that starts next, within a day of that moment; empty where
     * they hold none. So somebody woken at 3 o'clock gets tonight off.
     */
    public static Optional<Why> tonight(Rota rota, MemberId member, Instant woken) {
        record Night(Slot slot, Instant start) {}
        List<Night> nights = rota.problem().schedules().stream()
                .flatMap(schedule -> schedule.planned().stream()
                        .filter(day -> isNext(day, woken))
                        .flatMap(day -> schedule.rotation().tiers().stream()
                                .map(tier -> new Night(
                                        new Slot(schedule.rotation().id(), tier.id(), day.date()),
                                        day.span().start()))))
                .filter(night -> member.equals(rota.holder(night.slot())))
                .sorted(Comparator.comparing(Night::start))
                .toList();
        return nights.stream()
                .findFirst()
                .flatMap(night -> Why.ofDays(rota, night.slot(), night.slot().date()));
    }

    private static boolean isNext(OnCallDay day, Instant woken) {
        Instant start = day.span().start();
        return start.isAfter(woken) && !start.isAfter(woken.plus(java.time.Duration.ofDays(1)));
    }

    /**
     * The way out for days that nobody can take alone, as whoever is free then is on call too soon before or after. Everybody for all days from the first of them to the end of the shift, where somebody can take
     * those; empty where somebody can take just the days asked for, and where the shift does not go on after them.
     */
    public static Optional<Why> toTheEnd(Rota rota, Why asked) {
        return asked.holder() == null || able(asked).findAny().isPresent()
                ? Optional.empty()
                : Why.ofDays(rota, asked.first(), LocalDate.MAX)
                        .filter(rest -> rest.span().end().isAfter(asked.span().end()))
                        .filter(rest -> able(rest).findAny().isPresent());
    }

    /** The slots that an answer is about, in the order of time. */
    public static List<Slot> slots(RotaProblem problem, Why why) {
        Slot first = why.first();
        return days(problem, first)
                .filter(day -> why.span().contains(day.span().start()))
                .map(day -> new Slot(first.rotation(), first.tier(), day.date()))
                .toList();
    }

    private static Stream<OnCallDay> days(RotaProblem problem, Slot slot) {
        return problem.schedules().stream()
                .filter(schedule -> schedule.rotation().id().equals(slot.rotation()))
                .flatMap(schedule -> schedule.planned().stream());
    }

    /** Ways for the holder to be rid of the days that an answer is about, so many of a kind at most; none for a gap. */
    public static List<Proposal> ways(SwapFinder finder, RotaProblem problem, Why why, int most) {
        Member holder = why.holder();
        return holder == null ? List.of() : finder.ways(holder.id(), slots(problem, why), most);
    }

    /** Those who could take it and break no hard rule by it, the best first. */
    public static Stream<Why.Option> able(Why why) {
        return why.options().stream()
                .filter(option -> option.member() != null
                        && !option.isHolder()
                        && option.causes().stream()
                                .noneMatch(effect -> effect.rule().level() == Level.HARD));
    }
}
