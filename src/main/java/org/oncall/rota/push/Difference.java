package org.oncall.rota.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;
import org.oncall.rota.export.exchange.Turn;

/**
 * What to write so that within a window there are exactly the wanted turns. The past is left alone, and so is what lies outside
 * the window; a live turn that reaches out of it keeps that part.
 */
record Difference(List<Turn> creates, List<SchedulePlan.Change> changes, List<LiveTurn> deletes) {
    /**
     * How far the clocks here and there may differ: a turn that ends so soon is left as it is, and one that starts so soon has
     * begun.
     */
    static final Duration SLACK = Duration.ofMinutes(1);

    /**
     * @param wanted sorted, not overlapping
     * @param live as it is, in any order
     * @param window from now, or a later start of the rota, to its end
     * @param now what has begun by then can only be given another end
     * @param changeable whether a live turn can be changed; else it is deleted and made anew
     */
    static Difference of(List<Turn> wanted, List<LiveTurn> live, Interval window, Instant now, boolean changeable) {
        List<Turn> missing = new ArrayList<>();
        Instant soon = now.plus(SLACK);
        for (Turn turn : wanted) {
            if (turn.span().overlaps(window) && turn.span().end().isAfter(soon)) {
                missing.add(new Turn(turn.id(), turn.user(), cut(turn.span(), window, soon)));
            }
        }
        List<LiveTurn> wrong = new ArrayList<>();
        live.stream()
                .filter(turn ->
                        turn.span().overlaps(window) && turn.span().end().isAfter(soon))
                .sorted(Comparator.comparing((LiveTurn turn) -> turn.span().start())
                        .thenComparing(turn -> String.valueOf(turn.id())))
                .forEach(turn -> {
                    Interval inside = cut(turn.span(), window, soon);
                    boolean right = missing.removeIf(
                            want -> want.span().equals(inside) && want.user().equals(turn.user()));
                    if (!right && turn.id() != null) {
                        wrong.add(turn);
                    }
                });
        List<SchedulePlan.Change> changes = changeable ? changes(missing, wrong, window, now) : List.of();
        Set<LiveTurn> changed = new HashSet<>();
        changes.forEach(change -> changed.add(change.live()));
        List<Turn> creates = new ArrayList<>(missing);
        for (LiveTurn turn : wrong) {
            if (!changed.contains(turn)) {
                creates.addAll(outside(turn, window, now));
            }
        }
        creates.sort(Comparator.comparing((Turn turn) -> turn.span().start()).thenComparing(Turn::user));
        return new Difference(
                creates,
                changes,
                wrong.stream().filter(turn -> !changed.contains(turn)).toList());
    }

    /** Pairs what is missing with what is wrong, and takes it from both. */
    private static List<SchedulePlan.Change> changes(
            List<Turn> missing, List<LiveTurn> wrong, Interval window, Instant now) {
        List<SchedulePlan.Change> changes = new ArrayList<>();
        List<LiveTurn> open = new ArrayList<>(wrong);
        for (LiveTurn turn : wrong) {
            if (turn.span().end().isAfter(window.end())) {
                continue; // part of it is not for this rota to say
            }
            boolean begun = !turn.span().start().isAfter(now);
            @Nullable
            Turn match = missing.stream()
                    .filter(want -> fits(turn, want, begun, now))
                    .min(Comparator.comparing((Turn want) -> Objects.equals(want.user(), turn.user()) ? 0 : 1))
                    .orElse(null);
            if (match != null) {
                missing.remove(match);
                open.remove(turn);
                Interval span = new Interval(turn.span().start(), match.span().end());
                changes.add(new SchedulePlan.Change(turn, new Turn(match.id(), match.user(), span)));
            }
        }
        // Who stays longer does so before others leave earlier.
        changes.sort(Comparator.comparing((SchedulePlan.Change change) ->
                        change.turn().span().end().isBefore(change.live().span().end()) ? 1 : 0)
                .thenComparing(change -> change.live().span().start()));
        return changes;
    }

    /** The same start, and either the same person or the same end: a change that takes nobody away between two writes. */
    private static boolean fits(LiveTurn live, Turn want, boolean begun, Instant now) {
        boolean sameUser = want.user().equals(live.user());
        return begun
                ? sameUser && !want.span().start().isAfter(now)
                : want.span().start().equals(live.span().start())
                        && (sameUser || want.span().end().equals(live.span().end()));
    }

    /** The parts of a turn that are not for this rota to say, as far as they are not past. */
    private static List<Turn> outside(LiveTurn turn, Interval window, Instant now) {
        String user = turn.user();
        if (user == null) {
            return List.of();
        }
        Instant start = turn.span().start().isBefore(now) ? now : turn.span().start();
        return Stream.of(
                        start.isBefore(window.start()) ? new Interval(start, window.start()) : null,
                        window.end().isBefore(turn.span().end())
                                ? new Interval(window.end(), turn.span().end())
                                : null)
                .filter(Objects::nonNull)
                .map(span -> new Turn("outside." + span.start(), user, span))
                .toList();
    }

    private static Interval cut(Interval span, Interval window, Instant soon) {
        boolean begun = span.start().isBefore(window.start()) || span.start().isBefore(soon);
        return new Interval(
                begun ? window.start() : span.start(), window.end().isBefore(span.end()) ? window.end() : span.end());
    }
}
