package org.oncall.rota.push;

import java.time.Duration;

/** Waits, so that tests need not. */
@FunctionalInterface
public interface Sleeper {
    /** Returns after that time. */
    void sleep(Duration time) throws InterruptedException;
}
