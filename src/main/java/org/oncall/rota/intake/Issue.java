package org.oncall.rota.intake;

/**
 * One thing wrong with a request: the caller's fault, never ours.
 *
 * @param kind whether the text is not JSON of the right shape, or cannot mean a rota
 * @param code what kind of issue, for programs
 * @param pointer JSON pointer (RFC 6901) to the place
 * @param sentence names the thing, its value, what must hold, and a way out
 */
public record Issue(Kind kind, String code, String pointer, String sentence) {
    /** The same of another place: where the caller wrote what is wrong. */
    public Issue at(String place) {
        return new Issue(kind, code, place, sentence);
    }

    /** What a request fails at. */
    public enum Kind {
        /** Not JSON, or not of the request's shape: an unknown field, a wrong type. */
        SHAPE,
        /** Of the right shape, but it cannot mean a rota. */
        MEANING
    }
}
