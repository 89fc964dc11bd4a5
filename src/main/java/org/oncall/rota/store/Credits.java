package org.oncall.rota.store;

import java.time.LocalDate;
import java.util.List;
import org.oncall.rota.domain.Credit;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;

/** Swapped slots that count as done for somebody else than whoever works them; kept for good, as history needs them. */
public final class Credits {
    private final Sql sql;

    Credits(Sql sql) {
        this.sql = sql;
    }

    /** The team's credits from the first day to the last but one, by rotation, tier and day. */
    public List<Credit> ofTeam(String team, LocalDate from, LocalDate to) {
        return sql.query(
                "select rotation, tier, slot_day, worked, credited from credit where team = ? and slot_day >= ?"
                        + " and slot_day < ? order by rotation, tier, slot_day",
                row -> new Credit(
                        new Slot(new RotationId(row.text(1)), new TierId(row.text(2)), row.date(3)),
                        new MemberId(row.text(4)),
                        new MemberId(row.text(5))),
                team,
                from,
                to);
    }

    /** Credits a slot that has no credit. */
    public void add(String team, Credit credit) {
        Slot slot = credit.slot();
        sql.update(
                "insert into credit (team, rotation, tier, slot_day, worked, credited) values (?, ?, ?, ?, ?, ?)",
                team,
                slot.rotation().value(),
                slot.tier().value(),
                slot.date(),
                credit.worked().value(),
                credit.credited().value());
    }

    /** Takes the credit of a slot back, if it has one. */
    public void remove(String team, Slot slot) {
        sql.update(
                "delete from credit where team = ? and rotation = ? and tier = ? and slot_day = ?",
                team,
                slot.rotation().value(),
                slot.tier().value(),
                slot.date());
    }
}
