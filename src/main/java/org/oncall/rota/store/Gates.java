package org.oncall.rota.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets one transaction of this process at a time lock a team, until it is written or undone to the end. The database's own lock
 * is not enough: while H2 undoes a transaction that has locked a row, another one may get the row and write it, which the undoing
 * then takes back without a word. Several teams may share a gate.
 */
final class Gates {
    private static final int GATES = 64;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final List<ReentrantLock> gates =
            Stream.generate(ReentrantLock::new).limit(GATES).toList();

    /** The gates that a transaction has gone through; closed by the thread that did. */
    final class Passage implements AutoCloseable {
        private final List<ReentrantLock> passed = new ArrayList<>();

        void enter(String team) {
            ReentrantLock gate = gates.get(Math.floorMod(team.hashCode(), GATES));
            if (gate.isHeldByCurrentThread()) {
                return;
            }
            try {
                if (!gate.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new SqlFailure(new SQLException("Somebody else changes the team (" + team + ").", "HYT00"));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for the team (" + team + ").", e);
            }
            passed.add(gate);
        }

        @Override
        public void close() {
            passed.forEach(ReentrantLock::unlock);
        }
    }

    Passage passage() {
        return new Passage();
    }
}
