package org.oncall.rota.domain;

/** The id of a member of the team; never blank. */
public record MemberId(String value) implements Comparable<MemberId> {
    public MemberId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The member id (" + value + ") must not be blank.");
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
