package org.oncall.rota.intake;

import org.jspecify.annotations.Nullable;

/** A field as sentences name it: {@code The rest (11) of rotation (on-call)}. */
record Field(String name, String owner, Place place) {
    /** What must hold for the value given. */
    String says(@Nullable Object value, String must) {
        return "The " + name + " (" + Quotes.shorten(String.valueOf(value)) + ") of " + owner + " " + must;
    }

    /** The field with a value, as the caller might write it. */
    String example(String value) {
        return "\"" + name + "\": \"" + value + "\"";
    }

    /** Whether it is the end of something. */
    boolean isEnd() {
        return name.equals("to");
    }

    /** Something that has fields. */
    record Owner(String name, Place place) {
        Field field(String field) {
            return new Field(field, name, place.at(field));
        }

        Owner entry(String what, String list, int index) {
            return new Owner("a " + what + " of " + name, place.at(list).at(index));
        }
    }
}
