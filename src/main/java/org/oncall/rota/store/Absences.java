package org.oncall.rota.store;

import java.util.List;
import org.oncall.rota.domain.DateRange;

/** Which days of a member's leave came from which event of an absence feed. */
public final class Absences {
    private final Sql sql;

    Absences(Sql sql) {
        this.sql = sql;
    }

    /** Days that an event of a feed brought. */
    public record Absence(String uid, DateRange days) {}

    /** By event and day. */
    public List<Absence> of(String team, String member) {
        return sql.query(
                "select uid, first_day, last_day from absence where team = ? and member = ? order by uid, first_day, last_day",
                row -> new Absence(row.text(1), new DateRange(row.date(2), row.date(3))),
                team,
                member);
    }

    /** Whose leave is known from feeds. */
    public List<String> members(String team) {
        return sql.query(
                "select distinct member from absence where team = ? order by member", row -> row.text(1), team);
    }

    /** Writes what a member's absences are from now on. */
    public void replace(String team, String member, List<Absence> absences) {
        sql.update("delete from absence where team = ? and member = ?", team, member);
        for (Absence absence : absences) {
            sql.update(
                    "insert into absence (team, member, uid, first_day, last_day) values (?, ?, ?, ?, ?)",
                    team,
                    member,
                    absence.uid(),
                    absence.days().first(),
                    absence.days().last());
        }
    }
}
