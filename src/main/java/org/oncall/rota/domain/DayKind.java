package org.oncall.rota.domain;

/** What kind of day a calendar date is; a bank holiday that falls on a weekend is a bank holiday. */
public enum DayKind {
    WORKING_DAY,
    WEEKEND,
    HOLIDAY
}
