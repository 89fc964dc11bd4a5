package org.oncall.rota.domain;

import java.util.List;

/**
 * One thing people take turns at.
 *
 * @param longestDays longest stint, in calendar days from its first on-call day
 * @param restDays days of rest between two stints of one member
 * @param supervisedStints how many first stints of a novice need an experienced partner
 */
public record Rotation(
        RotationId id,
        RotationKind kind,
        List<Tier> tiers,
        Handover handover,
        Coverage coverage,
        int longestDays,
        int restDays,
        int supervisedStints,
        FestivePolicy festive) {
    public Rotation {
        tiers = List.copyOf(tiers);
    }

    /** The same rotation with other limits; the days of its schedule do not depend on them. */
    public Rotation withLimits(int longest, int rest, int festiveLongest, int festiveRest) {
        return new Rotation(
                id,
                kind,
                tiers,
                handover,
                coverage,
                longest,
                rest,
                supervisedStints,
                festive.withLimits(festiveLongest, festiveRest));
    }
}
