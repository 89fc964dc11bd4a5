package org.oncall.rota.domain;

/** What being on a rotation is: on-call load, or ordinary work that is merely shared out. */
public enum RotationKind {
    /** On call: opt-in, and counted against 30 % and half of the time. */
    ON_CALL,
    /** Support in office hours: work, but no on-call load. */
    IN_HOURS
}
