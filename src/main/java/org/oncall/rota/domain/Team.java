package org.oncall.rota.domain;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people, the rotations they share, and where they are.
 *
 * @param holidays code of the bank-holiday region, such as {@code GB-ENG}; null: no bank holidays
 */
public record Team(
        String name, ZoneId zone, @Nullable String holidays, List<Member> members, List<Rotation> rotations) {
    public Team {
        members = List.copyOf(members);
        rotations = List.copyOf(rotations);
    }
}
