package org.oncall.rota.domain;

import java.util.Set;
import java.util.TreeSet;

/** A place to fill at every covered moment of a rotation, and the skills its holder must have. */
public record Tier(TierId id, Set<String> skills) {
    public Tier {
        skills = java.util.Collections.unmodifiableSet(new TreeSet<>(skills));
    }
}
