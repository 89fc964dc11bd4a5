package org.oncall.rota.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.oncall.rota.domain.Score;

/** What the rows of one scale say: a table for each request, and how far the wishes are met. */
final class PeerSummary {
    private static final double NEAR_REFERENCE = 1.02;
    private static final double NOT_FAR_FROM_REFERENCE = 1.15;
    private static final double SMALL_SPREAD = 0.03;

    private final double scale;
    private final List<String> tables = new ArrayList<>();
    private final Wish near = new Wish("ours at 10 s <= 1.02 x reference at 60 s (wished: 90 % of requests)");
    private final Wish notFar = new Wish("ours at 1 s <= 1.15 x reference at 60 s");
    private final Wish notAboveDefault = new Wish("ours not above default moves, by request and time (wished: always)");
    private final Wish notAboveCpSat =
            new Wish("ours at 30 s, or else 10 s, not above CP-SAT at 60 s (wished: always)");
    private final Wish smallSpread = new Wish("(max - min) / median of ours at 10 s under 3 %");
    private final Wish smallDeviation = new Wish("relative standard deviation of ours at 10 s under 3 %");
    private final Wish inTime = new Wish("searches of ours that ended within their limit and a twentieth more");

    PeerSummary(double scale) {
        this.scale = scale;
    }

    /** How often something holds. */
    private static final class Wish {
        private final String text;
        private int held;
        private int judged;

        private Wish(String text) {
            this.text = text;
        }

        private void judge(boolean holds) {
            judged++;
            held += holds ? 1 : 0;
        }

        @Override
        public String toString() {
            return Bench.format("  %d of %d: %s", held, judged, text);
        }
    }

    /** The rows of one peer at one time, one a seed. */
    private record Group(List<PeerRow> rows) {
        boolean isEmpty() {
            return rows.isEmpty();
        }

        /** By hard breaches, then gaps, then cost; of an even number the worse of the two in the middle. */
        Score median() {
            return rows.stream().map(PeerRow::score).sorted().toList().get(rows.size() / 2);
        }

        double[] costs() {
            return rows.stream().mapToDouble(row -> row.score().soft()).toArray();
        }

        /** Whether only costs differ, so that they can be compared. */
        boolean isComparable() {
            return rows.stream()
                            .map(row -> row.score().hard() + "/" + row.score().medium())
                            .distinct()
                            .count()
                    == 1;
        }

        OptionalDouble spread() {
            double[] sorted = costs();
            Arrays.sort(sorted);
            double median = Bench.median(sorted);
            return isComparable() && rows.size() > 1 && median > 0
                    ? OptionalDouble.of((sorted[sorted.length - 1] - sorted[0]) / median)
                    : OptionalDouble.empty();
        }

        OptionalDouble deviation() {
            double[] costs = costs();
            double mean = Arrays.stream(costs).average().orElse(0);
            double squares = Arrays.stream(costs)
                    .map(cost -> (cost - mean) * (cost - mean))
                    .sum();
            return isComparable() && rows.size() > 1 && mean > 0
                    ? OptionalDouble.of(Math.sqrt(squares / (rows.size() - 1)) / mean)
                    : OptionalDouble.empty();
        }

        double movesPerSecond() {
            return Bench.median(rows.stream()
                    .mapToDouble(row -> row.seconds() > 0 ? row.moves() / row.seconds() : 0)
                    .toArray());
        }

        double megabytes() {
            return rows.stream().mapToDouble(PeerRow::megabytes).max().orElse(0);
        }

        double seconds() {
            return Bench.median(rows.stream().mapToDouble(PeerRow::seconds).toArray());
        }
    }

    private Group group(List<PeerRow> rows, String peer, int limit) {
        return new Group(rows.stream()
                .filter(row -> row.peer().equals(peer) && row.limit() == limit)
                .filter(row -> row.scale() == scale || peer.equals(PeerBench.ROUND_ROBIN))
                .limit(peer.equals(PeerBench.ROUND_ROBIN) ? 1 : Long.MAX_VALUE)
                .toList());
    }

