package org.oncall.rota.proof;

import java.time.Duration;

/** When all questions of one proof must have been answered. */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** A deadline after that share of the time that is left. */
    Deadline earlier(double share) {
        return new Deadline(System.nanoTime() + (long) (share * secondsLeft() * 1e9));
    }

    boolean isOver() {
        return secondsLeft() <= 0;
    }

    double secondsLeft() {
        return (nanoTime - System.nanoTime()) / 1e9;
    }
}
