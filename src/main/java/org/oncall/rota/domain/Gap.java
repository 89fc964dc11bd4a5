package org.oncall.rota.domain;

/** Consecutive slots of one tier that nobody holds. */
public record Gap(RotationId rotation, TierId tier, Interval span) {}
