package org.oncall.rota.store;

import java.sql.SQLException;
import java.util.Set;

/** A statement that failed, on its way out of the transaction. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Undone in favour of another transaction (40...), or waited too long for it: in H2, in PostgreSQL. */
    private static final Set<String> LOCKED = Set.of("HYT00", "55P03");

    /** Data that does not fit (22), constraints (23), statements that are wrong (42): our fault, not the database's. */
    private static final Set<String> OURS = Set.of("22", "23", "42");

    /** The database has been closed; was closed while it was used. */
    private static final Set<String> CLOSED = Set.of("90098", "90121");

    private static final String DUPLICATE = "23505";

    private final String state;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    boolean isTransient() {
        return state.startsWith("40") || LOCKED.contains(state);
    }

    /** H2 closes a database that it cannot write to; connections that were there before do not find it again. */
    boolean isOfAClosedDatabase() {
        return CLOSED.contains(state);
    }

    RuntimeException asSeenOutside() {
        if (state.equals(DUPLICATE)) {
            return new DuplicateException(this);
        }
        return state.length() > 2 && OURS.contains(state.substring(0, 2))
                ? new IllegalStateException(getMessage(), this)
                : new StoreUnavailable(this);
    }
}
