package org.oncall.rota.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Menus under way, and those that ended not long ago. */
public final class Menus {
    private static final String COLUMNS = "id, rota, basis, status, starts, request, answer, taken_at, ended_at";

    private final Sql sql;

    Menus(Sql sql) {
        this.sql = sql;
    }

    public void add(StoredMenu menu) {
        sql.update(
                "insert into menu (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                menu.id(),
                menu.rota(),
                Rotas.joined(menu.basis()),
                menu.status(),
                menu.starts(),
                menu.request(),
                menu.answer(),
                menu.takenAt(),
                menu.endedAt());
    }

    public Optional<StoredMenu> find(UUID id) {
        return sql.first("select " + COLUMNS + " from menu where id = ?", Menus::read, id);
    }

    /** Those that have not ended, in the order in which they were taken. */
    public List<StoredMenu> unfinished() {
        return sql.query("select " + COLUMNS + " from menu where ended_at is null order by taken_at, id", Menus::read);
    }

    /** A process begins to look for it, once more. */
    public void begin(UUID id) {
        sql.update("update menu set starts = starts + 1 where id = ? and ended_at is null", id);
    }

    public void end(UUID id, String status, @Nullable String answer, Instant at) {
        sql.update(
                "update menu set status = ?, answer = ?, ended_at = ? where id = ? and ended_at is null",
                status,
                answer,
                at,
                id);
    }

    /** Forgets those that ended before that moment, and of the rest all but the last so many. */
    public void forget(Instant before, int most) {
        sql.update("delete from menu where ended_at < ?", before);
        sql.update(
                "delete from menu where ended_at is not null and id not in"
                        + " (select id from menu where ended_at is not null order by ended_at desc, id limit ?)",
                most);
    }

    private static StoredMenu read(Sql.Row row) {
        return new StoredMenu(
                row.id(1),
                row.id(2),
                Rotas.split(row.text(3)),
                row.text(4),
                row.integer(5),
                row.text(6),
                row.textOrNull(7),
                row.instant(8),
                row.instantOrNull(9));
    }
}
