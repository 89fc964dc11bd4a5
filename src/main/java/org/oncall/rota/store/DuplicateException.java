package org.oncall.rota.store;

/** Another transaction has written a row of the same key. */
public final class DuplicateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DuplicateException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
