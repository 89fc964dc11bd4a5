package org.oncall.rota.push;

/**
 * The other tool refused or could not be reached. What was written before stays, and the next push goes on from there. The
 * message is for people.
 */
public final class PushException extends Exception {
    private static final long serialVersionUID = 1;

    public PushException(String message) {
        super(message);
    }
}
