package org.oncall.rota.swap;

import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;

/**
 * Who does something to a swap.
 *
 * @param name how the trail names them
 * @param member who of the team they are; null: nobody of the team
 * @param manager whether they may act for others, which the trail says
 */
public record Actor(String name, @Nullable MemberId member, boolean manager) {
    public static Actor member(MemberId member) {
        return new Actor(member.value(), member, false);
    }

    public static Actor manager(String name) {
        return new Actor(name, null, true);
    }

    boolean mayActFor(MemberId other) {
        return manager || other.equals(member);
    }
}
