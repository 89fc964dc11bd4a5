package org.oncall.rota.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.oncall.rota.domain.Holding;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.Slot;
import org.oncall.rota.domain.TierId;

/** Slots that were swapped and stay with whom they have, until the swap is undone. */
public final class Pins {
    private final Sql sql;

    Pins(Sql sql) {
        this.sql = sql;
    }

    /** The team's pinned slots from the first day to the last but one, by rotation, tier and day. */
    public List<Holding> ofTeam(String team, LocalDate from, LocalDate to) {
        return sql.query(
                "select rotation, tier, slot_day, member from pin where team = ? and slot_day >= ? and slot_day < ?"
                        + " order by rotation, tier, slot_day",
                row -> new Holding(
                        new Slot(new RotationId(row.text(1)), new TierId(row.text(2)), row.date(3)),
                        new MemberId(row.text(4))),
                team,
                from,
                to);
    }

    /** Pins a slot, which a later swap takes over from an earlier one. */
    public void put(String team, Holding holding, UUID swap) {
        Slot slot = holding.slot();
        remove(team, slot);
        sql.update(
                "insert into pin (team, rotation, tier, slot_day, member, swap) values (?, ?, ?, ?, ?, ?)",
                team,
                slot.rotation().value(),
                slot.tier().value(),
                slot.date(),
                holding.member().value(),
                swap);
    }

    /** Lets go of a slot, whoever pinned it. */
    public void remove(String team, Slot slot) {
        sql.update(
                "delete from pin where team = ? and rotation = ? and tier = ? and slot_day = ?",
                team,
                slot.rotation().value(),
                slot.tier().value(),
                slot.date());
    }
}
