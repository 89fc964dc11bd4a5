package org.oncall.rota.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Swaps, whatever became of them. */
public final class SwapBook {
    private static final String COLUMNS = "id, team, rota, status, body, changed_at";

    private final Sql sql;

    SwapBook(Sql sql) {
        this.sql = sql;
    }

    public Optional<StoredSwap> find(UUID id) {
        return sql.first("select " + COLUMNS + " from swap where id = ?", SwapBook::read, id);
    }

    /** A page of the team's swaps, those changed last first. */
    public List<StoredSwap> ofTeam(String team, int skip, int most) {
        return sql.query(
                "select " + COLUMNS + " from swap where team = ? order by changed_at desc, id limit ? offset ?",
                SwapBook::read,
                team,
                most,
                skip);
    }

    public void add(StoredSwap swap) {
        sql.update(
                "insert into swap (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)",
                swap.id(),
                swap.team(),
                swap.rota(),
                swap.status(),
                swap.body(),
                swap.changedAt());
    }

    public void replace(StoredSwap swap) {
        sql.update(
                "update swap set rota = ?, status = ?, body = ?, changed_at = ? where id = ?",
                swap.rota(),
                swap.status(),
                swap.body(),
                swap.changedAt(),
                swap.id());
    }

    private static StoredSwap read(Sql.Row row) {
        return new StoredSwap(row.id(1), row.text(2), row.id(3), row.text(4), row.text(5), row.instant(6));
    }
}
