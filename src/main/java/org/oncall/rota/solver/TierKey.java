package org.oncall.rota.solver;

/** One tier of one rotation, by index. */
record TierKey(int rotation, int tier) {}
