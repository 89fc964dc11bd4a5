package org.oncall.rota.store;

import java.util.List;

/** One transaction under way: what is read and written through it becomes so together, or not at all. */
public final class Transaction {
    private final Sql sql;
    private final Gates.Passage passage;
    private final List<Runnable> afterwards;

    Transaction(Sql sql, Gates.Passage passage, List<Runnable> afterwards) {
        this.sql = sql;
        this.passage = passage;
        this.afterwards = afterwards;
    }

    Sql sql() {
        return sql;
    }

    public Teams teams() {
        return new Teams(sql, passage);
    }

    public Rotas rotas() {
        return new Rotas(sql);
    }

    public Shifts shifts() {
        return new Shifts(sql);
    }

    public Pins pins() {
        return new Pins(sql);
    }

    public Credits credits() {
        return new Credits(sql);
    }

    public SwapBook swaps() {
        return new SwapBook(sql);
    }

    public Feeds feeds() {
        return new Feeds(sql);
    }

    public Trail trail() {
        return new Trail(sql);
    }

    public Solves solves() {
        return new Solves(sql);
    }

    public Menus menus() {
        return new Menus(sql);
    }

    public Keys keys() {
        return new Keys(sql);
    }

    public Absences absences() {
        return new Absences(sql);
    }

    /** Runs once what was written is there for good; never if it is undone. */
    public void afterwards(Runnable task) {
        afterwards.add(task);
    }
}
