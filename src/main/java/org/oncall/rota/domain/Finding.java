package org.oncall.rota.domain;

import org.jspecify.annotations.Nullable;

/**
 * One breach of one rule.
 *
 * @param rule id of the rule
 * @param member whom it concerns; null where it concerns nobody in particular
 * @param rotation where; null where it concerns several rotations
 * @param tier null where it concerns no tier in particular
 * @param when the time it concerns
 * @param size how much, in the rule's own measure; below 0 where a wish was kept
 * @param sentence the breach for people
 */
public record Finding(
        String rule,
        @Nullable MemberId member,
        @Nullable RotationId rotation,
        @Nullable TierId tier,
        Interval when,
        long size,
        String sentence) {}
