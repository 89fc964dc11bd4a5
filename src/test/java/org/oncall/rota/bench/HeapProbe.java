package org.oncall.rota.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What a task holds on the heap while it runs: one collection in its midst, less what was there before it. */
final class HeapProbe {
    private final long before = used();
    private final Thread thread;
    private volatile long held;

    /** Looks once, so long after now, if not ended by then. */
    HeapProbe(Duration after) {
        thread = new Thread(() -> look(after), "heap-probe");
        thread.setDaemon(true);
        thread.start();
    }

    private void look(Duration after) {
        try {
            Thread.sleep(after);
            held = used() - before;
        } catch (InterruptedException e) {
            held = 0; // ended before its time: nothing was seen
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** 0 where the task ended before the look. */
    double megabytes() {
        return Math.max(0, held) / 1e6;
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
