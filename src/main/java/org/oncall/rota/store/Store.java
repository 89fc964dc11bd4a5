package org.oncall.rota.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The way to the database: everything happens in a transaction, all of it or nothing. A transaction that is begun within
 * another one of the same thread is part of that one.
 */
public final class Store {
    /** Two that wait for each other are undone by the database, and one of them tries again. */
    private static final int MOST_TRIES = 5;

    private final DataSource source;
    private final Runnable forget;
    private final Gates gates = new Gates();
    private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();

    public Store(DataSource source) {
        this(source, () -> {});
    }

    /**
     * A store on a database that may close itself, as an embedded one does when its disk is full.
     *
     * @param forget lets go of every connection that is kept, so that the database is opened anew by the next one
     */
    public Store(DataSource source, Runnable forget) {
        this.source = source;
        this.forget = forget;
    }

    /**
     * Runs the work in a transaction and returns what it returns. If it throws, nothing has happened.
     *
     * @throws StoreUnavailable if the database cannot be reached or cannot write; nothing was acknowledged then
     * @throws DuplicateException if another transaction has written a row of the same key
     */
    public <T extends @Nullable Object> T transact(Function<Transaction, T> work) {
        Transaction outer = current.get();
        if (outer != null) {
            return work.apply(outer);
        }
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (SqlFailure failure) {
                if (failure.isOfAClosedDatabase()) {
                    forget.run();
                }
                if (!failure.isTransient() || tries == MOST_TRIES) {
                    throw failure.asSeenOutside();
                }
            }
        }
    }

    /** The same for work that returns nothing. */
    public void run(Consumer<Transaction> work) {
        this.<@Nullable Void>transact(transaction -> {
            work.accept(transaction);
            return null;
        });
    }

    /** Whether the database answers. */
    public boolean isThere() {
        try {
            return transact(transaction -> transaction.sql().query("select 1", row -> row.integer(1)))
                            .size()
                    == 1;
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private <T extends @Nullable Object> T once(Function<Transaction, T> work) {
        List<Runnable> afterwards = new ArrayList<>();
        T result;
        try (Gates.Passage passage = gates.passage();
                Connection connection = source.getConnection()) {
            result = committed(connection, new Transaction(new Sql(connection), passage, afterwards), work);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
        afterwards.forEach(Runnable::run);
        return result;
    }

    private <T extends @Nullable Object> T committed(
            Connection connection, Transaction transaction, Function<Transaction, T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        current.set(transaction);
        try {
            T result = work.apply(transaction);
            connection.commit();
            done = true;
            return result;
        } finally {
            current.remove();
            if (!done) {
                rollBack(connection);
            }
        }
    }

    /** Where this fails the connection is broken, and the database undoes the transaction by itself. */
    @SuppressWarnings("EmptyCatch")
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // What made the work fail is thrown already, and says more.
        }
    }
}
