package org.oncall.rota.intake.live;

/**
 * Something in a file that is wrong or cannot be understood.
 *
 * @param file as the caller named it
 * @param line counted from 1
 * @param code what kind of issue, for programs
 * @param sentence names the thing, its value, what must hold, and a way out
 */
public record SourceIssue(String file, long line, String code, String sentence) {
    /** Something of the tool that this service cannot read: it is named, and never guessed. */
    public static final String NOT_UNDERSTOOD = "not-understood";

    public static final String MISSING = "missing";
    public static final String WRONG_TYPE = "wrong-type";
    public static final String OUT_OF_RANGE = "out-of-range";
    public static final String TOO_MANY = "too-many";
    public static final String UNKNOWN_ZONE = "unknown-zone";
    public static final String UNKNOWN_MEMBER = "unknown-member";
    public static final String BAD_INSTANT = "bad-instant";
}
