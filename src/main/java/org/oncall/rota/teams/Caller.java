package org.oncall.rota.teams;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the trail will say.
 *
 * @param who as told by the proxy in front
 * @param why null where nobody said
 */
public record Caller(String who, @Nullable String why) {
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2000;

    /** From texts that may be absent, too long or not printable. */
    public static Caller of(@Nullable String who, @Nullable String why) {
        String name = clean(who, LONGEST_NAME);
        return new Caller(name == null ? UNKNOWN : name, clean(why, LONGEST_REASON));
    }

    /** The same caller, who has given a reason; null: none. */
    public Caller because(@Nullable String reason) {
        return reason == null ? this : of(who, reason);
    }

    private static @Nullable String clean(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        StringBuilder clean = new StringBuilder();
        text.strip()
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .limit(longest)
                .forEach(clean::appendCodePoint);
        return clean.isEmpty() ? null : clean.toString();
    }
}
