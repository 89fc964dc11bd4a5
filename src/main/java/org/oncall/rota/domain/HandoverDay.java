package org.oncall.rota.domain;

/**
 * What it means for a tier to change hands at the start of an on-call day.
 *
 * @param movedDays for a preferred day, by how many days it was moved off a bank holiday; else 0
 */
public record HandoverDay(Kind kind, int movedDays) {
    /** How welcome a handover is. */
    public enum Kind {
        PREFERRED,
        WORKING_DAY,
        /** A weekend or a bank holiday. */
        REST_DAY
    }

    public boolean isPreferred() {
        return kind == Kind.PREFERRED;
    }
}
