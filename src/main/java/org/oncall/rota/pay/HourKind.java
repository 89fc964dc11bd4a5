package org.oncall.rota.pay;

import org.oncall.rota.domain.DayKind;

/** What kind of hour somebody is on call for. Every hour is of one kind, so the kinds of a member add up to their hours. */
public enum HourKind {
    WORKING_DAY,
    WEEKEND,
    BANK_HOLIDAY,
    /** An hour of the night that the rules name, on a date of a kind on which they look at nights. */
    NIGHT;

    static HourKind of(DayKind day) {
        return switch (day) {
            case WORKING_DAY -> WORKING_DAY;
            case WEEKEND -> WEEKEND;
            case HOLIDAY -> BANK_HOLIDAY;
        };
    }
}
