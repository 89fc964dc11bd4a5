package org.oncall.rota.intake;

/** Where in a document something stands, as a JSON pointer (RFC 6901). */
record Place(String pointer) {
    static final Place ROOT = new Place("");

    Place at(String field) {
        return new Place(pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
    }

    Place at(int index) {
        return new Place(pointer + "/" + index);
    }

    /** For sentences: the pointer, or "the request" for the whole document. */
    @Override
    public String toString() {
        return pointer.isEmpty() ? "the request" : Quotes.shorten(pointer);
    }
}
