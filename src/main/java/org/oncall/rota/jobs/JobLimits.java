package org.oncall.rota.jobs;

import java.time.Duration;

/**
 * How much is solved, waited for and kept.
 *
 * @param atOnce solves that search at the same time, at least 1
 * @param queue solves that wait for their turn, at least 0
 * @param keep how long a solve can be read after its end
 * @param most number of ended solves that can be read, at least 1; the oldest go first
 * @param longestWait longest time a caller may wait for a solve
 */
public record JobLimits(int atOnce, int queue, Duration keep, int most, Duration longestWait) {
    public JobLimits {
        atLeast("rota.solves.at-once", atOnce, 1);
        atLeast("rota.solves.queue", queue, 0);
        positive("rota.results.keep", keep);
        atLeast("rota.results.most", most, 1);
        positive("rota.wait.most", longestWait);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("The setting (" + name + ") must be at least " + least + ", not " + value
                    + ".\nMaybe remove it: the default is sensible.");
        }
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("The setting (" + name + ") must be longer than nothing, not " + value
                    + ".\nMaybe remove it: the default is sensible.");
        }
    }

    /** The time a caller really waits who asked for this long. */
    public Duration capped(Duration wait) {
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
