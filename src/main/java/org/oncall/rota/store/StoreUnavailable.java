package org.oncall.rota.store;

/** The database cannot be reached, or cannot write. It is nobody's fault who asked, and may pass. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreUnavailable(Throwable cause) {
        super("The database cannot be reached, or cannot write: " + cause.getMessage(), cause);
    }
}
