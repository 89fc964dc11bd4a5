package org.oncall.rota.solver;

import java.util.random.RandomGenerator;

/** One kind of small change to a rota. */
interface Neighbourhood {
    /** Proposes a change drawn by chance; nothing, or something impossible, where the draw comes to nothing. */
    void draw(WorkingRota rota, RandomGenerator random);
}
