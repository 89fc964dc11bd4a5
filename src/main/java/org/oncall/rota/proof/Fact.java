package org.oncall.rota.proof;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.MemberId;
import org.oncall.rota.domain.RotationId;
import org.oncall.rota.domain.TierId;

/**
 * One thing that the problem states, and that could be otherwise.
 *
 * @param rule id of the hard rule that makes it count; {@code gap} for a demand
 * @param member whom it is about; null: nobody in particular
 * @param rotation where; null: everywhere
 * @param tier null: no tier in particular
 * @param first first day it is about; null: no day in particular
 * @param last last day it is about, included; null: no day in particular
 * @param sentence names it for people, such as {@code Ana's leave 8-14 February 2027}
 */
public record Fact(
        Kind kind,
        String rule,
        @Nullable MemberId member,
        @Nullable RotationId rotation,
        @Nullable TierId tier,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        String sentence) {

    /** What a fact is, from the cheapest to change to what cannot be changed. */
    public enum Kind {
        /** A published slot that stays. */
        FROZEN,
        /** Somebody's leave. */
        LEAVE,
        /** The day somebody joins or leaves the rota. */
        DATES,
        /** Skills somebody lacks. */
        SKILL,
        /** Somebody has not opted in. */
        OPT_IN,
        /** A week in which a tier is to be held. */
        DEMAND,
        /** A hard rule with a limit that could be set otherwise. */
        RULE,
        /** Nobody is in two places: no repair. */
        NATURE
    }
}
