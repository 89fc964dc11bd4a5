package org.oncall.rota.teams;

/**
 * Something read from or written to a team.
 *
 * @param version of the team it was read from, or that it made
 * @param isNew whether it was not there before
 */
public record Versioned<T>(T value, long version, boolean isNew) {}
