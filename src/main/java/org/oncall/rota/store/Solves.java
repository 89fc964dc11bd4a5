package org.oncall.rota.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Solves under way, and those that ended not long ago. */
public final class Solves {
    private static final String COLUMNS =
            "id, team, made_by, why, basis, status, starts, request, best, elapsed_ms, answer,"
                    + " problem, taken_at, ended_at";

    private final Sql sql;

    Solves(Sql sql) {
        this.sql = sql;
    }

    public void add(StoredSolve solve) {
        sql.update(
                "insert into solve (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                solve.id(),
                solve.team(),
                solve.madeBy(),
                solve.why(),
                Rotas.joined(solve.basis()),
                solve.status(),
                solve.starts(),
                solve.request(),
                solve.best(),
                solve.elapsed().toMillis(),
                solve.answer(),
                solve.problem(),
                solve.takenAt(),
                solve.endedAt());
    }

    public Optional<StoredSolve> find(UUID id) {
        return sql.first("select " + COLUMNS + " from solve where id = ?", Solves::read, id);
    }

    /** Those that have not ended, in the order in which they were taken. */
    public List<StoredSolve> unfinished() {
        return sql.query(
                "select " + COLUMNS + " from solve where ended_at is null order by taken_at, id", Solves::read);
    }

    /** Its search begins, once more. */
    public void begin(UUID id, String status) {
        sql.update("update solve set status = ?, starts = starts + 1 where id = ? and ended_at is null", status, id);
    }

    /** It waits again, and its last start does not count: it was interrupted on purpose. */
    public void suspend(UUID id, String status) {
        sql.update(
                "update solve set status = ?, starts = starts - 1 where id = ? and ended_at is null and starts > 0",
                status,
                id);
    }

    /** Keeps the best rota so far. */
    public void save(UUID id, String best, Duration elapsed) {
        sql.update(
                "update solve set best = ?, elapsed_ms = ? where id = ? and ended_at is null",
                best,
                elapsed.toMillis(),
                id);
    }

    /** Says whether it had not ended already. */
    public boolean end(
            UUID id, String status, @Nullable String answer, @Nullable String problem, Duration elapsed, Instant at) {
        return sql.update(
                        "update solve set status = ?, answer = ?, problem = ?, elapsed_ms = ?, ended_at = ?, best = null"
                                + " where id = ? and ended_at is null",
                        status,
                        answer,
                        problem,
                        elapsed.toMillis(),
                        at,
                        id)
                == 1;
    }

    /** Forgets those that ended before that moment, and of the rest all but the last so many. */
    public void forget(Instant before, int most) {
        sql.update("delete from solve where ended_at < ?", before);
        sql.update(
                "delete from solve where ended_at is not null and id not in"
                        + " (select id from solve where ended_at is not null order by ended_at desc, id limit ?)",
                most);
    }

    private static StoredSolve read(Sql.Row row) {
        return new StoredSolve(
                row.id(1),
                row.textOrNull(2),
                row.text(3),
                row.textOrNull(4),
                Rotas.split(row.text(5)),
                row.text(6),
                row.integer(7),
                row.text(8),
                row.textOrNull(9),
                Duration.ofMillis(row.number(10)),
                row.textOrNull(11),
                row.textOrNull(12),
                row.instant(13),
                row.instantOrNull(14));
    }
}
