package org.oncall.rota.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something in a rota as it was written that slots cannot say: part of a day, two people at once, hours outside the period.
 *
 * @param member whom it concerns; null where it concerns nobody in particular
 * @param other the other one, where it concerns two people
 * @param tier where; for {@link Code#TWO_PLACES} one of the two tiers
 * @param when from the first to the last moment it concerns
 * @param time how much: coverage hours, or plain time where there are none
 * @param sentence the finding for people
 */
public record Cut(
        Code code,
        @Nullable MemberId member,
        @Nullable MemberId other,
        RotationId rotation,
        TierId tier,
        Interval when,
        Duration time,
        String sentence) {
    /** What a finding of a kind means for the rota. */
    public enum Level {
        /** A hard rule is broken by the hours as they were written, or may be: the rota is not legal. */
        HARD,
        /** Hours that need somebody have nobody: the rota is not complete. */
        MEDIUM,
        /** Worth knowing, no more. */
        SOFT
    }

    /** Every kind of finding, the gravest first. Published: never renamed, only ever added. */
    public enum Code {
        OVERLAP(Level.HARD, "Two people are written for one tier at the same time, in hours that need somebody"),
        TWO_PLACES(
                Level.HARD, "A member is written for two tiers at the same time, in hours that whole days do not show"),
        UNAVAILABLE(
                Level.HARD,
                "A member is written for part of a day on leave, off the rota or without the skill, and whole days do not show it"),
        BACK_TO_BACK(
                Level.HARD,
                "A member rests too little between stints by the hours as written, by half a day or more, and whole days do not show it"),
        LONG_STINT(
                Level.HARD,
                "A stint is too long by the hours as written, by half a day or more, and whole days do not show it"),
        HALF_THE_TIME(
                Level.HARD,
                "A member is on call half of the time or more by the hours as written, and whole days do not show it"),
        UNSUPERVISED(
                Level.HARD,
                "A novice is alone for part of a day in their first supervised stints, and whole days do not show it"),
        BOTH_FESTIVE_DAYS(
                Level.HARD,
                "A member is written for hours of more than one festive day of one festive period, and whole days do not show it"),
        UNCOVERED(Level.MEDIUM, "Hours of a day that is held have nobody written for them"),
        STRETCHED(
                Level.SOFT,
                "A stint is longer, or a rest shorter, than its rule asks by less than half a day, which whole days do not count"),
        PART_DAY(Level.SOFT, "Part of a day counts for somebody else, or for nobody: days are whole"),
        WRITTEN_TWICE(Level.SOFT, "Shifts of one tier overlap without harm: one member, or hours that need nobody"),
        OUTSIDE(Level.SOFT, "A shift, or part of one, lies outside the period and is not looked at"),
        NO_COVERAGE(Level.SOFT, "A shift covers no hour that needs somebody"),
        MORE(Level.SOFT, "There are more findings than are listed");

        private final Level level;
        private final String description;

        Code(Level level, String description) {
            this.level = level;
            this.description = description;
        }

        public Level level() {
            return level;
        }

        /** What has happened, without a full stop. */
        public String description() {
            return description;
        }
    }
}
