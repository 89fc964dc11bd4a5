package org.oncall.rota.intake;

/** Every kind of issue a request can have. Published: a code is never renamed, only ever added. */
public enum IssueCode {
    MALFORMED_JSON(Issue.Kind.SHAPE, "malformed-json", "The text is not one JSON value, or names a field twice"),
    WRONG_TYPE(Issue.Kind.SHAPE, "wrong-type", "A value is of another JSON type than the field, or out of its range"),
    UNKNOWN_FIELD(Issue.Kind.SHAPE, "unknown-field", "There is no such field"),

    MISSING(Issue.Kind.MEANING, "missing", "A field without a default is absent"),
    BAD_DATE(Issue.Kind.MEANING, "bad-date", "A text is not a date such as 2027-01-05"),
    BAD_TIME(Issue.Kind.MEANING, "bad-time", "A text is not a time of day such as 12:00"),
    BAD_MONTH_DAY(Issue.Kind.MEANING, "bad-month-day", "A text is not a day of the year such as 12-24"),
    BAD_WINDOW(Issue.Kind.MEANING, "bad-window", "A text is not a stretch of the day such as 07:00-09:00"),
    BAD_PERIOD(Issue.Kind.MEANING, "bad-period", "A text is not a period of whole days or weeks such as P7D"),
    BAD_DURATION(Issue.Kind.MEANING, "bad-duration", "A text is not a duration such as PT20S"),
    BAD_INSTANT(Issue.Kind.MEANING, "bad-instant", "A text is not an instant with offset such as 2027-01-05T12:00:00Z"),
    BAD_TEXT(Issue.Kind.MEANING, "bad-text", "A name, an id or a skill is blank, too long, or not printable"),
    BAD_ID(Issue.Kind.MEANING, "bad-id", "The id of a rotation or tier has characters that ids of slots cannot have"),
    UNKNOWN_ZONE(Issue.Kind.MEANING, "unknown-zone", "There is no such time zone"),
    UNKNOWN_HOLIDAYS(Issue.Kind.MEANING, "unknown-holidays", "There is no bank-holiday calendar of that region"),
    UNKNOWN_KIND(Issue.Kind.MEANING, "unknown-kind", "There is no such kind of rotation, or way to count hours"),
    UNKNOWN_DAY(Issue.Kind.MEANING, "unknown-day", "There is no such day of the week"),
    UNKNOWN_MEMBER(Issue.Kind.MEANING, "unknown-member", "The team has no such member"),
    UNKNOWN_ROTATION(Issue.Kind.MEANING, "unknown-rotation", "The team has no such rotation"),
    UNKNOWN_TIER(Issue.Kind.MEANING, "unknown-tier", "The rotation has no such tier"),
    UNKNOWN_RULE(Issue.Kind.MEANING, "unknown-rule", "There is no such rule"),
    FIXED_RULE(Issue.Kind.MEANING, "fixed-rule", "The rule is hard or medium, so it has no weight to change"),
    DUPLICATE_ID(Issue.Kind.MEANING, "duplicate-id", "Two members, rotations or tiers of a rotation have the same id"),
    OUT_OF_RANGE(Issue.Kind.MEANING, "out-of-range", "A number, date or length is too small or too large"),
    WRONG_ORDER(Issue.Kind.MEANING, "wrong-order", "Something ends before it begins"),
    PERIOD_TOO_LONG(Issue.Kind.MEANING, "period-too-long", "The period is longer than two years"),
    TOO_MANY(Issue.Kind.MEANING, "too-many", "There are more members, rotations, tiers or entries than can be planned"),
    TOO_FEW(Issue.Kind.MEANING, "too-few", "There is no member, no rotation, no tier or no hour to cover"),
    NOTHING_TO_PLAN(Issue.Kind.MEANING, "nothing-to-plan", "No rotation needs anybody in the period"),
    NOBODY_HAS_SKILL(Issue.Kind.MEANING, "nobody-has-skill", "A tier asks for a skill that no member has"),
    CONTRADICTING_WISHES(
            Issue.Kind.MEANING, "contradicting-wishes", "A member asks for a day, and asks to avoid the same day"),
    FESTIVE_DAY_OUTSIDE(Issue.Kind.MEANING, "festive-day-outside", "A festive day does not lie in the festive period"),
    FESTIVE_DAYS_TOGETHER(
            Issue.Kind.MEANING,
            "festive-days-together",
            "One on-call day falls on two festive days, so nobody could hold it"),
    OVERLAPPING_SHIFTS(Issue.Kind.MEANING, "overlapping-shifts", "Two shifts of one tier overlap in time"),
    HISTORY_IN_PERIOD(Issue.Kind.MEANING, "history-in-period", "A shift of the history starts in or after the period"),
    HISTORY_TOO_OLD(
            Issue.Kind.MEANING, "history-too-old", "A shift of the history starts ten years or more before the period"),
    NO_SUCH_DAY(Issue.Kind.MEANING, "no-such-day", "What is pinned or credited has no on-call day that could be meant"),
    BAD_CALENDAR(
            Issue.Kind.SHAPE, "bad-calendar", "The text is not a whole calendar, or an event in it makes no sense"),
    BAD_RECURRENCE(
            Issue.Kind.MEANING, "bad-recurrence", "An event recurs too often to be leave, or in a way not known"),
    BAD_AMOUNT(Issue.Kind.MEANING, "bad-amount", "A text is not a decimal number such as 1.50, or is too large"),
    BAD_PAY_RULE(
            Issue.Kind.MEANING,
            "bad-pay-rule",
            "A rule of pay pays nothing or several things, or holds on no day it may"),
    OVERLAPPING_RULES(Issue.Kind.MEANING, "overlapping-rules", "Two rules of pay for single dates overlap"),
    HOURS_CUT(Issue.Kind.MEANING, "hours-cut", "A shift has hours that whole on-call days cannot say"),
    MORE_ISSUES(Issue.Kind.MEANING, "more-issues", "There are more issues than are reported");

    private final Issue.Kind kind;
    private final String code;
    private final String description;

    IssueCode(Issue.Kind kind, String code, String description) {
        this.kind = kind;
        this.code = code;
        this.description = description;
    }

    public Issue.Kind kind() {
        return kind;
    }

    /** What {@link Issue#code} says. */
    public String code() {
        return code;
    }

    /** What has happened, without a full stop. */
    public String description() {
        return description;
    }
}
