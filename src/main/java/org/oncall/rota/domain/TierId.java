package org.oncall.rota.domain;

/** The id of a tier within its rotation; never blank. */
public record TierId(String value) implements Comparable<TierId> {
    public TierId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The tier id (" + value + ") must not be blank.");
        }
    }

    @Override
    public int compareTo(TierId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
