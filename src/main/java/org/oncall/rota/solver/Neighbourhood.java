package org.oncall.rota.solver;

/** One kind of small change to a rota. */
interface Neighbourhood {
    /** Fills in a change drawn by chance; leaves it impossible or empty where the draw comes to nothing. */
    void draw(SearchBoard board, Reassign move);
}
