package org.oncall.rota.domain;

/** A slot and the member who holds it: what history and a published rota are made of. */
public record Holding(Slot slot, MemberId member) {}
