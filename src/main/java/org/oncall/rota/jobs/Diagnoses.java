package org.oncall.rota.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.oncall.rota.diagnosis.Diagnosis;

/** Diagnoses that callers wait for: only so many at once, as each takes a processor and memory outside the heap. */
public final class Diagnoses {
    /** Each waits on a thread that would answer others meanwhile. */
    private static final int MOST_WAITING = 4;

    private final Semaphore places;
    private final Duration longestWait;

    /**
     * A number of places.
     *
     * @param longestWait for a place
     */
    public Diagnoses(int atOnce, Duration longestWait) {
        this.places = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** How long a caller should leave it who found no place. */
    public Duration retryAfter() {
        return longestWait;
    }

    /** What the supplier makes, on this thread; empty where no place came free in time. */
    public Optional<Diagnosis> make(Supplier<Diagnosis> diagnosis) {
        if (places.getQueueLength() >= MOST_WAITING) {
            return Optional.empty();
        }
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(diagnosis.get());
        } finally {
            places.release();
        }
    }
}
