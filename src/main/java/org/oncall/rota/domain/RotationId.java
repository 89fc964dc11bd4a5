package org.oncall.rota.domain;

/** The id of a rotation of the team; never blank. */
public record RotationId(String value) implements Comparable<RotationId> {
    public RotationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The rotation id (" + value + ") must not be blank.");
        }
    }

    @Override
    public int compareTo(RotationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
