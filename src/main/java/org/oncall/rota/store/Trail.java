package org.oncall.rota.store;

import java.util.List;
import java.util.UUID;

/** Every change, only ever added to. */
public final class Trail {
    private static final String COLUMNS =
            "happened_at, team, rota, who, what, why, revision_before, revision_after, details";

    private final Sql sql;

    Trail(Sql sql) {
        this.sql = sql;
    }

    public void add(TrailEntry entry) {
        sql.update(
                "insert into trail (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.at(),
                entry.team(),
                entry.rota(),
                entry.who(),
                entry.what(),
                entry.why(),
                entry.revisionBefore(),
                entry.revisionAfter(),
                entry.details());
    }

    /** A page of what concerns the team, the newest first. */
    public List<TrailEntry> ofTeam(String team, int skip, int most) {
        return page("team = ?", team, skip, most);
    }

    /** A page of what concerns the revision, the newest first. */
    public List<TrailEntry> ofRota(UUID rota, int skip, int most) {
        return page("rota = ?", rota, skip, most);
    }

    private List<TrailEntry> page(String condition, Object value, int skip, int most) {
        return sql.query(
                "select id, " + COLUMNS + " from trail where " + condition + " order by id desc limit ? offset ?",
                row -> new TrailEntry(
                        row.number(1),
                        row.instant(2),
                        row.text(3),
                        row.idOrNull(4),
                        row.text(5),
                        row.text(6),
                        row.textOrNull(7),
                        row.integerOrNull(8),
                        row.integerOrNull(9),
                        row.text(10)),
                value,
                most,
                skip);
    }
}
