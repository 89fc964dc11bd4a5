package org.oncall.rota.intake.live;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;

/**
 * People who take turns of one length. Turns and restrictions go by the wall clock of the schedule: a week is from Monday nine to
 * Monday nine, whether the clocks change in it or not. A turn that falls into a skipped hour alone has no time.
 *
 * @param start from when the layer calls anybody
 * @param end until when; null: for good
 * @param turnsFrom when a turn of the first user began, or would have
 * @param turnSeconds how long a turn is by the wall clock; positive
 * @param users in their order, at least one
 * @param restrictions outside which the layer calls nobody; none: it always calls
 */
public record Layer(
        Instant start,
        @Nullable Instant end,
        Instant turnsFrom,
        long turnSeconds,
        List<LiveUser> users,
        List<Restriction> restrictions) {
    /** More pieces than this no layer may fall into within a window. */
    public static final int MOST_PIECES = 40_000;

    public Layer {
        users = List.copyOf(users);
        restrictions = List.copyOf(restrictions);
    }

    /** The shifts of the layer that touch the window, cut to it, sorted. */
    public List<LiveShift> shifts(ZoneId zone, Interval window, Effort effort) throws TooMuch {
        Instant from = start.isAfter(window.start()) ? start : window.start();
        Instant to = end != null && end.isBefore(window.end()) ? end : window.end();
        if (!from.isBefore(to)) {
            return List.of();
        }
        Interval bounds = new Interval(from, to);
        List<LiveShift> turns = turns(zone, bounds, effort);
        if (restrictions.isEmpty()) {
            return turns;
        }
        List<Interval> open = open(zone, bounds, effort);
        List<LiveShift> result = new ArrayList<>();
        int first = 0;
        for (LiveShift turn : turns) {
            while (first < open.size()
                    && !open.get(first).end().isAfter(turn.span().start())) {
                first++;
            }
            for (int i = first;
                    i < open.size() && open.get(i).start().isBefore(turn.span().end());
                    i++) {
                add(result, turn.user(), open.get(i), turn.span());
            }
        }
        return List.copyOf(result);
    }

    private List<LiveShift> turns(ZoneId zone, Interval bounds, Effort effort) throws TooMuch {
        LocalDateTime first = LocalDateTime.ofInstant(turnsFrom, zone);
        LocalDateTime begin = LocalDateTime.ofInstant(bounds.start(), zone);
        List<LiveShift> turns = new ArrayList<>();
        // One earlier, as a clock change may have moved it to here.
        long turn = Math.floorDiv(Duration.between(first, begin).toSeconds(), turnSeconds) - 1;
        while (true) {
            effort.spend(1);
            Instant starts = first.plusSeconds(turn * turnSeconds).atZone(zone).toInstant();
            Instant ends =
                    first.plusSeconds((turn + 1) * turnSeconds).atZone(zone).toInstant();
            if (!starts.isBefore(bounds.end())) {
                return turns;
            }
            if (starts.isBefore(ends)) {
                add(
                        turns,
                        users.get((int) Math.floorMod(turn, (long) users.size())),
                        new Interval(starts, ends),
                        bounds);
            }
            turn++;
        }
    }

    private List<Interval> open(ZoneId zone, Interval bounds, Effort effort) throws TooMuch {
        LocalDate first = LocalDate.ofInstant(bounds.start(), zone).minusDays(8);
        LocalDate last = LocalDate.ofInstant(bounds.end(), zone).plusDays(1);
        List<Interval> all = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            @Nullable DayOfWeek weekly = restriction.day();
            LocalDate day = weekly == null ? first : first.with(TemporalAdjusters.nextOrSame(weekly));
            for (; !day.isAfter(last); day = day.plusDays(weekly == null ? 1 : 7)) {
                effort.spend(1);
                LocalDateTime local = day.atTime(restriction.time());
                Instant starts = local.atZone(zone).toInstant();
                Instant ends =
                        local.plusSeconds(restriction.seconds()).atZone(zone).toInstant();
                if (starts.isBefore(ends)) {
                    all.add(new Interval(starts, ends));
                }
            }
        }
        all.sort(Comparator.comparing(Interval::start));
        List<Interval> joined = new ArrayList<>();
        for (Interval next : all) {
            Interval before = joined.isEmpty() ? null : joined.getLast();
            if (before == null || before.end().isBefore(next.start())) {
                joined.add(next);
            } else if (before.end().isBefore(next.end())) {
                joined.set(joined.size() - 1, new Interval(before.start(), next.end()));
            }
        }
        return joined;
    }

    /** What says that there are too many. */
    public static TooMuch tooManyPieces() {
        return new TooMuch("at most " + MOST_PIECES + " turns in the period");
    }

    private static void add(List<LiveShift> shifts, LiveUser user, Interval span, Interval bounds) throws TooMuch {
        Instant starts = span.start().isBefore(bounds.start()) ? bounds.start() : span.start();
        Instant ends = span.end().isAfter(bounds.end()) ? bounds.end() : span.end();
        if (starts.isBefore(ends)) {
            LiveShift before = shifts.isEmpty() ? null : shifts.getLast();
            if (before != null
                    && before.user().equals(user)
                    && before.span().end().equals(starts)) {
                shifts.set(
                        shifts.size() - 1,
                        new LiveShift(new Interval(before.span().start(), ends), user));
            } else {
                shifts.add(new LiveShift(new Interval(starts, ends), user));
            }
        }
        if (shifts.size() > MOST_PIECES) {
            throw tooManyPieces();
        }
    }
}
