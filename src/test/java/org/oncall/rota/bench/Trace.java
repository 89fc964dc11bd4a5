package org.oncall.rota.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oncall.rota.domain.Score;

/** The best score of one search, over time. */
final class Trace {
    private record Point(Duration elapsed, Score score) {}

    private final long start = System.nanoTime();
    private final List<Point> points = new ArrayList<>();

    /** Adds a score that was reached now, if it is better than all before. */
    void add(Score score) {
        if (points.isEmpty() || score.compareTo(points.getLast().score) < 0) {
            points.add(new Point(elapsed(), score));
        }
    }

    /** Since this trace was made. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The best score that was known at that time; empty where there was none yet. */
    Optional<Score> at(Duration time) {
        Optional<Score> result = Optional.empty();
        for (Point point : points) {
            if (point.elapsed.compareTo(time) <= 0) {
                result = Optional.of(point.score);
            }
        }
        return result;
    }
}
