package org.oncall.rota.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Interval;

/** What was published and holds, of every team. In one tier no two shifts overlap. */
public final class Shifts {
    private static final String COLUMNS = "team, rotation, tier, member, starts_at, ends_at, rota";

    private final Sql sql;

    Shifts(Sql sql) {
        this.sql = sql;
    }

    /** The team's shifts that have a moment in the range, by rotation, tier and time. */
    public List<StoredShift> ofTeam(String team, Instant from, Instant to) {
        return sql.query(
                "select " + COLUMNS + " from shift where team = ? and ends_at > ? and starts_at < ?"
                        + " order by rotation, tier, starts_at",
                Shifts::read,
                team,
                from,
                to);
    }

    /**
     * The member's shifts that have a moment in the range, by time.
     *
     * @param team null: in every team that has a member of this id
     */
    public List<StoredShift> ofMember(String member, @Nullable String team, Instant from, Instant to) {
        return sql.query(
                "select " + COLUMNS + " from shift where member = ? and ends_at > ? and starts_at < ?"
                        + " and (cast(? as varchar(100)) is null or team = ?)"
                        + " order by starts_at, team, rotation, tier",
                Shifts::read,
                member,
                from,
                to,
                team,
                team);
    }

    /** Takes everything out of a stretch of one rotation; what reaches beyond it is cut. */
    public void clear(String team, String rotation, Interval stretch) {
        List<StoredShift> there = sql.query(
                "select " + COLUMNS + " from shift where team = ? and rotation = ? and ends_at > ? and starts_at < ?",
                Shifts::read,
                team,
                rotation,
                stretch.start(),
                stretch.end());
        sql.update(
                "delete from shift where team = ? and rotation = ? and ends_at > ? and starts_at < ?",
                team,
                rotation,
                stretch.start(),
                stretch.end());
        for (StoredShift shift : there) {
            if (shift.span().start().isBefore(stretch.start())) {
                add(shift.during(new Interval(shift.span().start(), stretch.start())));
            }
            if (shift.span().end().isAfter(stretch.end())) {
                add(shift.during(new Interval(stretch.end(), shift.span().end())));
            }
        }
    }

    public void add(StoredShift shift) {
        sql.update(
                "insert into shift (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                shift.team(),
                shift.rotation(),
                shift.tier(),
                shift.member(),
                shift.span().start(),
                shift.span().end(),
                shift.rota());
    }

    private static StoredShift read(Sql.Row row) {
        return new StoredShift(
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                new Interval(row.instant(5), row.instant(6)),
                row.id(7));
    }
}