    /** Adds a request's rows, all of one build. */
    void add(String name, List<PeerRow> rows) {
        StringBuilder table = new StringBuilder(name).append('\n');
        Group best = group(rows, PeerBench.REFERENCE, PeerBench.REFERENCE_TIMES.getLast());
        line(table, group(rows, PeerBench.ROUND_ROBIN, 0), best);
        PeerBench.TIMES.forEach(time -> line(table, group(rows, PeerBench.DEFAULT_MOVES, time), best));
        PeerBench.TIMES.forEach(time -> line(table, group(rows, PeerBench.OURS, time), best));
        PeerBench.REFERENCE_TIMES.forEach(time -> line(table, group(rows, PeerBench.REFERENCE, time), best));
        line(table, group(rows, PeerBench.CP_SAT, PeerBench.CP_SAT_TIME), best);
        double[] load = rows.stream().mapToDouble(PeerRow::load).sorted().toArray();
        if (load.length > 0) {
            table.append(Bench.format("  load of the machine %.1f to %.1f%n", load[0], load[load.length - 1]));
            tables.add(table.toString());
            judge(rows, best);
        }
    }

    private static void line(StringBuilder table, Group group, Group best) {
        if (group.isEmpty()) {
            return;
        }
        PeerRow first = group.rows.getFirst();
        Score median = group.median();
        long[] costs = group.rows.stream()
                .mapToLong(row -> row.score().soft())
                .sorted()
                .toArray();
        table.append(Bench.format(
                "  %-13s %2d s  hard %d, gaps %d, cost %5d (%d to %d)  spread %s, deviation %s  x reference %s  %.1f s, %,.0f moves a second, %s, %d seeds%n",
                first.peer(),
                first.limit(),
                median.hard(),
                median.medium(),
                median.soft(),
                costs[0],
                costs[costs.length - 1],
                percent(group.spread()),
                percent(group.deviation()),
                ratio(median, best),
                group.seconds(),
                group.movesPerSecond(),
                group.megabytes() > 0 ? Bench.format("%.0f MB", group.megabytes()) : "- MB",
                group.rows.size()));
    }

    private static String percent(OptionalDouble value) {
        return value.isPresent() ? Bench.format("%.1f %%", 100 * value.getAsDouble()) : "-";
    }

    private static String ratio(Score score, Group best) {
        boolean comparable = !best.isEmpty()
                && score.hard() == best.median().hard()
                && score.medium() == best.median().medium()
                && best.median().soft() > 0;
        return comparable
                ? Bench.format("%.2f", (double) score.soft() / best.median().soft())
                : "-";
    }

    private void judge(List<PeerRow> rows, Group best) {
        Group atTen = group(rows, PeerBench.OURS, 10);
        Group atOne = group(rows, PeerBench.OURS, 1);
        if (!best.isEmpty() && !atTen.isEmpty()) {
            near.judge(isWithin(atTen.median(), best.median(), NEAR_REFERENCE));
        }
        if (!best.isEmpty() && !atOne.isEmpty()) {
            notFar.judge(isWithin(atOne.median(), best.median(), NOT_FAR_FROM_REFERENCE));
        }
        Group cpSat = group(rows, PeerBench.CP_SAT, PeerBench.CP_SAT_TIME);
        Group atThirty = group(rows, PeerBench.OURS, 30);
        Group longest = atThirty.isEmpty() ? atTen : atThirty;
        if (!cpSat.isEmpty() && !longest.isEmpty()) {
            notAboveCpSat.judge(longest.median().compareTo(cpSat.median()) <= 0);
        }
        if (atTen.rows.size() > 1) {
            smallSpread.judge(atTen.spread().orElse(1) < SMALL_SPREAD);
            smallDeviation.judge(atTen.deviation().orElse(1) < SMALL_SPREAD);
        }
        for (int time : PeerBench.TIMES) {
            Group ours = group(rows, PeerBench.OURS, time);
            Group byDefault = group(rows, PeerBench.DEFAULT_MOVES, time);
            if (!ours.isEmpty() && !byDefault.isEmpty()) {
                notAboveDefault.judge(ours.median().compareTo(byDefault.median()) <= 0);
            }
            ours.rows.forEach(row -> inTime.judge(row.seconds() <= 1.05 * row.limit() * row.scale()));
        }
    }

    /** Fewer hard breaches or gaps, or as many and a cost of no more than that many times the other's. */
    static boolean isWithin(Score score, Score other, double factor) {
        if (score.hard() != other.hard() || score.medium() != other.medium()) {
            return score.compareTo(other) < 0;
        }
        return score.soft() <= other.soft() + (factor - 1) * Math.abs(other.soft());
    }

    void print() {
        System.out.println("\nPeers"
                + (scale == 1 ? "" : Bench.format(", all times multiplied by %s", scale))
                + "; medians over seeds, costs with their range\n");
        tables.forEach(System.out::println);
        for (Wish wish : List.of(near, notFar, notAboveDefault, notAboveCpSat, smallSpread, smallDeviation, inTime)) {
            System.out.println(wish);
        }
    }
}
