package org.oncall.rota.proof;

import org.jspecify.annotations.Nullable;
import org.oncall.rota.domain.Rota;

/** What is proved of a problem. */
public sealed interface ProofResult {
    /** A legal and complete rota exists. */
    record Possible(Rota rota) implements ProofResult {}

    /**
     * No legal and complete rota exists.
     *
     * @param conflict why; null where no time was given to look for it
     */
    record Impossible(@Nullable Conflict conflict) implements ProofResult {}

    /** The time was too short for an answer. */
    record Unknown(String reason) implements ProofResult {}

    /** No proof was made, because the library that makes it could not be loaded here. */
    record NotAvailable(String reason) implements ProofResult {}
}
