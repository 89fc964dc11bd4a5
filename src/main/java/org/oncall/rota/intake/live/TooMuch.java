package org.oncall.rota.intake.live;

/** A schedule cannot be expanded within the bounds; the message says what it must have instead. */
public final class TooMuch extends Exception {
    private static final long serialVersionUID = 1;

    public TooMuch(String must) {
        super(must);
    }
}
