package org.oncall.rota.rules;

/**
 * Where a rule reports to. The solver's sink only adds sizes, the audit's collects; so that the solver's path allocates
 * nothing, a breach arrives as numbers, with -1 for what does not apply.
 */
@FunctionalInterface
public interface BreachSink {
    /**
     * One breach.
     *
     * @param size how much, in the rule's measure; negative for what is welcome
     * @param member index of whom it concerns, or -1
     * @param rotation index of the rotation, or -1 where the whole period is concerned
     * @param tier index of the tier in the rotation, or -1
     * @param firstDay index of the first on-call day concerned, in the rotation's schedule
     * @param lastDay index of the last on-call day concerned, included
     * @param have a number for the sentence: what is
     * @param want a number for the sentence: what should be
     */
    void breach(long size, int member, int rotation, int tier, int firstDay, int lastDay, long have, long want);
}
