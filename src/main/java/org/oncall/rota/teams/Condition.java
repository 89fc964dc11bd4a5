package org.oncall.rota.teams;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which version whoever asks wants to change (RFC 9110, 13.1).
 *
 * @param match versions of which one must be there; null: not said
 * @param mustExist whether any will do
 * @param mustBeNew whether none may be there
 */
public record Condition(@Nullable Set<Long> match, boolean mustExist, boolean mustBeNew) {
    /** Nothing was said. */
    public static final Condition NONE = new Condition(null, false, false);

    boolean isSaid() {
        return match != null || mustExist || mustBeNew;
    }

    /** Whether a thing of that version is what is meant. */
    boolean admits(long version) {
        return !mustBeNew && (match == null || match.contains(version));
    }

    /** Whether it is all right that there is no such thing. */
    boolean admitsNothing() {
        return match == null && !mustExist;
    }
}
