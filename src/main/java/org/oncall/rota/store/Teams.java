package org.oncall.rota.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Teams by id. */
public final class Teams {
    private static final String COLUMNS = "id, version, body, deleted, updated_at";

    private final Sql sql;
    private final Gates.Passage passage;

    Teams(Sql sql, Gates.Passage passage) {
        this.sql = sql;
        this.passage = passage;
    }

    /** Every team that was not deleted, by id. */
    public List<StoredTeam> all() {
        return sql.query("select " + COLUMNS + " from team where not deleted order by id", Teams::read);
    }

    /** The team, deleted or not. */
    public Optional<StoredTeam> find(String id) {
        return sql.first("select " + COLUMNS + " from team where id = ?", Teams::read, id);
    }

    /** The team, deleted or not; no other transaction that locks it goes on before this one ends. */
    public Optional<StoredTeam> lock(String id) {
        passage.enter(id);
        return sql.first("select " + COLUMNS + " from team where id = ? for update", Teams::read, id);
    }

    public void add(StoredTeam team) {
        sql.update(
                "insert into team (" + COLUMNS + ") values (?, ?, ?, ?, ?)",
                team.id(),
                team.version(),
                team.body(),
                team.deleted(),
                team.updatedAt());
    }

    /** Writes the team if it still has the version before that of {@code team}, and says whether it had. */
    public boolean replace(StoredTeam team) {
        return sql.update(
                        "update team set version = ?, body = ?, deleted = ?, updated_at = ? where id = ? and version = ?",
                        team.version(),
                        team.body(),
                        team.deleted(),
                        team.updatedAt(),
                        team.id(),
                        team.version() - 1)
                == 1;
    }

    /**
     * Writes a team that this transaction has locked. Should it have another version after all, everything is undone and done
     * once more: nothing may be acknowledged that was not written.
     */
    public void write(StoredTeam team) {
        if (!replace(team)) {
            throw new SqlFailure(
                    new SQLException("The team (" + team.id() + ") was changed though it was locked.", "40001"));
        }
    }

    private static StoredTeam read(Sql.Row row) {
        return new StoredTeam(row.text(1), row.number(2), row.text(3), row.is(4), row.instant(5));
    }

    /** A team as it is when made. */
    public static StoredTeam first(String id, String body, Instant at) {
        return new StoredTeam(id, 1, body, false, at);
    }
}
