package org.oncall.rota.push;

/** A write may or may not have happened: the answer was lost, or was an error of the server. Only another look can tell. */
final class UnclearWriteException extends Exception {
    private static final long serialVersionUID = 1;

    UnclearWriteException(String message) {
        super(message);
    }
}
