package org.oncall.rota.domain;

/** Days on which a member asked to be on call ({@code wanted}), or not to be. */
public record Wish(DateRange days, boolean wanted) {}
