package org.oncall.rota.teams;

import java.time.Duration;

/**
 * How long, and how many, menus are kept once they have ended.
 *
 * @param most how many are kept, whatever their age
 * @param longest characters of the text of one; of a longer one the last options are left out, so that it fits, but the first
 */
public record MenuLimits(Duration keep, int most, int longest) {
    /** Even those of the largest teams are shorter, so a store cannot be filled by asking for menus. */
    private static final int LONGEST = 10_000_000;

    public MenuLimits {
        if (keep.isNegative() || most < 1 || longest < 1) {
            throw new IllegalArgumentException(
                    "Menus must be kept for a time that is not negative (" + keep + "), at least one (" + most + ").");
        }
    }

    public MenuLimits(Duration keep, int most) {
        this(keep, most, LONGEST);
    }
}
