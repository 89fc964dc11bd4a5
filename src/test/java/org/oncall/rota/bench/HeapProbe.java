package org.oncall.rota.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How much of the heap is in use after a collection in the midst of a task: by the task, and by all else that the process
 * holds. What was in use before is not taken off: some of it may be from the task before, and go while this one runs.
 */
final class HeapProbe {
    private final Thread thread;
    private volatile long used;

    /** Looks once, so long after now, if not ended by then. */
    HeapProbe(Duration after) {
        thread = new Thread(() -> look(after), "heap-probe");
        thread.setDaemon(true);
        thread.start();
    }

    private void look(Duration after) {
        try {
            Thread.sleep(after);
            used = used();
        } catch (InterruptedException e) {
            used = 0; // ended before its time: nothing was seen
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** 0 where the task ended before the look. */
    double megabytes() {
        return used / 1e6;
    }

    /** Waits for a look that has begun, and forgets one that has not. */
    void end() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
