package org.oncall.rota.store;

import java.time.Instant;
import java.util.Optional;

/** Answers to requests with an idempotency key, by key and route. */
public final class Keys {
    private static final String COLUMNS = "idempotency_key, route, digest, status, headers, body, answered_at";

    private final Sql sql;

    Keys(Sql sql) {
        this.sql = sql;
    }

    public Optional<StoredAnswer> find(String key, String route) {
        return sql.first(
                "select " + COLUMNS + " from answered where idempotency_key = ? and route = ?",
                row -> new StoredAnswer(
                        row.text(1),
                        row.text(2),
                        row.text(3),
                        row.integer(4),
                        row.text(5),
                        row.textOrNull(6),
                        row.instant(7)),
                key,
                route);
    }

    /** Takes the key: whoever comes with the same one meanwhile waits for the end of this transaction, and then fails. */
    public void take(String key, String route, String digest, Instant at) {
        sql.update("insert into answered (" + COLUMNS + ") values (?, ?, ?, 0, '{}', null, ?)", key, route, digest, at);
    }

    /** What is answered under a key that this transaction has taken. */
    public void answer(StoredAnswer answer) {
        sql.update(
                "update answered set status = ?, headers = ?, body = ?, answered_at = ?"
                        + " where idempotency_key = ? and route = ?",
                answer.status(),
                answer.headers(),
                answer.body(),
                answer.at(),
                answer.key(),
                answer.route());
    }

    /** Gives a key back that this transaction has taken, as nothing was done. */
    public void giveBack(String key, String route) {
        sql.update("delete from answered where idempotency_key = ? and route = ?", key, route);
    }

    /** Forgets answers from before that moment. */
    public void forget(Instant before) {
        sql.update("delete from answered where answered_at < ?", before);
    }
}
